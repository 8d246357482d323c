/*
 * The bundle without files that only name another file.
 *
 * A module that an `import()` loads may be in a file with modules that export more. For it rolldown writes one more file, with an
 * `export … from` the other. Node takes longer to find a file than to read what is in it. So the `import()` names the other file, and
 * gets more names than it uses. The names in a file are those of its modules (`minifyInternalExports: false`).
 */
import { posix } from 'node:path'

/** A file that only exports what another file exports, by the same names. */
const FACADE = /^(?:\/\/.*\n)*export \{ \w+(?:, \w+)* \} from "([^"]+)";\s*$/
const IMPORT = /\bimport\("(\.[^"]+)"\)/g

/** A plugin of rolldown. */
export const withoutFacades = {
  name: 'without-facades',
  generateBundle(_, files) {
    const fileOf = (path, from) => posix.join(posix.dirname(from), path)
    const named = new Set(Object.values(files).flatMap(({ imports }) => imports))
    const behind = new Map()
    for (const { fileName, isDynamicEntry, code } of Object.values(files)) {
      const [, path] = FACADE.exec(code) ?? []
      if (isDynamicEntry && path !== undefined && !named.has(fileName))
        behind.set(fileName, fileOf(path, fileName))
    }
    for (const chunk of Object.values(files))
      chunk.code = chunk.code.replace(IMPORT, (whole, path) => {
        const file = behind.get(fileOf(path, chunk.fileName))
        if (file === undefined) return whole
        const other = posix.relative(posix.dirname(chunk.fileName), file)
        return `import("${other.startsWith('.') ? other : `./${other}`}")`
      })
    for (const facade of behind.keys()) delete files[facade]
  },
}
