/* A process that will become a command under a filter, or will start one. */
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { startProcess } from '../native/start-process.ts'
import { KernelError } from '../system/kernel-error.ts'
import type { CommandEnd } from './ended.ts'

/** A process that will become the command, or will start it. */
export interface CommandProcess {
  readonly child: ChildProcess
  /** The id of the command's process, as soon as it has one. */
  readonly pid: Promise<number | undefined>
  /** How the process ended; known only once the launcher has become the command. */
  readonly ended: Promise<CommandEnd>
}

/** Why a launcher was not started. */
function notStarted(cause: unknown): KernelError {
  const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  const isLong = errno === 'E2BIG'
  return new KernelError(
    isLong ? 'E_NOT_EXECUTABLE' : 'E_REFUSED',
    isLong
      ? 'the words of the command and its environment are too long: E2BIG'
      : `no process can be started: ${errno}`,
    { errno, cause },
  )
}

/**
 * Opens the output streams of this process. Node makes a pipe or a socket non-blocking when its stream is first used, and
 * blocking again when a process that inherits it is started. All processes that share it share the flag. So a stream that
 * were first used while the command runs would become non-blocking under the command.
 */
function openStreams(): readonly unknown[] {
  return [process.stdout, process.stderr]
}

/** @throws KernelError where no process can be started */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  openStreams()
  try {
    return startProcess(command, args, options)
  } catch (error) {
    throw notStarted(error) // Node reports most errors as an event, and throws the others
  }
}

/** How `child` ended, once it has ended. */
export function ending(child: ChildProcess): Promise<CommandEnd> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(notStarted(error)))
    child.once('close', (status, signal) =>
      resolve({ status: status ?? undefined, signal: signal ?? undefined }),
    )
  })
}

/** Whether `child` has ended: its id may be that of another process. */
const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/** Calls `onEnd` as soon as `child` has ended; rejects with the error of `onEnd`. A process that did not start never ends. */
export async function tellEnd(child: ChildProcess, onEnd: () => void = () => {}): Promise<void> {
  if (!hasEnded(child)) await new Promise((resolve) => child.once('exit', resolve))
  onEnd()
}

/** Ends process `pid`, which is `child` or was started by it, by SIGTERM; 0 stands for no process. */
export function endProcess(child: ChildProcess, pid: number): void {
  try {
    if (pid !== 0 && !hasEnded(child)) process.kill(pid, 'SIGTERM')
  } catch {
    // The process has ended already.
  }
}

/**
 * Calls `onStart`. Where it throws, the caller of this package gets its error and no longer waits for the process, so
 * `end` ends the process.
 * @throws the error of `onStart`
 */
export function tell(onStart: () => void, end: () => void): void {
  try {
    onStart()
  } catch (error) {
    end()
    throw error
  }
}
