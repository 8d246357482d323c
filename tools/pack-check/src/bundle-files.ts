/*
 * The files of a bundled command. A cached build is written over an older build, and leftover files of that build
 * would be shipped.
 */
import { posix } from 'node:path'

/** The folder of the bundle of a command. No file in it has a source of its own. */
export const BUNDLE = 'dist/bundle/'
const ENTRY = `${BUNDLE}cli.js`

/** The files of the bundle that `code` imports; `folder` is the folder of its file. */
const importedBy = (code: string, folder: string): readonly string[] =>
  [...code.matchAll(/\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g)].map(([, path = '']) =>
    posix.join(folder, path),
  )

/**
 * The problems of the bundle among `files`, which have forward slashes: files that nothing imports.
 *
 * @param read - yields the text of a file
 */
export function bundleProblems(files: readonly string[], read: (file: string) => string): readonly string[] {
  const bundled = files.filter((file) => file.startsWith(BUNDLE))
  const reached = new Set<string>()
  const open = bundled.includes(ENTRY) ? [ENTRY] : []
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file) || !bundled.includes(file)) continue
    reached.add(file)
    open.push(...importedBy(read(file), posix.dirname(file)))
  }
  return bundled
    .filter((file) => !reached.has(file))
    .map((file) => `${file}: nothing of the command imports it: delete dist and build again`)
}
