/*
 * Files that have no name.
 *
 * The content of a temporary file is executed, attached as a filter, or shared with a process that attaches it. A
 * user who can replace the file decides what runs. A file without a name cannot be replaced: only its descriptor
 * leads to it. And a process that is killed leaves no such file behind. So every temporary file is made here, except
 * those of the C compiler, which needs paths: see own-folder.ts.
 *
 * @see open(2): O_TMPFILE, and O_EXCL, by which the file never gets a name
 */
import { closeSync, constants, fchmodSync, openSync, readlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { tryLibc } from '../libc/libc.ts'

/** `__O_TMPFILE` of every architecture that Node runs on. @see include/uapi/asm-generic/fcntl.h */
const O_TMPFILE = 0o20000000 | constants.O_DIRECTORY

/** How {@link namelessFile} makes a file. */
export interface NamelessOptions {
  /** The permissions of the file; by default only this user may read and write it. */
  readonly mode?: number
  /** Folders on whose file systems the file may be; the first that works is used. */
  readonly folders?: readonly string[]
  /** Yields a file in memory, which is taken where no folder works; `undefined` where there are no such files. */
  readonly inMemory?: (bytes: number) => number | undefined
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** Writes `bytes` at offset `at` of the file, independent of the file offset of `fd`. */
export function writeAll(fd: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, at + done)
}

/** A descriptor of a new file of `bytes` zeros in memory; `undefined` where there are no such files. */
function memoryFile(bytes: number): number | undefined {
  const libc = tryLibc()
  const fd = libc?.memoryFile(bytes) ?? -1
  if (libc === undefined || fd < 0) return undefined
  try {
    return openSync(`/proc/self/fd/${fd}`, 'r+') // Deno closes and passes on only descriptors that it has opened itself
  } finally {
    libc.close(fd)
  }
}

/**
 * A descriptor of a new nameless file that holds `content`, open for reading and writing, at offset 0. It is in memory
 * where no folder can have it; Deno opens no nameless file in a folder.
 * @throws Error with the reason why each folder failed
 */
export function namelessFile(
  content: Uint8Array,
  { mode = 0o600, folders = [tmpdir(), '/tmp', '/dev/shm'], inMemory = memoryFile }: NamelessOptions = {},
): number {
  const reasons: string[] = []
  for (const folder of new Set(folders)) {
    let fd: number | undefined
    try {
      fd = openSync(folder, O_TMPFILE | constants.O_RDWR | constants.O_EXCL, mode)
      writeAll(fd, content, 0)
      return fd
    } catch (error) {
      // This folder fails: it is missing, not writable or full, or its file system has no nameless files. The next
      // one is tried.
      if (fd !== undefined) closeSync(fd)
      reasons.push(`in ${folder}: ${codeOf(error)}`)
    }
  }
  const fd = inMemory(content.length)
  if (fd !== undefined) {
    fchmodSync(fd, mode)
    writeAll(fd, content, 0)
    return fd
  }
  throw new Error(reasons.join(', or '))
}

/**
 * A {@link namelessFile} that is open for reading only. It can be executed, because no descriptor is open for
 * writing.
 * @throws Error as {@link namelessFile} does, or where there is no /proc
 */
export function readOnlyFile(content: Uint8Array, options: NamelessOptions = {}): number {
  const fd = namelessFile(content, options)
  try {
    return openSync(`/proc/self/fd/${fd}`, 'r')
  } finally {
    closeSync(fd)
  }
}

/**
 * The path by which other processes of this user can open the file of `fd`, as long as this process keeps it open.
 *
 * The process id in the path comes from /proc. In a PID namespace that sees the /proc of another namespace,
 * `process.pid` would name another process.
 */
export function pathOfOpen(fd: number): string {
  return `/proc/${readlinkSync('/proc/self')}/fd/${fd}`
}
