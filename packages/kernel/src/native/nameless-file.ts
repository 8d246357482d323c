/*
 * Files that have no name.
 *
 * The content of a temporary file is executed, attached as a filter, or shared with a process that attaches it. A user who can
 * put another file in its place decides what runs. A file without a name has no place: only its descriptor leads to it, and a
 * process that is killed leaves nothing behind. So every such file is made here, but for those that a C compiler
 * writes, which need a path: see own-folder.ts.
 *
 * @see open(2): O_TMPFILE, and O_EXCL, by which the file never gets a name
 */
import { closeSync, constants, openSync, readlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** `__O_TMPFILE` of every architecture that Node runs on. @see include/uapi/asm-generic/fcntl.h */
const O_TMPFILE = 0o20000000 | constants.O_DIRECTORY

/** How {@link namelessFile} makes a file. */
export interface NamelessOptions {
  /** The permissions: of this user to read and write, by default. */
  readonly mode?: number
  /** The folders whose file system may hold it; the first that can is used. */
  readonly folders?: readonly string[]
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** Writes `bytes` from `at` on, whatever the place at which `fd` reads. */
export function writeAll(fd: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, at + done)
}

/**
 * A descriptor of a new file without a name that holds `content`, open for reading and writing from its beginning.
 * @throws Error with the reason for each folder that cannot hold it
 */
export function namelessFile(
  content: Uint8Array,
  { mode = 0o600, folders = [tmpdir(), '/tmp', '/dev/shm'] }: NamelessOptions = {},
): number {
  const reasons: string[] = []
  for (const folder of new Set(folders)) {
    let fd: number | undefined
    try {
      fd = openSync(folder, O_TMPFILE | constants.O_RDWR | constants.O_EXCL, mode)
      writeAll(fd, content, 0)
      return fd
    } catch (error) {
      // There is no such folder, or no permission, or no room, or its file system makes no such file: try the next one.
      if (fd !== undefined) closeSync(fd)
      reasons.push(`in ${folder}: ${codeOf(error)}`)
    }
  }
  throw new Error(reasons.join(', or '))
}

/**
 * {@link namelessFile}, open for reading alone. A program can be executed from it: no descriptor writes to it any more.
 * @throws Error as that does, or where /proc is not there
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
 * The path by which other processes of this user open the file of `fd`, as long as this process keeps it open.
 *
 * The number of this process in /proc is the one that /proc gives: in a namespace of processes with the /proc of another,
 * `process.pid` would be the number of a stranger.
 */
export function pathOfOpen(fd: number): string {
  return `/proc/${readlinkSync('/proc/self')}/fd/${fd}`
}
