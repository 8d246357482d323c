/*
 * Opening an input by its path.
 *
 * Only a regular file is opened. To open a FIFO waits for a writer, and to open a device may do something: a watchdog
 * starts. So the path is looked at before it is opened, and the open file once more, because another process may have
 * replaced it meanwhile. A file of the kernel in /proc calls itself regular, and may nevertheless wait for data. Opened
 * with O_NONBLOCK, such a file answers EAGAIN, which a regular file never does.
 *
 * One pipe is opened: `/dev/fd/63`, as a shell names `<(command)`, is a descriptor that this process already holds. The
 * person who started the process started its writer too. The writer may have ended, so O_NONBLOCK is for the pipe as well.
 */
import { closeSync, constants, fstatSync, openSync, statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { CliError } from './cli-error.ts'

/** Whether `path` names a descriptor of this process. */
export function isDescriptor(path: string): boolean {
  return /^\/(?:dev\/stdin|(?:dev|proc\/self)\/fd\/\d+)$/.test(path)
}

/** What `stats` are of, unless of a file to read. */
function otherKind(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a FIFO'
  return stats.isSocket() ? 'a socket' : 'a device'
}

/** @throws CliError where `stats` are of no file to read */
function checkFile(path: string, stats: Stats): void {
  const kind = otherKind(stats)
  if (kind === undefined || (stats.isFIFO() && isDescriptor(path))) return
  const instead = stats.isDirectory() ? '' : '; name a regular file, or write - for standard input'
  throw new CliError(`${path}: cannot be read: it is ${kind}${instead}`)
}

/**
 * The file `path`, open for reading.
 * @throws CliError where it is no regular file, and no pipe that this process holds; the error of node:fs
 */
export function openInput(path: string): number {
  if (path === '') throw new CliError('expected the path of a file; got ""')
  checkFile(path, statSync(path))
  // Other systems than those of POSIX lack the flag.
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    checkFile(path, fstatSync(fd))
    return fd
  } catch (error) {
    closeSync(fd)
    throw error
  }
}
