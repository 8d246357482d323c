/*
 * A command under a filter, with a parent that stays. The parent learns how the command ended, and for which
 * call it was killed.
 *
 * The filter cannot be attached to the parent. So another process attaches it and becomes the command: a second
 * runtime with launcher.ts, or a launcher of another project where no bridge is here.
 */
import { constants } from 'node:os'
import { checkAccepted, filterBytes } from '../attach/filters.ts'
import type { Filters } from '../attach/filters.ts'
import { flagBits } from '../attach/flags.ts'
import { readOptions } from '../system/option-readers.ts'
import { requireLinux } from '../system/require-linux.ts'
import { auditReader, trapObservers } from './audit-records.ts'
import { checkExecve, chooseLauncher } from './choose-launcher.ts'
import { commandBytes, commandTexts } from './command-bytes.ts'
import type { CommandWord } from './command-bytes.ts'
import { checkFolder, commandPath } from './command-path.ts'
import type { SignalText } from './ended.ts'
import { follow } from './follow-records.ts'
import { planned } from './launch-plan.ts'
import { isBridge } from './launch-words.ts'
import type { LauncherName } from './launch-words.ts'
import { loggedCalls, refusedCall, unknownCall } from './refused-call.ts'
import type { LoggedCalls, RefusedCall } from './refused-call.ts'
import { runReader } from './start-options.ts'
import type { RunOptions } from './start-options.ts'
import { watchingBridge } from './second-runtime.ts'
import { startOther } from './start-other.ts'
import { startSecond } from './start-second.ts'
import { endProcess, tell, tellEnd } from './started.ts'

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
 * Runs a command under a filter and says how it ended. No shell is involved: `command` is the name and the
 * words after it, and the name is looked up in `PATH` as execvp(3) does. Entries in the environment of this
 * process that are not UTF-8 are passed on unchanged.
 *
 * @param filters - one, or several in the order in which they are attached
 * @throws KernelError where the command does not run under all of them: `E_FILTER` names the instruction that the kernel
 * does not accept or the call that starting takes and the filter refuses, `E_NO_COMMAND` and `E_NOT_EXECUTABLE` the
 * command, `E_NO_LAUNCHER` what to install, `E_REFUSED` the kernel's error
 */
export function run(
  filters: Filters,
  command: readonly [CommandWord, ...CommandWord[]],
  given: RunOptions = {},
): Promise<RunReport> {
  return runWith(filters, command, given)
}

/** What a watcher needs of a run: see notify.ts. */
export interface NotifiedRun {
  /** The filter of the command, which gives some calls the verdict USER_NOTIF. */
  readonly watched: Uint8Array
  /** Whether the filters of the run are enforced, and not only tried. */
  readonly isEnforced: boolean
  /** Whether the command is killed where this process ends. */
  readonly diesWithParent: boolean
  /** Bits of `SECCOMP_FILTER_FLAG_*` for the listener. */
  readonly flags: number
  /** Gets the socket from which the listener is received, and has to close it. */
  readonly onSocket: (socket: number) => void
}

/** {@link run}; with `notified`, the command runs under its filter in place of `filters`, which the report goes by. */
export async function runWith(
  filters: Filters,
  command: readonly [CommandWord, ...CommandWord[]],
  given: RunOptions,
  notified?: NotifiedRun,
): Promise<RunReport> {
  requireLinux('run a command under a filter')
  const options = readOptions(runReader, given)
  const { noNewPrivs = true, log = false, specAllow = false, keepFds = [], env, cwd, signal } = options
  const bytes = filterBytes(filters)
  checkAccepted(bytes)
  const words = commandBytes(command, env)
  checkFolder(cwd)
  const flags = flagBits({ log, specAllow })
  if (notified?.isEnforced === true) checkExecve(bytes)
  const launcher =
    notified === undefined
      ? chooseLauncher({ filters: bytes, flags, noNewPrivs }, options.launcher)
      : watchingBridge()
  const texts = isBridge(launcher) ? [] : commandTexts(words, launcher)
  const path = commandPath(words.args[0] ?? Buffer.alloc(0), options)
  const reader = auditReader()
  try {
    const stdio = options.stdio ?? ['inherit', 'inherit', 'inherit']
    const started = isBridge(launcher)
      ? startSecond(
          {
            filters: (notified === undefined ? bytes : [notified.watched]).map(planned),
            observers: (log ? [] : trapObservers(bytes)).map(planned),
            flags: flags | (notified?.flags ?? 0),
            notifies: notified !== undefined,
            diesWithParent: notified?.diesWithParent === true,
            noNewPrivs,
            bridge: launcher,
            path: planned(path),
            args: words.args.map(planned),
            env: words.env.map(planned),
            ...(cwd === undefined ? {} : { cwd }),
            keepFds,
          },
          stdio,
          notified?.onSocket,
        )
      : startOther(launcher, bytes, { words: texts, cwd, env }, stdio, keepFds)
    started.ended.catch(() => {}) // a caller awaits `ended` later
    const pid = (await started.pid) ?? started.child.pid ?? 0
    const end = (): void => endProcess(started.child, pid)
    if (pid !== 0) tell(() => options.onStart?.(pid), end)
    const told = tellEnd(started.child, options.onEnd)
    if (signal?.aborted === true) end()
    signal?.addEventListener('abort', end)
    const following = follow(reader, pid)
    const [how] = await Promise.all([started.ended, told]).finally(() => {
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
