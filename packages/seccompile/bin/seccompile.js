#!/usr/bin/env node
// A file of its own, so that it is there to be linked before the package is built. An older Node cannot load the bundle: it
// would print where an import is missing, and not why. So the bundle is loaded late, and all here is known to old versions.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 20 || (major === 20 && minor >= 19)) import('../dist/bundle/cli.js')
else {
  console.error(
    `error: this is Node ${process.versions.node}, and seccompile needs 20.19 or newer; install a newer Node`,
  )
  process.exitCode = 2
}
