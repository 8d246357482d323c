/*
 * A plugin for the bundle of the playground's Worker: the records of all tables hold stand-ins, so that a visitor loads the
 * tables of the ABIs in use. See playground/engine/loaded-tables.ts. What the Worker never asks of a policy is left out.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const STAND_INS = fileURLToPath(new URL('./playground/engine/loaded-tables.js', import.meta.url))

const RECORDS = [
  { file: '/syscalls/dist/tables/all.js', name: 'TABLES', facts: "import { ABI_FACTS } from './abis.js'" },
  {
    file: '/signatures/dist/tables/all.js',
    name: 'SIGNED_TABLES',
    facts: "import { abis as ABI_FACTS } from '@seccompile/syscalls'",
  },
]

/**
 * The writer of policies as TypeScript is part of every policy that has methods. The Worker writes the sources of presets
 * only, by a module of its own, which it loads then.
 */
const LEFT_OUT = { file: '/policy/dist/data/policy-source.js', name: 'policySource' }
const WRITER = '/engine/policy-writer.js'

/** The interface of the bundler for this plugin. */
export interface LoadPlugin {
  readonly name: string
  readonly load: (id: string) => string | undefined
}

/** The plugin. */
export function workerTables(): LoadPlugin {
  return {
    name: 'seccompile:worker-tables',
    load: (id) => {
      const [path = '', query] = id.replaceAll('\\', '/').split('?')
      if (path.endsWith(WRITER)) {
        const file = join(
          dirname(fileURLToPath(import.meta.resolve('@seccompile/policy'))),
          'data/policy-source.js',
        )
        return `export { ${LEFT_OUT.name} } from ${JSON.stringify(`${file}?whole`)}\n`
      }
      if (path.endsWith(LEFT_OUT.file) && query === 'whole') return readFileSync(path, 'utf8')
      if (path.endsWith(LEFT_OUT.file))
        return `export const ${LEFT_OUT.name} = () => { throw new Error('no TypeScript is written here') }\n`
      const record = RECORDS.find(({ file }) => path.endsWith(file))
      if (record === undefined) return undefined
      return `${record.facts}\nimport { standIns } from ${JSON.stringify(STAND_INS)}\nexport const ${record.name} = standIns(ABI_FACTS)\n`
    },
  }
}
