/*
 * A command under a filter, with a parent that stays. The parent learns how the command ended, and for which
 * call it was killed.
 *
 * The filter cannot be attached to the parent. So another process attaches it and becomes the command: a second
 * Node with launcher.ts, or a launcher of another project where koffi is not installed.
 */
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { closeSync, readFileSync, readSync } from 'node:fs'
import { constants } from 'node:os'
import { checkAccepted, filterBytes } from '../attach/filters.ts'
import type { Filters } from '../attach/filters.ts'
import { flagBits } from '../attach/flags.ts'
import { KernelError } from '../system/kernel-error.ts'
import { loadLibc } from '../system/libc.ts'
import { readOptions } from '../system/option-readers.ts'
import { ownFile } from '../system/own-file.ts'
import { requireLinux } from '../system/require-linux.ts'
import { auditReader, trapObservers } from './audit-records.ts'
import { chooseLauncher } from './choose-launcher.ts'
import { commandBytes, commandTexts } from './command-bytes.ts'
import type { CommandWord } from './command-bytes.ts'
import { checkFolder, commandPath } from './command-path.ts'
import type { RunStdio, SignalText } from './ended.ts'
import { follow } from './follow-records.ts'
import { LAUNCH_MEMORY_BYTES, launchFds, planned } from './launch-plan.ts'
import type { LaunchFailure, LaunchPlan } from './launch-plan.ts'
import type { LauncherName } from './launch-words.ts'
import { loggedCalls, refusedCall, unknownCall } from './refused-call.ts'
import type { LoggedCalls, RefusedCall } from './refused-call.ts'
import { runReader } from './start-options.ts'
import type { RunOptions } from './start-options.ts'
import { startOther } from './start-other.ts'
import { descriptors } from './start-with.ts'
import { ending, endProcess, start, tell } from './started.ts'
import type { CommandProcess } from './started.ts'

/** How a command under a filter ended. */
export interface RunReport {
  readonly launcher: LauncherName
  readonly pid: number
  /**
   * The exit status, where it exited. `bwrap` exits with 128 + the signal that ended the command, but for a
   * SIGSYS on record.
   */
  readonly status: number | undefined
  /** The signal that ended it, where one did. */
  readonly signal: SignalText | undefined
  /** The call for which the kernel killed the command, where the command died of SIGSYS. */
  readonly refused: RefusedCall | undefined
  /** The recorded calls for which the kernel did not kill the process; only with `log`. */
  readonly logged: LoggedCalls | undefined
}

/**
 * The error that the launcher left, if any: in `memory`, or in `said` where it failed before the memory was mapped.
 */
function failureOf(said: string, memory: string): KernelError | undefined {
  const text = memory === '' ? said : memory
  if (text === '')
    return new KernelError('E_NATIVE', 'the launcher of this package did not start; is the package complete?')
  if (text.trim() === '') return undefined
  const { code, message, errno } = JSON.parse(text) as LaunchFailure // written by launcher.ts
  return new KernelError(code, message, errno === undefined ? {} : { errno })
}

/** The text in a file of {@link LAUNCH_MEMORY_BYTES}, up to the first NUL. */
function textIn(file: number): string {
  const bytes = Buffer.alloc(LAUNCH_MEMORY_BYTES)
  readSync(file, bytes, 0, bytes.length, 0)
  return bytes.toString('utf8', 0, bytes.indexOf(0))
}

