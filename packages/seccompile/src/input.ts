import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { CliError } from './cli-error.ts'

/** Most bytes that are read of any input: a hundred times Docker's profile is far less. */
export const MAX_INPUT_BYTES: number = 8 * 1024 * 1024

const STDIN = 0

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'no such file'
  if (code === 'EACCES') return 'permission denied'
  if (code === 'EISDIR') return 'it is a folder'
  return message
}

function readAll(fd: number, name: string): Buffer {
  const chunks: Buffer[] = []
  let total = 0
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024)
    let count: number
    try {
      count = readSync(fd, chunk)
    } catch (error) {
      // A terminal or pipe set to non-blocking by whoever opened it has nothing yet: ask again.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
      continue
    }
    if (count === 0) return Buffer.concat(chunks)
    total += count
    if (total > MAX_INPUT_BYTES)
      throw new CliError(
        `${name}: is larger than ${MAX_INPUT_BYTES} bytes, which is more than any filter or policy needs`,
      )
    chunks.push(chunk.subarray(0, count))
  }
}

/**
 * The bytes of a file, or of standard input where `path` is `-`.
 * @throws CliError where it cannot be read or is too large
 */
export function readInput(path: string): Buffer {
  const name = path === '-' ? '<stdin>' : path
  try {
    if (path === '-') return readAll(STDIN, name)
    const fd = openSync(path, 'r')
    try {
      if (fstatSync(fd).isDirectory()) throw new CliError(`${name}: cannot be read: it is a folder`)
      return readAll(fd, name)
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    if ((error as Error).name === 'CliError') throw error
    throw new CliError(`${name}: cannot be read: ${reason(error)}`, { cause: error })
  }
}
