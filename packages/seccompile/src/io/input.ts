import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { isAbsolute, relative } from 'node:path'
import { PRESET, utf8 } from '@seccompile/policy-files'
import { CliError } from './cli-error.ts'

/** The bound on the size of an input. */
export interface ReadBounds {
  readonly maxBytes: number
  /** The use of the input, such as `policy`. The message about a larger input names it. */
  readonly purpose: string
}

/** The default bound. A hundred copies of Docker's profile are far smaller. */
const BOUNDS: ReadBounds = { maxBytes: 8 * 1024 * 1024, purpose: 'filter or policy' }

const STDIN = 0

/** The name of standard input in messages. */
export const STDIN_NAME = '<stdin>'

/** The files that `argument` names: those of a stack, separated by commas, or `argument` alone. */
export function filterFilesOf(argument: string): readonly string[] {
  return argument.startsWith(PRESET) || existsSync(argument) ? [argument] : argument.split(',')
}

/**
 * Checks that standard input is read once.
 * @param what - the plural by which messages name `args`
 * @throws CliError where two of the files that `args` name are standard input
 */
export function checkOneStdin(args: readonly (string | undefined)[], what: string = 'files'): void {
  const files = args.flatMap((argument) => (argument === undefined ? [] : filterFilesOf(argument)))
  if (files.filter((file) => file === '-').length > 1)
    throw new CliError(`only one of the ${what} can come from standard input`)
}

/** The reason of `error`, in a few words, for an error of `node:fs` or any other. */
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
      return 'a path cannot contain a NUL byte'
    default:
      return message
  }
}

/** Gives all pieces of the open file `fd` to `take`, one after another. A piece is valid until `take` returns. */
function eachPiece(fd: number, chunk: Buffer, take: (piece: Buffer) => void): void {
  for (;;) {
    let count: number
    try {
      count = readSync(fd, chunk)
    } catch (error) {
      // Another process has made this terminal or pipe non-blocking, and it has no data yet. Wait, then read again.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
      continue
    }
    if (count === 0) return
    take(chunk.subarray(0, count))
  }
}

function readAll(fd: number, name: string, { maxBytes, purpose }: ReadBounds): Buffer {
  const chunks: Buffer[] = []
  let total = 0
  eachPiece(fd, Buffer.allocUnsafe(64 * 1024), (piece) => {
    total += piece.length
    if (total > maxBytes)
      throw new CliError(`${name}: is larger than ${maxBytes} bytes, which is more than any ${purpose} needs`)
    chunks.push(Buffer.from(piece))
  })
  return Buffer.concat(chunks)
}

/** The result of `read` on the open file `path`. @throws CliError where the file cannot be read */
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
  const files = name.split(',')
  const isList = files.length > 1 && files.every((file) => existsSync(file))
  const why = isList ? 'it is a list of files, and one is expected' : reason(error)
  return new CliError(`${name}: cannot be read: ${why}`, { cause: error })
}

/** The name of the input `path` in messages. */
export function inputName(path: string): string {
  return path === '-' ? STDIN_NAME : path
}

const relativePath = (path: string): string =>
  isAbsolute(path) ? relative(process.cwd(), path) || '.' : path

/**
 * `argument`, a file or the files of a stack, with paths relative to the folder of the process. A report about a file
 * must not show that folder. Every message about a file uses the name by which the file was loaded.
 */
export function relativeArgument(argument: string): string {
  return filterFilesOf(argument).map(relativePath).join(',')
}

/** Checks that the file `path` can be read. @throws CliError where it cannot */
export function checkReadable(path: string): void {
  withFile(path, () => undefined)
}

/**
 * The bytes of a file, or of standard input where `path` is `-`.
 * @throws CliError where the input cannot be read or is too large
 */
export function readInput(path: string, bounds: ReadBounds = BOUNDS): Buffer {
  if (path !== '-') return withFile(path, (fd) => readAll(fd, path, bounds))
  try {
    return readAll(STDIN, STDIN_NAME, bounds)
  } catch (error) {
    throw cannotBeRead(STDIN_NAME, error)
  }
}

/**
 * Gives the bytes of a file, or of standard input where `path` is `-`, to `take` piece by piece, so that the file may be
 * larger than memory. A piece is valid until `take` returns.
 * @throws CliError where the input cannot be read; what `take` throws
 */
export function readPieces(path: string, take: (piece: Buffer) => void): void {
  const chunk = Buffer.allocUnsafe(1024 * 1024)
  let thrown: { readonly error: unknown } | undefined
  const taking = (piece: Buffer): void => {
    try {
      take(piece)
    } catch (error) {
      thrown = { error }
      throw error
    }
  }
  try {
    if (path === '-') eachPiece(STDIN, chunk, taking)
    else withFile(path, (fd) => eachPiece(fd, chunk, taking))
  } catch (error) {
    // An error of `take` is about the content, and not about reading.
    throw thrown === undefined ? cannotBeRead(inputName(path), error) : thrown.error
  }
}

/**
 * The text of a file, or of standard input where `path` is `-`; a byte order mark is left in.
 *
 * @param expected - the expected content, such as `a profile in JSON`, for the message about a file that is no text
 * @throws CliError where the input cannot be read or is too large; PolicyError where it is not UTF-8
 */
export function readText(path: string, expected: string): string {
  return utf8(readInput(path), inputName(path), expected)
}
