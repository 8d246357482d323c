#!/usr/bin/env node
// A file of its own, so that it is there to be linked before the package is built.
if (process.getBuiltinModule === undefined) {
  // The bundle takes the modules of Node by it. Node 20 has it from 20.16 on, Node 22 from 22.3 on, Node 21 never.
  const { createRequire } = await import('node:module')
  process.getBuiltinModule = createRequire(import.meta.url)
}

/**
 * From the third run on, Node has the code that V8 made of the bundle from the folder `.cache` of this package. The first run
 * makes the folder, and the second fills it, so that a command that runs once pays for nothing.
 *
 * Who can write to the package can change its bundle, so the folder lets nobody in. A package of somebody else, such as one
 * that root runs, is left as it is. Node would also keep the code of modules that a person names, under each path that one
 * ever has, so with those it keeps none.
 */
function keepCode() {
  const { enableCompileCache } = process.getBuiltinModule('node:module')
  if (enableCompileCache === undefined || process.argv.slice(2).some((word) => /\.[cm]?[jt]s\b/.test(word)))
    return
  const { mkdirSync, statSync } = process.getBuiltinModule('node:fs')
  const folder = import.meta.dirname.slice(0, -'bin'.length)
  try {
    if (statSync(folder).uid === process.getuid?.()) mkdirSync(`${folder}.cache`, 0o700)
  } catch (error) {
    if (error.code === 'EEXIST') enableCompileCache(`${folder}.cache`)
  }
}

keepCode()
await import('../dist/bundle/cli.js')
