/* The packages that run a program when they are installed. None may: npm 12 runs no such script unless it is told to. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest } from './packages.ts'

const SCRIPTS = ['preinstall', 'install', 'postinstall']

/** The folders of the packages that npm has put into `modules`, those of their own dependencies included. */
function packageFolders(modules: string): readonly string[] {
  if (!existsSync(modules)) return []
  // Peers of a consumer are links, which npm has not installed.
  const folders = readdirSync(modules, { withFileTypes: true }).filter((item) => item.isDirectory())
  return folders.flatMap(({ name }) => {
    if (name.startsWith('.')) return []
    const folder = join(modules, name)
    return name.startsWith('@')
      ? packageFolders(folder)
      : [folder, ...packageFolders(join(folder, 'node_modules'))]
  })
}

/** The scripts that installing the packages in the folder `modules` runs. npm builds a `binding.gyp` unasked. */
export function installScriptProblems(modules: string): readonly string[] {
  return packageFolders(modules).flatMap((folder) => {
    const { name, scripts = {} } = readManifest(folder)
    const found = SCRIPTS.filter((script) => scripts[script] !== undefined)
    if (existsSync(join(folder, 'binding.gyp'))) found.push('binding.gyp')
    return found.map((script) => `${name}: installing it runs ${script}`)
  })
}
