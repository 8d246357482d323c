import type { Program } from '@seccompile/abi'
import type { CommandWord } from '@seccompile/kernel'
import { queue } from './queue.ts'
import type { WatchedCalls } from './seen.ts'
import { runWatched } from './start-watching.ts'
import type { WatchedCommandOptions, WatchReport } from './start-watching.ts'

/** The options of {@link watch}. */
export interface WatchOptions extends WatchedCommandOptions {
  /** `denials`, the default: the filter is enforced. `try`: nothing is refused. */
  readonly use?: 'denials' | 'try'
}

/** A command that is watched. Its batches have what was seen in 50 ms each. */
export interface Watching extends AsyncIterable<readonly WatchedCalls[]> {
  readonly report: Promise<WatchReport>
}

/**
 * Starts a command under `filter`, and sees which of its calls the filter does not allow.
 *
 * @throws KernelError as `run` does, and `E_NO_LIBC` where this runtime cannot call the C library: a watcher has no other
 * way. `report` rejects with these errors.
 */
export function watch(
  filter: Program,
  command: readonly [CommandWord, ...CommandWord[]],
  given: WatchOptions,
): Watching {
  const { use = 'denials', ...options } = given
  const batches = queue<readonly WatchedCalls[]>()
  const report = runWatched({ use, filter, command, options }, (news) => {
    if (news.kind === 'seen') batches.push(news.calls)
  })
  report.catch(() => {}).finally(batches.end)
  return { report, [Symbol.asyncIterator]: batches.iterator }
}
