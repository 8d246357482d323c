/*
 * A command whose refused calls are seen: `run --report` and `try`.
 *
 * The table is printed when the command has ended, and with `follow` each row when it is seen.
 */
import { actionOf, BPF, letsRun } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { runReportFacts, runReportLines } from '@seccompile/kernel'
import type { RunOptions } from '@seccompile/kernel'
import { jsonText, printableLine } from '@seccompile/text-layout'
import type { WatchedCalls, WatchOptions, WatchReport } from '@seccompile/watch'
import type { Io } from '../io/io.ts'
import type { LoadedFilters } from '../load/filters.ts'
import { oneProgram } from '../load/one-program.ts'
import { rawWords } from '../run/words.ts'
import { withRelay } from '../run/signals.ts'
import { refusedRows, refusedTable } from '../show/refused-calls.ts'
import type { RefusedRow } from '../show/refused-calls.ts'
import { sayNote } from '../show/say.ts'
import { sayInterrupted } from '../show/say-interrupted.ts'
import { sayWaiting } from '../show/say-waiting.ts'

/** A command to be watched. */
export interface WatchedRun extends Pick<RunOptions, 'specAllow' | 'keepFds'> {
  readonly use: NonNullable<WatchOptions['use']>
  readonly words: readonly string[]
  /** Prints each row when it is seen. */
  readonly follow: boolean
  /** Whether to watch until the last process of the command has ended. */
  readonly wait: boolean
  /** Whether the report is for machines, which has all lists of values that were seen. */
  readonly json: boolean
}

/** How a watched command ended, and the calls that were refused, or would have been. */
export interface WatchedEnd {
  readonly use: NonNullable<WatchOptions['use']>
  readonly report: WatchReport
  readonly rows: readonly RefusedRow[]
  /** Whether a call was refused by an error, or would have been refused; a call that is only logged is not. */
  readonly isRefused: boolean
}

/** Whether `program` may refuse a call by an error, or log one: what a watcher sees. The kernel itself says for which call it kills. */
export const refusesByError = (program: Program): boolean =>
  program.some(({ code, k }) => code === BPF.RET_A || (code === BPF.RET_K && SEEN.has(actionOf(k) ?? '')))

const SEEN: ReadonlySet<string> = new Set(['ERRNO', 'LOG'])

/** Runs a command under `loaded` with a watcher. */
export async function watchedRun(io: Io, loaded: LoadedFilters, how: WatchedRun): Promise<WatchedEnd> {
  const { use, words, follow, wait, json, ...options } = how
  const program = await oneProgram(loaded.programs)
  const [first] = loaded.programs
  const { watch } = await import('@seccompile/watch')
  // A stack has raw files only.
  const { policy, target } = first ?? {}
  const written = policy && target && { policy, target }
  const seen: WatchedCalls[] = []
  const report = await withRelay(async (relay) => {
    const [name = '', ...rest] = rawWords(words)
    const onWait = (): void => {
      if (!json) sayWaiting(io, words)
    }
    const watching = watch(program, [name, ...rest], { ...options, ...relay, use, wait, onWait })
    for await (const batch of watching) {
      seen.push(...batch)
      if (follow) io.err(refusedTable(refusedRows(batch, written)))
    }
    return watching.report
  })
  const isRefused = seen.some(({ verdict }) => !letsRun(verdict))
  return {
    use,
    report,
    rows: json ? refusedRows(seen, written, Infinity) : refusedRows(seen, written),
    isRefused,
  }
}

/** Reports how a watched command ended, and what was refused, or would have been. */
export function sayWatched(
  io: Io,
  words: readonly string[],
  json: boolean,
  { report, rows, use, isRefused }: WatchedEnd,
): void {
  const { limits, isLast, interrupted, withoutRights, ...ended } = report
  if (json) {
    // Not `refused`: `run --report` has by this name the call for which the command was killed.
    const tried = use === 'try' ? { wouldRefuse: isRefused } : {}
    io.err(
      jsonText(
        {
          ...runReportFacts(words, ended),
          limits,
          isLast,
          interrupted,
          withoutRights,
          ...tried,
          denied: rows,
        },
        0,
      ),
    )
    return
  }
  for (const line of runReportLines(words[0] ?? '', ended)) sayNote(io, line)
  sayLimits(io, report)
  if (rows.length > 0) io.err(refusedTable(rows))
  if (!isRefused)
    sayNote(io, use === 'try' ? 'the filter would refuse no call' : 'the filter refused no call by an error')
}

/** Prints what the watcher could not see. */
function sayLimits(io: Io, report: WatchReport): void {
  const { limits, isLast, withoutRights } = report
  const { outerFilters, isKillableOnly } = limits
  for (const { path, rights } of withoutRights)
    sayNote(
      io,
      `${printableLine(path)} has rights by its file (${rights}); it ran without them, because no_new_privs is set`,
    )
  if (outerFilters > 0)
    sayNote(
      io,
      `${outerFilters === 1 ? 'a filter is' : `${outerFilters} filters are`} already attached to this process, perhaps by a container; what ${outerFilters === 1 ? 'it refuses' : 'they refuse'} is not seen`,
    )
  if (!isKillableOnly)
    sayNote(
      io,
      'this kernel is older than Linux 5.19: a signal also interrupts a call that waits for an answer',
    )
  sayInterrupted(io, report)
  if (!isLast)
    sayNote(
      io,
      'processes that the command started still run; a call that the filter refuses gets ENOSYS there from now on',
    )
}
