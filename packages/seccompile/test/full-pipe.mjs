/** For `node --import`: standard output is a pipe that does not block. It takes 1000 bytes of a write, and is full after that. */
import fs from 'node:fs'

const { writeSync } = fs
let isFull = false
fs.writeSync = (fd, data, ...rest) => {
  if (fd !== 1) return writeSync(fd, data, ...rest)
  if (isFull)
    throw Object.assign(new Error('EAGAIN: resource temporarily unavailable, write'), { code: 'EAGAIN' })
  isFull = true
  return writeSync(fd, data.subarray(0, 1000))
}
