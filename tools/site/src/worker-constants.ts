/*
 * A plugin for the bundle of the playground's Worker: the constants of the kernel are in files of a few families each, as
 * packed text, and a visitor loads those that the filter tests. See playground/engine/lazy-constants.ts.
 *
 * Modules that import a constant by its name keep it: the bundler takes only this constant from the module of its family.
 */
import { fileURLToPath } from 'node:url'
import { constantFamilies } from '@seccompile/constants/all'
import type { FamilyFacts } from '@seccompile/constants/all'
import { packed } from './playground/engine/lazy-constants.ts'
import type { LoadPlugin } from './worker-tables.ts'

/**
 * The most constants in a file of several families. Many small files compress badly. A large file holds constants that the
 * filter does not test.
 */
const MOST = 150

const STAND_IN = fileURLToPath(new URL('./playground/engine/loaded-constants.js', import.meta.url))

/** The families of each file: neighbours in the catalogue are of one subject. */
export function fileFamilies(families: readonly FamilyFacts[]): readonly (readonly FamilyFacts[])[] {
  const files: FamilyFacts[][] = []
  let count = Infinity
  for (const one of families) {
    count += one.constants.length
    if (count <= MOST) files.at(-1)?.push(one)
    else {
      files.push([one])
      count = one.constants.length
    }
  }
  return files
}

const FILES = fileFamilies(constantFamilies)

/** The module that lists the files. */
function listCode(): string {
  const rows = FILES.map((file, i) => {
    const names = JSON.stringify(file.map(({ family }) => family).join(' '))
    return `{ families: ${names}.split(' '), load: () => import('./constant-files.js?file=${i}') }`
  })
  return `export const CONSTANT_FILES = [\n${rows.join(',\n')}\n]\n`
}

/** The plugin. */
export function workerConstants(): LoadPlugin {
  return {
    name: 'seccompile:worker-constants',
    load: (id) => {
      const [path = '', query = ''] = id.replaceAll('\\', '/').split('?')
      if (path.endsWith('/constants/dist/catalogue.js'))
        return `export { constantFamilies, constantNamed, constantsOf, familyNamed } from ${JSON.stringify(STAND_IN)}\n`
      if (!path.endsWith('/engine/constant-files.js')) return undefined
      const file = FILES[Number(/^file=(\d+)$/.exec(query)?.[1] ?? -1)]
      return file === undefined ? listCode() : `export default ${JSON.stringify(file.map(packed))}\n`
    },
  }
}
