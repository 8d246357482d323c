import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { CliError } from '../cli-error.ts'

/** How much of an input to read. */
export interface ReadBounds {
  readonly maxBytes: number
  /** What the input is, for the message where it is larger. */
  readonly purpose: string
}

/** Of any input, by default: a hundred times Docker's profile is far less. */
const BOUNDS: ReadBounds = { maxBytes: 8 * 1024 * 1024, purpose: 'filter or policy' }

const STDIN = 0

/** Why a file or a folder cannot be read or written, in few words: of what `node:fs` throws, or another error. */
export function reason(error: unknown): string {
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) }
  switch (code) {
    case 'ENOENT':
      return 'no such file'
    case 'EACCES':
    case 'EPERM':
      return 'permission denied'
    case 'EISDIR':
      return 'it is a folder'
    case 'ENOTDIR':
      return 'a part of its path is not a folder'
    case 'EEXIST':
      return 'there is a file of that name'
    case 'ENOSPC':
      return 'no space left on the disk'
    case 'EROFS':
      return 'the file system is read-only'
    case 'ERR_INVALID_ARG_VALUE':
      return 'a path holds no NUL bytes'
    default:
      return message
  }
}

function readAll(fd: number, name: string, { maxBytes, purpose }: ReadBounds): Buffer {
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
    if (total > maxBytes)
      throw new CliError(`${name}: is larger than ${maxBytes} bytes, which is more than any ${purpose} needs`)
    chunks.push(chunk.subarray(0, count))
  }
}

/** What `read` makes of the open file `path`. @throws CliError where it cannot be read */
function withFile<T>(path: string, read: (fd: number) => T): T {
  if (path === '') throw new CliError('expected the path of a file; got ""')
  try {
    const fd = openSync(path, 'r')
    try {
      if (fstatSync(fd).isDirectory()) throw new CliError(`${path}: cannot be read: it is a folder`)
      return read(fd)
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    throw cannotBeRead(path, error)
  }
}

function cannotBeRead(name: string, error: unknown): Error {
  if (error instanceof Error && error.name === 'CliError') return error
  return new CliError(`${name}: cannot be read: ${reason(error)}`, { cause: error })
}

/** What messages call the input that `path` names. */
export function inputName(path: string): string {
  return path === '-' ? '<stdin>' : path
}

/** Sees that there is a file `path` that can be read. @throws CliError where there is none */
export function checkReadable(path: string): void {
  withFile(path, () => undefined)
}

/**
 * The bytes of a file, or of standard input where `path` is `-`.
 * @throws CliError where it cannot be read or is too large
 */
export function readInput(path: string, bounds: ReadBounds = BOUNDS): Buffer {
  if (path !== '-') return withFile(path, (fd) => readAll(fd, path, bounds))
  try {
    return readAll(STDIN, '<stdin>', bounds)
  } catch (error) {
    throw cannotBeRead('<stdin>', error)
  }
}

/**
 * The text of a file, or of standard input where `path` is `-`; a byte order mark is left in.
 *
 * @param expected - what the file should hold, for the message where it is no text
 * @throws CliError where it cannot be read, is too large or is not UTF-8
 */
export function readText(path: string, expected: string): string {
  return utf8(readInput(path), inputName(path), expected)
}

/**
 * The text that `bytes` of the file `name` are in UTF-8; a byte order mark is left in.
 * @throws CliError where they are no such text; `expected` says what the file should hold
 */
export function utf8(bytes: Uint8Array, name: string, expected: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new CliError(`${name}: is not UTF-8 text; expected ${expected}`, { cause: error })
  }
}
