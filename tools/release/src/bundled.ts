/*
 * The packages whose code the bundle of a package holds. They are development dependencies, so package.json does not say which of them
 * are inside: the bundler takes only modules that something imports. It writes the file of each module above its code.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The folder of the bundle of a package. */
const BUNDLE = join('dist', 'bundle')

/** The folder of the package that holds `file`. */
function packageFolder(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder
  throw new Error(`${file}: no package.json above it`)
}

/** The folders of the packages, besides that in `folder`, whose code its bundle holds: sorted, absolute; none without a bundle. */
export function bundledFolders(folder: string): readonly string[] {
  const bundle = join(folder, BUNDLE)
  if (!existsSync(bundle)) return []
  const modules = readdirSync(bundle)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [...readFileSync(join(bundle, file), 'utf8').matchAll(/^\/\/ (\S+\.[cm]?js)$/gm)])
    .map(([, module = '']) => resolve(folder, module))
  return [...new Set(modules.map(packageFolder))].filter((each) => each !== folder).sort()
}
