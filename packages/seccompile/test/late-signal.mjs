/**
 * For `node --import`: a signal that arrives while a file is flushed, in the turn of the event loop that ends the
 * write.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { fsync } = fs
fs.fsync = (fd, done) => {
  fsync(fd, (error) => {
    process.kill(process.pid, 'SIGINT')
    done(error)
  })
}
syncBuiltinESMExports()
