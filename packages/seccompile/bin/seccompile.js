#!/usr/bin/env node
// A file of its own, so that it is there to be linked before the package is built.
if (process.getBuiltinModule === undefined) {
  // The bundle takes the modules of Node by it. Node 20 has it from 20.16 on, Node 22 from 22.3 on, Node 21 never.
  const { createRequire } = await import('node:module')
  process.getBuiltinModule = createRequire(import.meta.url)
}

/**
 * A word that names a module of a person: by its path, as a package after `--use`, or in a manifest, which holds the path of a
 * policy.
 */
const NAMES_MODULE = /\.[cm]?[jt]s\b|^--use\b|^check-manifest$/

/**
 * Lets Node keep the code that V8 makes of the bundle, in the folder `.cache` of this package. The first run makes the folder,
 * the second fills it, and later runs take the code from it. So a command that runs once writes no code.
 *
 * Node runs what is in the folder. So only the owner of the package uses it, and nobody else can open it. Root, for one, leaves
 * nothing in the project of a person. In a sticky folder, such as /tmp, others cannot change the bundle and can make a folder
 * beside it. So the folder must have the same owner, must let nobody else write, and must be no link.
 *
 * Node would also keep the code of modules that a person names, under every path that such a module ever has. So nothing is
 * kept where a word names one.
 */
function keepCode() {
  const { enableCompileCache } = process.getBuiltinModule('node:module')
  if (enableCompileCache === undefined || process.env.NODE_DISABLE_COMPILE_CACHE !== undefined) return
  if (process.argv.slice(2).some((word) => NAMES_MODULE.test(word))) return
  const { lstatSync, mkdirSync, statSync } = process.getBuiltinModule('node:fs')
  const owner = process.getuid?.()
  const above = import.meta.dirname.slice(0, -'bin'.length)
  const folder = `${above}.cache`
  try {
    if (statSync(above).uid === owner) mkdirSync(folder, 0o700)
  } catch (error) {
    if (error.code !== 'EEXIST') return
    const found = lstatSync(folder, { throwIfNoEntry: false }) // another process may have removed it
    if (found?.isDirectory() && found.uid === owner && (found.mode & 0o022) === 0) enableCompileCache(folder)
  }
}

keepCode()
await import('../dist/bundle/cli.js')
