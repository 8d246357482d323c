/* The schema of SARIF 2.1.0, as a function that says what is wrong with a log. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv'

const require = createRequire(import.meta.url)
const json = (path: string): { readonly id: string } =>
  JSON.parse(readFileSync(require.resolve(path), 'utf8')) as { readonly id: string }

/** What the schema finds wrong with `log`; none where it is valid. */
export function sarifProblems(log: unknown): readonly string[] {
  // The schema is written in draft 4 of JSON Schema; the checks of formats, such as URIs, are those of ajv.
  const ajv = new Ajv({ schemaId: 'id', meta: false, format: 'full', allErrors: true, logger: false })
  ajv.addMetaSchema(json('ajv/lib/refs/json-schema-draft-04.json'))
  const validate = ajv.compile(json('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))
  void validate(log)
  return (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`)
}