/** Whether the first thread of the process `pid` has ended; false where /proc does not say. */
function isLeaderless(pid: number): boolean {
  try {
    return /\) Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

/**
 * Ends a launcher of which only the first thread has ended. A filter that kills threads kills the first thread for
 * `exit_group` or another call, and the other threads wait forever. Yields a function that stops the check.
 */
function endWhereItStays(child: ChildProcess, onStay: () => void): () => void {
  const timer = setInterval(() => {
    if (child.pid === undefined || !isLeaderless(child.pid)) return
    onStay()
    child.kill('SIGKILL')
  }, 100)
  return () => clearInterval(timer)
}

function startNode(plan: LaunchPlan, options: SpawnOptions, given: readonly RunStdio[]): CommandProcess {
  const script = ownFile('dist/launch/launcher.js')
  const memory = loadLibc().memoryFile(LAUNCH_MEMORY_BYTES)
  const close = (): void => {
    if (memory >= 0) closeSync(memory)
  }
  try {
    const stdio = descriptors(given, plan.keepFds)
    const fds = launchFds(stdio.length)
    const child = start(process.execPath, [script, String(stdio.length)], {
      ...options,
      // The descriptors of launchFds(), in their order.
      stdio: [...stdio, 'pipe', 'pipe', memory < 0 ? 'ignore' : memory],
    })
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
        const left = memory < 0 ? '' : textIn(memory)
        if (stayed && left === '' && how.signal === 'SIGKILL')
          throw new KernelError(
            'E_NOT_EXECUTABLE',
            'the command was not executed, and the reason is not known: the filter killed the launcher before it could report one',
          )
        // A signal can end the launcher before its first message. Such an end is no sign of an incomplete package.
        const failure = said === '' && how.signal !== undefined ? undefined : failureOf(said, left)
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
    throw error
  }
}

/**
 * Runs a command under a filter and says how it ended. No shell is involved: `command` is the name and the
 * words after it, and the name is looked up in `PATH` as execvp(3) does. Entries in the environment of this
 * process that are not UTF-8 are passed on unchanged.
 *
 * @param filters - one, or several in the order in which they are attached
 * @throws KernelError where the command does not run under all of them: `E_FILTER` names the instruction that the kernel
 * does not accept or the call that starting takes and the filter refuses, `E_NO_COMMAND` and `E_NOT_EXECUTABLE` the
 * command, `E_NO_LAUNCHER` what to install, `E_REFUSED` the kernel's error
 */
export async function run(
  filters: Filters,
  command: readonly [CommandWord, ...CommandWord[]],
  given: RunOptions = {},
): Promise<RunReport> {
  requireLinux('run a command under a filter')
  const options = readOptions(runReader, given)
  const { noNewPrivs = true, log = false, specAllow = false, keepFds = [], env, cwd, signal } = options
  const bytes = filterBytes(filters)
  checkAccepted(bytes)
  const words = commandBytes(command, env)
  checkFolder(cwd)
  const flags = flagBits({ log, specAllow })
  const launcher = chooseLauncher({ filters: bytes, flags, noNewPrivs }, options.launcher)
  const texts = launcher === 'koffi' ? [] : commandTexts(words, launcher)
  const path = commandPath(words.args[0] ?? Buffer.alloc(0), options)
  const reader = auditReader()
  try {
    const stdio = options.stdio ?? ['inherit', 'inherit', 'inherit']
    const spawning = cwd === undefined ? {} : { cwd }
    const started =
      launcher === 'koffi'
        ? startNode(
            {
              filters: bytes.map(planned),
              observers: (log ? [] : trapObservers(bytes)).map(planned),
              flags,
              noNewPrivs,
              path: planned(path),
              args: words.args.map(planned),
              env: words.env.map(planned),
              keepFds,
            },
            spawning,
            stdio,
          )
        : startOther(launcher, bytes, { words: texts, cwd, env }, stdio, keepFds)
    started.ended.catch(() => {}) // a caller awaits `ended` later
    const pid = (await started.pid) ?? started.child.pid ?? 0
    const end = (): void => endProcess(pid)
    if (pid !== 0) tell(() => options.onStart?.(pid), end)
    if (signal?.aborted === true) end()
    signal?.addEventListener('abort', end)
    const following = follow(reader, pid)
    const how = await started.ended.finally(() => {
      following.stop()
      signal?.removeEventListener('abort', end)
    })
    // The status of bwrap names the signal that ended the command. A command may exit with such a status
    // itself, as a shell does.
    const isPerhapsKilled = launcher === 'bwrap' && how.status === 128 + constants.signals.SIGSYS
    const isKilled = how.signal === 'SIGSYS'
    const record = isKilled || isPerhapsKilled ? await following.killing() : undefined
    const logged = log
      ? loggedCalls(bytes, reader === undefined ? undefined : await following.others(record))
      : undefined
    if (record !== undefined)
      return {
        launcher,
        pid,
        status: undefined,
        signal: 'SIGSYS',
        refused: refusedCall(bytes, record),
        logged,
      }
    return { launcher, pid, ...how, refused: isKilled ? unknownCall(reader, launcher) : undefined, logged }
  } finally {
    reader?.close()
  }
}
