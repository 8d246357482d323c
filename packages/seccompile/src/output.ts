/*
 * Writing a file so that nobody ever sees half of one.
 *
 * The bytes go to a new file beside the target, are flushed to the disk, and take the target's name by one rename. A
 * full disk, a crash or ^C leave the old file whole. What is no regular file (a pipe, /dev/stdout) has no name to
 * take and is written to directly.
 */
import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CliError } from './cli-error.ts'

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
      return 'its folder does not exist'
    case 'EACCES':
    case 'EPERM':
      return 'permission denied'
    case 'ENOSPC':
      return 'no space left on the disk'
    case 'EROFS':
      return 'the file system is read-only'
    case 'EISDIR':
      return 'it is a folder'
    case 'ENOTDIR':
      return 'a part of its path is not a folder'
    default:
      return error.message
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done)
}

/** The file that `path` finally names, through symbolic links; `path` itself where there is none yet. */
function target(path: string): { readonly path: string; readonly mode?: number; readonly regular: boolean } {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return { path, regular: true }
  return { path: realpathSync(path), mode: stat.mode & 0o777, regular: stat.isFile() }
}

function replace(path: string, mode: number | undefined, bytes: Uint8Array): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  const fd = openSync(beside, 'wx', mode ?? 0o666)
  // Only while the file beside exists: everywhere else ^C ends the process at once, as people expect.
  const onInterrupt = (): void => {
    unlinkSync(beside)
    process.exit(130)
  }
  process.once('SIGINT', onInterrupt)
  try {
    try {
      writeAll(fd, bytes)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(beside, path)
  } catch (error) {
    unlinkSync(beside)
    throw error
  } finally {
    process.off('SIGINT', onInterrupt)
  }
}

/**
 * Writes `bytes` to `path`, all or nothing.
 * @throws CliError where it cannot be written; then a file that was there is as it was
 */
export function writeOutput(path: string, bytes: Uint8Array): void {
  try {
    const { path: real, mode, regular } = target(path)
    if (regular) {
      replace(real, mode, bytes)
      return
    }
    const fd = openSync(real, 'w')
    try {
      writeAll(fd, bytes)
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    throw new CliError(`${path}: cannot be written: ${describe(error)}`, { cause: error })
  }
}
