import type { Program } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { filterBytes } from '@seccompile/kernel'
import type { CommandWord } from '@seccompile/kernel'
import { KernelError, readOptions, requireLinux } from '@seccompile/kernel/native'
import { watchReader } from './options.ts'
import type { WatchOptions } from './options.ts'
import { queue } from './queue.ts'
import type { WatchedCalls } from './call-namer.ts'
import { ownAbis, ownOrder, runWatched } from './start-watching.ts'
import type { WatchReport } from './start-watching.ts'

/** A command that is watched. Its batches have what was seen in 50 ms each. */
export interface Watching extends AsyncIterable<readonly WatchedCalls[]> {
  readonly report: Promise<WatchReport>
}

/**
 * The program of a filter, by the rules of `run`.
 * @throws KernelError `E_FILTER` where it is no program, or where there are several
 */
function oneProgram(given: Program | Uint8Array): Program {
  const [bytes, ...others] = filterBytes(given)
  if (bytes !== undefined && others.length === 0) return decode(bytes, ownOrder())
  const count = others.length + 1
  const why = `filters: one filter can be watched; got ${count}; compile their policies as one`
  throw new KernelError('E_FILTER', why)
}

/**
 * Starts a command under a filter, a program or its bytes in the byte order of this machine, and sees which of its calls the filter does not allow.
 *
 * @throws KernelError `E_ARGUMENT` for a wrong option, `E_FILTER` where the filter is no program; IrError for bytes that are none. `report` rejects with the errors of
 * `run`, and with `E_NO_LIBC` where this runtime cannot call the C library: a watcher has no other way.
 */
export function watch(
  given: Program | Uint8Array,
  command: readonly [CommandWord, ...CommandWord[]],
  how: WatchOptions = {},
): Watching {
  const { use = 'denials', ...options } = readOptions(watchReader, how)
  const filter = oneProgram(given)
  const batches = queue<readonly WatchedCalls[]>()
  const run = async (): Promise<WatchReport> => {
    requireLinux('watch a command')
    const { callNamer } = await import('./call-namer.ts') // reads all constants, which `record` does not need
    const named = callNamer(ownAbis())
    return runWatched({ use, filter, command, options }, (news) => {
      if (news.kind === 'seen') batches.push(news.calls.map(named))
    })
  }
  const report = run()
  report.catch(() => {}).finally(batches.end)
  return { report, [Symbol.asyncIterator]: batches.iterator }
}
