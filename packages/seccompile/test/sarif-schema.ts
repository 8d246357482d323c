/* The schema of SARIF 2.1.0, as a function that lists the faults of a log. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv'

const require = createRequire(import.meta.url)
const json = (path: string): { readonly id: string } =>
  JSON.parse(readFileSync(require.resolve(path), 'utf8')) as { readonly id: string }

/** The faults that the schema finds in `log`; none, if `log` is valid. */
export function sarifProblems(log: unknown): readonly string[] {
  // The schema is written in draft 4 of JSON Schema. ajv itself checks formats, such as URIs.
  const ajv = new Ajv({ schemaId: 'id', meta: false, format: 'full', allErrors: true, logger: false })
  ajv.addMetaSchema(json('ajv/lib/refs/json-schema-draft-04.json'))
  const validate = ajv.compile(json('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))
  void validate(log)
  return (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`)
}
