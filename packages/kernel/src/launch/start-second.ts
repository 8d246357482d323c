/*
 * A second runtime that becomes a command, seen by its parent: it gets its plan through a pipe, and leaves its failure in
 * memory that both share.
 */
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tryLibc } from '../libc/libc.ts'
import { openBridge } from '../libc/open-bridge.ts'
import { socketPair } from '../notify/socket.ts'
import type { Libc } from '../libc/libc.ts'
import { KernelError } from '../system/kernel-error.ts'
import type { RunStdio } from './ended.ts'
import { LAUNCH_MEMORY_BYTES, launchFds } from './launch-plan.ts'
import type { LaunchFailure, LaunchPlan } from './launch-plan.ts'
import { secondRuntime } from './second-runtime.ts'
import { descriptors } from './start-with.ts'
import { ending, start } from './started.ts'
import type { CommandProcess } from './started.ts'

/**
 * The error that the launcher left, if any: in `memory`, or in `said` where it failed before the memory was mapped.
 */
function failureOf(said: string, memory: string, status: number | undefined): KernelError | undefined {
  const text = memory === '' ? said : memory
  if (text === '')
    return new KernelError(
      'E_NATIVE',
      `the second runtime, which becomes the command, ended with status ${status} before it began; is the package complete, and can ${process.execPath} start with its variables, such as NODE_OPTIONS?`,
    )
  if (text.trim() === '') return undefined
  const { code, message, errno } = JSON.parse(text) as LaunchFailure // written by launcher.ts
  return new KernelError(code, message, errno === undefined ? {} : { errno })
}

/** Signals by which a runtime ends itself, as where it can start no thread. */
const CRASHES: ReadonlySet<string> = new Set(['SIGABRT', 'SIGBUS', 'SIGILL', 'SIGSEGV', 'SIGTRAP'])

/** The error for a launcher that a signal ended before it said its second line; `undefined` where it said it, or was told to end. */
function crashOf(said: string, signal: string | undefined): KernelError | undefined {
  if (signal === undefined || !CRASHES.has(signal) || said.length >= 2) return undefined
  return new KernelError(
    'E_NATIVE',
    `the second runtime was ended by ${signal} before it became the command, which was not started; see the limits of processes, threads and memory (ulimit -u and -v, pids.max), and whether ${process.execPath} can start with its variables, such as NODE_OPTIONS`,
  )
}

/**
 * The text in a file of memory, up to the first NUL. The bridge reads it: Deno reads /proc only with `--allow-all`, and
 * a mapping would stay for each command that this process has started.
 */
function textIn(libc: Libc, file: number): string {
  const bytes = libc.read(file, LAUNCH_MEMORY_BYTES)
  return Buffer.from(bytes.subarray(0, Math.max(0, bytes.indexOf(0)))).toString()
}

/**
 * Whether only the first thread of a process has ended, by its /proc/PID/stat. A process that has ended as a whole has one
 * thread until its parent hears of it.
 * @see proc(5): the fields (3) state and (20) num_threads
 */
export function isLeaderless(stat: string): boolean {
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' && Number(fields[16]) > 1
}

/** The text of /proc/PID/stat; empty where it cannot be read. */
function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return ''
  }
}

/**
 * Ends a launcher of which only the first thread has ended. A filter that kills threads kills the first thread for
 * `exit_group` or another call, and the other threads wait forever. Yields a function that stops the check.
 */
function endWhereItStays(child: ChildProcess, onStay: () => void): () => void {
  const timer = setInterval(() => {
    if (child.pid === undefined || !isLeaderless(statOf(child.pid))) return
    onStay()
    child.kill('SIGKILL')
  }, 100)
  return () => clearInterval(timer)
}

/**
 * The two ends of a socket for the listener; nothing where the filter has none.
 * @throws KernelError `E_REFUSED`
 */
function socketsFor(plan: LaunchPlan): readonly [number, number] | undefined {
  if (!plan.notifies) return undefined
  const sockets = socketPair(openBridge([plan.bridge]))
  if (sockets !== undefined) return sockets
  throw new KernelError(
    'E_REFUSED',
    'the kernel gives no pair of unix sockets for the listener of the filter',
  )
}

/**
 * Starts a second runtime that becomes the command of `plan`.
 * @param onSocket - gets the socket from which the listener is received, and has to close it
 * @throws KernelError where no process can be started
 */
export function startSecond(
  plan: LaunchPlan,
  given: readonly RunStdio[],
  onSocket: (socket: number) => void = () => {},
): CommandProcess {
  const libc = tryLibc()
  const memory = libc?.memoryFile(LAUNCH_MEMORY_BYTES) ?? -1
  const sockets = socketsFor(plan)
  const close = (): void => {
    if (memory >= 0) libc?.close(memory)
  }
  try {
    const stdio = descriptors(given, plan.keepFds)
    const fds = launchFds(stdio.length)
    // The second runtime starts in the folder of this process, and then enters that of the command: a relative path in
    // NODE_OPTIONS names a file of the first, and nothing of the other may run without the filter.
    const child = start(process.execPath, secondRuntime(plan.bridge, String(stdio.length)), {
      // The descriptors of launchFds(), in their order.
      stdio: [
        ...stdio,
        'pipe',
        'pipe',
        memory < 0 ? 'ignore' : memory,
        ...(sockets === undefined ? [] : [sockets[1]]),
      ],
    })
    if (sockets !== undefined) {
      libc?.close(sockets[1])
      onSocket(sockets[0])
    }
    const told = child.stdio[fds.plan]
    // The launcher may end before it has read the whole plan. Then its message or its exit status says why.
    told?.on('error', () => {})
    if (told !== null && told !== undefined && 'end' in told) told.end(JSON.stringify(plan))
    let said = ''
    let stayed = false
    const stop = endWhereItStays(child, () => (stayed = true))
    child.stdio[fds.said]?.on('data', (chunk: Buffer) => (said += chunk.toString())).on('close', stop) // the pipe closes when the launcher becomes the command, or ends
    const ended = ending(child)
      .then((how) => {
        const left = libc === undefined || memory < 0 ? '' : textIn(libc, memory)
        if (stayed && left === '' && how.signal === 'SIGKILL')
          throw new KernelError(
            'E_NOT_EXECUTABLE',
            'the command was not executed, and the reason is not known: the filter killed the launcher before it could report one',
          )
        // A signal that was sent can end the launcher before its first line. Such an end is no sign of an incomplete package.
        const failure =
          crashOf(said, how.signal) ??
          (said === '' && how.signal !== undefined ? undefined : failureOf(said, left, how.status))
        if (failure !== undefined) throw failure
        return how
      })
      .finally(() => {
        stop()
        close()
      })
    return { child, pid: Promise.resolve(child.pid), ended }
  } catch (error) {
    close()
    for (const socket of sockets ?? []) libc?.close(socket)
    throw error
  }
}
