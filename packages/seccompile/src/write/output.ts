/*
 * Writing a file so that nobody ever sees half of one.
 *
 * The bytes go to a new file beside the target, are flushed to the disk, and take the target's name by one rename. A
 * full disk, a crash or a signal leave the old file whole. A signal, or any other end that can be seen coming, takes the
 * new file away too: Node hands signals over between two turns of its event loop only, so what may take long, writing
 * and flushing, is asynchronous. What is no regular file (a pipe, /dev/stdout) has no name to take and is written to
 * directly.
 */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
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
import { CliError } from '../cli-error.ts'
import { reason } from '../load/input.ts'

const writeAsync = promisify(write)
const fsyncAsync = promisify(fsync)

function describe(error: unknown): string {
  return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'its folder does not exist' : reason(error)
}

/** The file that `path` finally names, through symbolic links; `path` itself where there is none, or no regular one. */
function target(path: string): { readonly path: string; readonly mode?: number; readonly regular: boolean } {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return { path, regular: true }
  // A pipe has no path that it could be opened by but the one given: /dev/stdout, or /dev/fd/63 of `>(command)`.
  if (!stat.isFile()) return { path, regular: false }
  return { path: realpathSync(path), mode: stat.mode & 0o777, regular: true }
}

/** What ends a process that has no mind to be ended; SIGKILL cannot be seen coming. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `work`; a signal meanwhile runs `undo` and then ends the process as if it had not been caught. So does any other
 * end: a module of the person's own may throw later, or exit.
 */
async function undoneByTheEnd(undo: () => void, work: () => Promise<void>): Promise<void> {
  const stop = (): void => {
    for (const name of SIGNALS) process.off(name, onSignal)
    process.off('exit', undo)
  }
  const onSignal = (signal: NodeJS.Signals): void => {
    undo()
    stop()
    process.kill(process.pid, signal)
  }
  for (const name of SIGNALS) process.on(name, onSignal)
  process.on('exit', undo)
  try {
    await work()
  } finally {
    stop()
  }
}

/** A regular file that is to hold `bytes`, with the mode that it is to keep. */
interface Replacement {
  readonly path: string
  readonly mode: number | undefined
  readonly bytes: Uint8Array
}

async function writeBeside(fd: number, { mode, bytes }: Replacement): Promise<void> {
  try {
    if (mode !== undefined) fchmodSync(fd, mode) // the mask of the process has taken bits from it
    for (let done = 0; done < bytes.length;)
      done += (await writeAsync(fd, bytes, done, bytes.length - done, null)).bytesWritten
    await fsyncAsync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Replaces files; none is touched before all new ones are on the disk. */
async function replace(files: readonly Replacement[]): Promise<void> {
  const besides = files.map(({ path }) => join(dirname(path), `.seccompile-${randomUUID()}.tmp`))
  const made = new Set<string>()
  const remove = (): void => {
    for (const beside of made) unlinkSync(beside)
    made.clear()
  }
  await undoneByTheEnd(remove, async () => {
    try {
      for (const [i, file] of files.entries()) {
        const fd = openSync(besides[i]!, 'wx', file.mode ?? 0o666)
        made.add(besides[i]!) // in the same turn: no signal comes between
        await writeBeside(fd, file)
        // Whoever embeds this may catch signals too and live on.
        if (made.size !== i + 1) throw new Error('a signal came in between')
      }
      // In one turn: no signal comes between these either.
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
 * @throws CliError where it cannot be written; then a file that was there is as it was
 */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const { path: real, mode, regular } = target(path)
    if (regular) await replace([{ path: real, mode, bytes }])
    else writeDirectly(real, bytes)
  } catch (error) {
    throw new CliError(`${path}: cannot be written: ${describe(error)}`, { cause: error })
  }
}

/** What {@link writeOutputs} is to write, and where. */
export interface OutputFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Writes several files that belong together: all are on the disk before the first takes its name.
 * @throws CliError where one cannot be written, or is no regular file; then those that were there are as they were, but
 * where the folder itself changes meanwhile
 */
export async function writeOutputs(files: readonly OutputFile[]): Promise<void> {
  const replacements = files.map(({ path, bytes }): Replacement => {
    try {
      const { path: real, mode, regular } = target(path)
      if (regular) return { path: real, mode, bytes }
    } catch (error) {
      throw new CliError(`${path}: cannot be written: ${describe(error)}`, { cause: error })
    }
    throw new CliError(`${path}: cannot be written: it is no regular file`)
  })
  try {
    await replace(replacements)
  } catch (error) {
    const names = `${files[0]?.path ?? ''} and those beside it`
    throw new CliError(`${names}: cannot be written: ${describe(error)}`, { cause: error })
  }
}
