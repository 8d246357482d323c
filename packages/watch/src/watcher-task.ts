/* What a watcher and its thread tell each other. */
import type { Endianness, Program } from '@seccompile/abi'
import type { BridgeName } from '@seccompile/kernel'
import type { KeptArguments, SeenCalls } from './seen.ts'
import type { WatchUse } from './use.ts'

/** The task of watcher-thread.ts. */
export interface WatcherTask {
  readonly use: WatchUse
  /** The filter that decides. */
  readonly program: Program
  readonly endianness: Endianness
  readonly kept: KeptArguments
  readonly bridge: BridgeName
  /** The socket from which the listener comes. */
  readonly socket: number
  /** For each `arch`, the numbers of execve and execveat, which may change the program of a process. */
  readonly execs: ReadonlyMap<number, ReadonlySet<number>>
  /** One word in shared memory: not 0 ends the thread. */
  readonly stop: Int32Array
}

/** What the thread says. */
export type WatcherNews =
  /** The listener is there. */
  | { readonly kind: 'watching'; readonly wakesInTurns: boolean }
  | { readonly kind: 'seen'; readonly calls: readonly SeenCalls[] }
  /** No process has the filter any more, or the thread was told to stop. */
  | { readonly kind: 'end'; readonly isLast: boolean }
  /** The launcher ended before it sent a listener. */
  | { readonly kind: 'none' }
