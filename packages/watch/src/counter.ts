import type { NotifyAnswer } from '@seccompile/kernel/notify'
import type { WatcherNews } from './watcher-task.ts'

/** Decides and counts the calls that a watcher receives. */
export interface WatchCounter {
  /** The answer to a call; `kill` ends its process. */
  readonly decide: (words: Uint32Array) => NotifyAnswer | 'kill'
  /** Counts the call that was decided last, and has got its answer. */
  readonly seen: (words: Uint32Array, program: string, now: number) => void
  /** What is to be told since the last time. */
  readonly news: () => readonly WatcherNews[]
  /** What is to be told at the end. */
  readonly last: () => readonly WatcherNews[]
}
