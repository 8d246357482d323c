import { closeSync, existsSync, fstatSync, readSync } from 'node:fs'
import { isAbsolute, relative } from 'node:path'
import { MAX_FILE_BYTES, PRESET, utf8 } from '@seccompile/policy-files'
import { CliError } from './cli-error.ts'
import { statOf } from './inside.ts'
import { isDescriptor, openInput } from './open-input.ts'

/** The bound on the size of an input. */
export interface ReadBounds {
  readonly maxBytes: number
  /** The use of the input, such as `policy`. The message about a larger input names it. */
  readonly purpose: string
}

const BOUNDS: ReadBounds = { maxBytes: MAX_FILE_BYTES, purpose: 'filter or policy' }

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

/** @throws CliError for a file that is named twice, by whatever links: its calls would count twice */
export function checkDistinct(files: readonly string[]): void {
  const seen = new Map<string, string>()
  for (const file of files) {
    const stat = statOf(file === '-' ? '/dev/stdin' : file)
    const key = stat === undefined ? file : `${stat.dev}:${stat.ino}`
    const before = seen.get(key)
    if (before !== undefined)
      throw new CliError(
        `${file}: is the same file as ${before}, and its calls would count twice; name each recording once`,
      )
    seen.set(key, file)
  }
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

const PIECE_BYTES = 64 * 1024
/** A reader of traces keeps 64 KiB of a line. A device or a file of holes is one line that never ends. */
const MAX_LINE_BYTES = 64 * 1024 * 1024
const LINE_END = 0x0a

/** The number of bytes that were read into `chunk`; 0 at the end. */
function readSome(fd: number, chunk: Buffer): number {
  for (;;)
    try {
      return readSync(fd, chunk)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      if (fstatSync(fd).isFile())
        throw new Error('it is a file of the kernel, and waits for data; name a regular file', {
          cause: error,
        })
      // Another process has made this terminal or pipe non-blocking, and it has no data yet. Wait, then read again.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
}

function readAll(fd: number, name: string, { maxBytes, purpose }: ReadBounds): Buffer {
  const chunks: Buffer[] = []
  let total = 0
  for (;;) {
    const chunk = Buffer.allocUnsafe(PIECE_BYTES)
    const count = readSome(fd, chunk)
    if (count === 0) return Buffer.concat(chunks)
    total += count
    if (total > maxBytes)
      throw new CliError(`${name}: is larger than ${maxBytes} bytes, which is more than any ${purpose} needs`)
    chunks.push(chunk.subarray(0, count))
  }
}

/** The file `path`, open for reading. @throws CliError where it cannot be read */
function opened(path: string): number {
  try {
    return openInput(path)
  } catch (error) {
    throw cannotBeRead(path, error)
  }
}

/** The result of `read` on the open file `path`. @throws CliError where the file cannot be read */
function withFile<T>(path: string, read: (fd: number) => T): T {
  const fd = opened(path)
  try {
    return read(fd)
  } catch (error) {
    throw cannotBeRead(path, error)
  } finally {
    closeSync(fd)
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
  isAbsolute(path) && !isDescriptor(path) ? relative(process.cwd(), path) || '.' : path

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

/** The number of leading bytes of `bytes` that hold whole characters of UTF-8: a last one may be cut. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < size ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/**
 * The pieces of a text of any size, all full but the last; of standard input where `path` is `-`. A byte order mark is left in.
 * @throws CliError where the input cannot be read, is not UTF-8, or has a line of more than 64 MiB
 */
export function* textPieces(path: string): Generator<string> {
  const name = inputName(path)
  // A decoder that is told that more follows allocates for each piece, and much waits for the collector.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const chunk = Buffer.allocUnsafe(PIECE_BYTES)
  const decoded = (length: number): string => {
    try {
      return decoder.decode(chunk.subarray(0, length))
    } catch (error) {
      throw new CliError(`${name}: is not UTF-8; expected text`, { cause: error })
    }
  }
  // A pipe may yield a few bytes at a time, and the first piece has to show what kind of text it is.
  const filled = (fd: number, from: number): number => {
    let at = from
    try {
      for (let count = 1; count > 0 && at < chunk.length; at += count)
        count = readSome(fd, chunk.subarray(at))
    } catch (error) {
      throw cannotBeRead(name, error)
    }
    return at
  }
  const fd = path === '-' ? STDIN : opened(path)
  try {
    let kept = 0 // bytes of a cut character, at the start of the chunk
    let ofLine = 0 // bytes since the end of the last line
    for (let end = chunk.length; end === chunk.length;) {
      end = filled(fd, kept)
      const whole = wholeCharacters(chunk.subarray(0, end))
      const lineEnd = chunk.lastIndexOf(LINE_END, whole - 1)
      ofLine = lineEnd < 0 || whole === 0 ? ofLine + whole : whole - 1 - lineEnd
      if (ofLine > MAX_LINE_BYTES)
        throw new CliError(`${name}: a line is longer than ${MAX_LINE_BYTES} bytes; expected lines of text`)
      if (whole > 0) yield decoded(whole)
      chunk.copyWithin(0, whole, end)
      kept = end - whole
    }
    if (kept > 0) yield decoded(kept)
  } finally {
    if (fd !== STDIN) closeSync(fd)
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
