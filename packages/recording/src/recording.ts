import type { AbiToken } from '@seccompile/syscalls'

/** The word in `format` of a head line, by which a recording is recognised. */
export const RECORDING_FORMAT = 'seccompile-recording'

/** The version of the format that this package reads and writes. */
export const RECORDING_VERSION = 1

/** The most values of one argument that a call is counted by, in one program. */
export const MAX_VALUES = 64

/** The most lists of values of several arguments that a call is counted by, in one program. */
export const MAX_LISTS = 1024

/** The most programs with rows of their own; and the most numbers that no table has, in one program and ABI. */
export const MAX_GROUPS = 64

/** The most UTF-16 units of a name or another text: the longest path of Linux. */
export const MAX_TEXT = 4096

/** The most UTF-16 units of a line, unless a reader is told otherwise. Every row that is written is shorter. */
export const MAX_LINE = 0x1_0000

/** The largest count, number of rows, and time. Up to it, a double holds every whole number. */
export const MAX_NUMBER: number = Number.MAX_SAFE_INTEGER

/** What was recorded, where and how. A field that is absent is not known. */
export interface RecordingHead {
  /** What saw the calls: `watch`, `strace`, or another word. */
  readonly source: string
  /** The machine, as `uname -m` prints it. */
  readonly machine: string
  /** The release of the kernel, as `uname -r` prints it. */
  readonly kernel?: string
  /** The C library and its version, such as `glibc 2.41`. */
  readonly libc?: string
  /** The ABIs whose calls the source sees. */
  readonly abis: readonly AbiToken[]
  /** The name of what the program was made to do, such as `start-and-stop`. */
  readonly scenario?: string
  /** The number of filters that were attached before. The source does not see what they refuse. */
  readonly outerFilters?: number
  /** What the source did not see, a sentence each. */
  readonly unseen: readonly string[]
  /** The time at which the recording began, in ms since 1970. */
  readonly began?: number
}

/**
 * A value in a list of arguments: the bits of it that the kernel reads; `more` for all values that have no row of their
 * own; `null` where the row does not look at the argument.
 */
export type RecordedValue = bigint | 'more' | null

/** A count of calls. */
export interface RecordingRow {
  readonly abi: AbiToken
  /**
   * The number of the call as the filter sees it, a u32. Absent in the row for all numbers that no table has and that have
   * no row of their own.
   */
  readonly nr?: number
  /** The name of the call; absent where the table of the ABI has no such number. */
  readonly call?: string
  /** The program that made the calls, by its `comm` or path. Absent where it is not known, or has no rows of its own. */
  readonly program?: string
  /**
   * The values by `seccomp_data.args` index. Absent in the row that counts the call with any arguments: rows with values
   * count some of the same calls again.
   */
  readonly args?: readonly RecordedValue[]
  /** The number of calls, 1 to 2^53 - 1. */
  readonly count: number
  /** The time of the first and the last of the calls, in ms since 1970; both, or neither. */
  readonly first?: number
  readonly last?: number
}

/** A whole recording. */
export interface WholeRecording {
  readonly head: RecordingHead
  readonly rows: readonly RecordingRow[]
  /** Whether the text ends with the end line. Without it, the end of the recording is lost. */
  readonly isComplete: boolean
}
