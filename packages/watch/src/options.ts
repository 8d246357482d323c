/* The options of a command that is watched, with their readers. */
import { callback, flag, oneOf, optional, record, text, unread } from '@seccompile/shape'
import type { Fields, Reader } from '@seccompile/shape'
import type { RunOptions } from '@seccompile/kernel'
import { stopSignal } from '@seccompile/kernel/native'

/** The options of a command that is watched. */
export interface WatchedCommandOptions extends Omit<RunOptions, 'launcher' | 'log'> {
  /** Whether to watch until the last process has ended that the command started; on by default. */
  readonly wait?: boolean
  /** Called where the command has ended, and processes that it started are watched on. */
  readonly onWait?: () => void
  /** Ends the command by SIGTERM when this signal is aborted, and the watching where the command has ended. */
  readonly signal?: NonNullable<RunOptions['signal']>
}

/** The options of `watch`. */
export interface WatchOptions extends WatchedCommandOptions {
  /** `denials`, the default: the filter is enforced. `try`: nothing is refused. */
  readonly use?: 'denials' | 'try'
}

/** The number of calls that have been counted, and of different ones. */
export interface RecordProgress {
  readonly calls: number
  readonly different: number
  /** The time of the first call that was not made before, of the last such call, in ms since 1970. */
  readonly newest: number
}

/** The options of `record`. */
export interface RecordOptions extends WatchedCommandOptions {
  /** The name of what the program is made to do. */
  readonly scenario?: string
  /** Called up to twenty times a second. */
  readonly onProgress?: (progress: RecordProgress) => void
}

/** The options of `recordByStrace`. */
export type RecordByStraceOptions = Omit<RecordOptions, 'specAllow' | 'noNewPrivs'>

/** The fields of both; `run` of @seccompile/kernel checks those that are unread here. */
const PROCESS_FIELDS: Fields<Omit<WatchedCommandOptions, 'specAllow' | 'noNewPrivs'>> = {
  env: optional(unread()),
  cwd: optional(unread()),
  stdio: optional(unread()),
  keepFds: optional(unread()),
  onStart: optional(unread()),
  onEnd: optional(unread()),
  onWait: optional(callback()),
  signal: optional(stopSignal),
  wait: optional(flag),
}

const COMMAND_FIELDS: Fields<WatchedCommandOptions> = {
  ...PROCESS_FIELDS,
  specAllow: optional(unread()),
  noNewPrivs: optional(unread()),
}

/** The most UTF-16 units of a text in a recording. @see docs/recordings.md */
const MAX_TEXT = 4096

/** The name of a scenario. A longer one would be found out only when the command has ended. */
const scenarioName: Reader<string> = (at) => {
  const name = text(at)
  if (name.length <= MAX_TEXT) return name
  throw at.error('number', at.where, `expected up to ${MAX_TEXT} characters; got ${name.length}`)
}

const RECORD_FIELDS: Fields<Pick<RecordOptions, 'scenario' | 'onProgress'>> = {
  scenario: optional(scenarioName),
  onProgress: optional(callback()),
}

/** Reads the options of `watch`. */
export const watchReader: Reader<WatchOptions> = record<WatchOptions>({
  ...COMMAND_FIELDS,
  use: optional(oneOf(['denials', 'try'])),
})

/** Reads the options of `record`. */
export const recordReader: Reader<RecordOptions> = record<RecordOptions>({
  ...COMMAND_FIELDS,
  ...RECORD_FIELDS,
})

/** Reads the options of `recordByStrace`. */
export const straceReader: Reader<RecordByStraceOptions> = record<RecordByStraceOptions>({
  ...PROCESS_FIELDS,
  ...RECORD_FIELDS,
})
