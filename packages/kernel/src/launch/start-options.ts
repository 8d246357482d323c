/* The options of the functions that start a command, with their readers. */
import { fstatSync } from 'node:fs'
import { callback, fail, flag, listOf, optional, record, unread } from '@seccompile/shape'
import type { Fields, Reader } from '@seccompile/shape'
import { LOG_FIELDS } from '../attach/flags.ts'
import type { AttachFlags } from '../attach/flags.ts'
import { runtimeName } from '../libc/runtime.ts'
import { objectOf, stopSignal } from '../system/option-readers.ts'
import type { StopSignal } from '../system/stop-signal.ts'
import type { CommandPlace } from './command-path.ts'
import type { RunStdio } from './ended.ts'
import type { LauncherName } from './launch-words.ts'

/**
 * The options of `run`. The flags for threads and listeners are left out: a command starts with one thread and has no
 * listener.
 */
export interface RunOptions extends Pick<AttachFlags, 'log' | 'specAllow'> {
  /** Sets `no_new_privs`; on by default. Without it, attaching requires CAP_SYS_ADMIN. */
  readonly noNewPrivs?: boolean
  /** The environment of the command; that of this process by default. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  /** Standard input, output and error: inherited by default. */
  readonly stdio?: readonly [RunStdio, RunStdio, RunStdio]
  /** Descriptors past 2 that the command gets, by their own numbers; it gets no others. */
  readonly keepFds?: readonly number[]
  /** The launcher; by default the first that can start the command. */
  readonly launcher?: LauncherName
  /** Called with the id of the process once there is one. Where the callback throws, the command is ended. */
  readonly onStart?: (pid: number) => void
  /** Called when that process has ended: its id may be that of another process from then on. */
  readonly onEnd?: () => void
  /** Ends the command by SIGTERM when this signal is aborted. */
  readonly signal?: StopSignal
}

/** The options of `launch`. */
export interface LaunchOptions extends CommandPlace {
  /** Standard input, output and error: inherited by default. */
  readonly stdio?: readonly [RunStdio, RunStdio, RunStdio]
  /** Descriptors past 2 that the command gets, by their own numbers; it gets no others. crun takes none. */
  readonly keepFds?: readonly number[]
  /**
   * Called once the launcher runs, with a function that yields the process to send signals to: the command, or else
   * the launcher. Where the callback throws, the command is ended.
   */
  readonly onStart?: (process: () => number) => void
  /** Called when the launcher has ended: the process may be another one from then on. */
  readonly onEnd?: () => void
}

const isOpen = (fd: number): boolean => {
  try {
    fstatSync(fd)
    return true
  } catch {
    return false
  }
}

/** Why an open descriptor may seem to be closed, as a clause that follows. */
const ofRuntime = (): string =>
  runtimeName() === 'deno' ? ', or Deno has not opened it itself and so does not know it' : ''

const MAX_FD = 0x7fff_ffff

/** A reader of open descriptors of at least `min`. */
const descriptor =
  (min: number, what: string): Reader<number> =>
  (at) => {
    const { value, where, error } = at
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > MAX_FD)
      return fail(at, what, typeof value === 'number' ? 'number' : 'type')
    if (!isOpen(value)) throw error('number', where, `descriptor ${value} is not open${ofRuntime()}`)
    return value
  }

const openDescriptor = descriptor(0, '"inherit", "ignore" or the number of an open descriptor')

const stdioOfOne: Reader<RunStdio> = (at) =>
  at.value === 'inherit' || at.value === 'ignore' ? at.value : openDescriptor(at)

const stdio: Reader<readonly [RunStdio, RunStdio, RunStdio]> = (at) => {
  const [input, output, error, ...more] = listOf(stdioOfOne)(at)
  if (input === undefined || output === undefined || error === undefined || more.length > 0)
    return fail(at, 'a list of three: standard input, output and error')
  return [input, output, error]
}

/**
 * The options that both kinds of start have. `cwd` and the entries of `env` are checked where they are used, before
 * anything is started.
 */
export const START_FIELDS: Fields<Pick<RunOptions & LaunchOptions, 'env' | 'cwd' | 'stdio' | 'keepFds'>> = {
  env: optional(objectOf('an object with the value of each variable')),
  cwd: optional(unread()),
  stdio: optional(stdio),
  keepFds: optional(listOf(descriptor(3, 'the number of a descriptor, 3 or more; 0 to 2 are in `stdio`'))),
}

/** Reads the options of `run`. `chooseLauncher` checks `launcher`. */
export const runReader: Reader<RunOptions> = record<RunOptions>({
  ...LOG_FIELDS,
  noNewPrivs: optional(flag),
  ...START_FIELDS,
  launcher: optional(unread()),
  onStart: optional(callback()),
  onEnd: optional(callback()),
  signal: optional(stopSignal),
})

/** Reads the options of `launch`. */
export const launchReader: Reader<LaunchOptions> = record<LaunchOptions>({
  ...START_FIELDS,
  onStart: optional(callback()),
  onEnd: optional(callback()),
})
