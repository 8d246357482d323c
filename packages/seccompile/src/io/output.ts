/*
 * Writing a file so that no reader ever sees half of it.
 *
 * The bytes go to a temporary file beside the target and are flushed to the disk. One rename then gives the file the
 * name of the target. A full disk, a crash or a signal leaves the old file whole. A signal that can be caught, and
 * any other regular end, also removes the temporary file. Node delivers signals only between two turns of its event
 * loop, so the slow steps, writing and flushing, are asynchronous. The new file has the owner, the group and the mode
 * of the old file. If the process may not set them, no file is written: else root would take a file from its user, or
 * a user would give a group access that it did not have. A target that is no regular file (a pipe, /dev/stdout)
 * cannot be replaced, and is written to directly.
 */
import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  write,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { undoneByTheEnd } from '@seccompile/kernel/undo'
import { CliError } from './cli-error.ts'
import { reason } from './input.ts'

const writeAsync = promisify(write)
const fsyncAsync = promisify(fsync)

/** The reason why the files of `paths` cannot be written. */
function describe(error: unknown, ...paths: readonly string[]): string {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return reason(error)
  // The kernel gives the same error for a folder that exists and where no file can be made, such as /proc.
  const isThere = paths.every((path) => existsSync(dirname(path)))
  return isThere ? 'its folder does not allow new files' : 'its folder does not exist'
}

/** The properties of a file that stay when its content is replaced. */
interface KeptProperties {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

/** The file that `path` names, through symbolic links. `path` itself, if there is no file, or no regular file. */
function target(path: string): {
  readonly path: string
  readonly kept?: KeptProperties
  readonly regular: boolean
} {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return { path, regular: true }
  // A pipe can be opened only by the given path: /dev/stdout, or /dev/fd/63 of `>(command)`.
  if (!stat.isFile()) return { path, regular: false }
  const { mode, uid, gid } = stat
  return { path: realpathSync(path), kept: { mode: mode & 0o777, uid, gid }, regular: true }
}

/** A regular file that will hold `bytes`. */
interface Replacement {
  readonly path: string
  /** The properties of the old file, if it exists. */
  readonly kept: KeptProperties | undefined
  readonly bytes: Uint8Array
}

/** The old file belongs to another user or group, and this process may not set them for the new file. */
class OwnerError extends Error {
  override readonly name: string = 'OwnerError'
}

/**
 * Gives the new file `fd` the owner, the group and the mode of the old one. @throws OwnerError where that is not
 * allowed
 */
function keep(fd: number, { mode, uid, gid }: KeptProperties): void {
  const own = fstatSync(fd)
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(fd, uid, gid)
    } catch (error) {
      const whose = own.uid === uid ? `group ${gid}` : `user ${uid}`
      throw new OwnerError(
        `it belongs to ${whose}, and a new file would not; remove it, or name another file`,
        { cause: error },
      )
    }
  }
  fchmodSync(fd, mode) // after fchown, which may clear bits; openSync applied the umask of the process to the mode
}

async function writeBeside(fd: number, { kept, bytes }: Replacement): Promise<void> {
  try {
    if (kept !== undefined) keep(fd, kept)
    for (let done = 0; done < bytes.length;)
      done += (await writeAsync(fd, bytes, done, bytes.length - done, null)).bytesWritten
    await fsyncAsync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Replaces files. No file is replaced before all new ones are on the disk. */
async function replace(files: readonly Replacement[]): Promise<void> {
  // The flag `wx` never replaces a file of this name. Two processes have one name only with the same process id in
  // the same nanosecond, in another container or on another machine. `node:crypto` has better names, but takes as
  // long to load as a filter takes to compile.
  const own = `.seccompile-${process.pid}-${process.hrtime.bigint()}`
  const besides = files.map(({ path }, i) => join(dirname(path), `${own}-${i}.tmp`))
  const made = new Set<string>()
  const remove = (): void => {
    for (const beside of made) unlinkSync(beside)
    made.clear()
  }
  await undoneByTheEnd(remove, async () => {
    try {
      for (const [i, file] of files.entries()) {
        const fd = openSync(besides[i]!, 'wx', file.kept?.mode ?? 0o666)
        made.add(besides[i]!) // in the same turn of the event loop: no signal comes between
        await writeBeside(fd, file)
      }
      // All renames happen in one turn of the event loop: no signal comes between them.
      for (const [i, { path }] of files.entries()) {
        renameSync(besides[i]!, path)
        made.delete(besides[i]!)
      }
    } catch (error) {
      remove()
      throw error
    }
  })
}

function writeDirectly(path: string, bytes: Uint8Array): void {
  const fd = openSync(path, 'w')
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done)
  } finally {
    closeSync(fd)
  }
}

/**
 * Writes `bytes` to `path`, all or nothing.
 * @throws CliError where the file cannot be written; an old file is then unchanged
 */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const { path: real, kept, regular } = target(path)
    if (regular) await replace([{ path: real, kept, bytes }])
    else writeDirectly(real, bytes)
  } catch (error) {
    throw new CliError(`${path}: cannot be written: ${describe(error, path)}`, { cause: error })
  }
}

/** A file for {@link writeOutputs}. */
export interface OutputFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Writes several files that belong together: all are on the disk before the first takes its name.
 * @throws CliError where a file cannot be written, or is no regular file. Old files are then unchanged, unless another
 * process changes the folder meanwhile
 */
export async function writeOutputs(files: readonly OutputFile[]): Promise<void> {
  const replacements = files.map(({ path, bytes }): Replacement => {
    try {
      const { path: real, kept, regular } = target(path)
      if (regular) return { path: real, kept, bytes }
    } catch (error) {
      throw new CliError(`${path}: cannot be written: ${describe(error, path)}`, { cause: error })
    }
    throw new CliError(`${path}: cannot be written: it is not a regular file`)
  })
  try {
    await replace(replacements)
  } catch (error) {
    const paths = files.map(({ path }) => path)
    const names = `${paths[0] ?? ''} and those beside it`
    throw new CliError(`${names}: cannot be written: ${describe(error, ...paths)}`, { cause: error })
  }
}
