#!/usr/bin/env node
// A file of its own, so that it is there to be linked before the package is built.
if (process.getBuiltinModule === undefined) {
  // The bundle takes the modules of Node by it. Node 20 has it from 20.16 on, Node 22 from 22.3 on, Node 21 never.
  const { createRequire } = await import('node:module')
  process.getBuiltinModule = createRequire(import.meta.url)
}
await import('../dist/bundle/cli.js')
