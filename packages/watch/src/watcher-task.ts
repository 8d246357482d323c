/* What a watcher and its thread tell each other. */
import type { Endianness, Program } from '@seccompile/abi'
import type { BridgeName } from '@seccompile/kernel'
import type { WatchUse } from '@seccompile/pass-notify'
import type { RecordingRow } from '@seccompile/recording'
import type { AbiToken } from '@seccompile/syscalls'
import type { RecordProgress } from './options.ts'
import type { CountedCalls } from './seen.ts'
import type { ProgramWithoutRights } from './without-rights.ts'

/** What the thread of a watcher has to do, in one word of shared memory. */
export const ORDER = { watch: 0, sayIfLeft: 1, stop: 2 } as const

/** The task of watcher-thread.ts. */
export interface WatcherTask {
  readonly use: WatchUse
  /** The filter that decides; without instructions where the calls are recorded. */
  readonly program: Program
  readonly endianness: Endianness
  /** The ABIs of the machine, its own first. */
  readonly abis: readonly AbiToken[]
  readonly bridge: BridgeName
  /** The socket from which the listener comes. The thread closes it. */
  readonly socket: number
  /** One word in shared memory: see {@link ORDER}. */
  readonly order: Int32Array
}

/** What the thread says. */
export type WatcherNews =
  /** The listener is there. */
  | { readonly kind: 'watching'; readonly wakesInTurns: boolean }
  | { readonly kind: 'seen'; readonly calls: readonly CountedCalls[] }
  /** What has been recorded so far. */
  | ({ readonly kind: 'counted' } & RecordProgress)
  | { readonly kind: 'recorded'; readonly rows: readonly RecordingRow[] }
  /** The command has ended, and a process is left that has the filter. */
  | { readonly kind: 'left' }
  /** No process has the filter any more, or the thread was told to stop. */
  | {
      readonly kind: 'end'
      readonly isLast: boolean
      readonly interrupted: number
      readonly withoutRights: readonly ProgramWithoutRights[]
    }
  /** The launcher ended before it sent a listener. */
  | { readonly kind: 'none' }
  /** The kernel refused what the thread has to do. The command gets ENOSYS for the calls that wait. */
  | { readonly kind: 'failed'; readonly message: string; readonly errno: string }
