/**
 * For `node --import`: a disk that never finishes flushing. The module prints each request on standard error, so that
 * a test knows how far a write has come.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { setInterval } from 'node:timers'

const { openSync } = fs
fs.openSync = (path, ...rest) => {
  process.stderr.write(`opening ${path}\n`)
  return openSync(path, ...rest)
}
fs.fsync = () => {
  process.stderr.write('flushing\n')
  setInterval(() => {}, 60_000) // keeps the process alive, as the flush would
}
syncBuiltinESMExports()
