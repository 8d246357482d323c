/*
 * The counts of a recording: of calls by name, and of the values of arguments that occur together.
 *
 * A recording counts a call in several ways: with any arguments, with each value of an argument, and with each list of values
 * of the arguments that select what the call does. The lists of a call come from one of these ways alone, as the others count the
 * same calls again. Values that the recording has only under `more` are not known; the lists are the shares among the calls
 * whose values are known.
 */
import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { countedArguments, readRecording } from '@seccompile/recording'
import type { RecordingRow } from '@seccompile/recording'
import { isSyscallName } from '@seccompile/syscalls'
import { MAX_ARGUMENT_COUNTS } from './argument-counts.ts'
import type { ArgumentCount, ArgumentCounts } from './argument-counts.ts'
import type { Tally } from './tally.ts'

/** The indices of the arguments that a row has values of, as text. */
const indicesOf = (args: NonNullable<RecordingRow['args']>): string =>
  args.flatMap((value, index) => (value === null ? [] : [index])).join()

/** The indices of the arguments by whose values `call` is weighed; empty where none of them can be chosen. */
function weighedIndices({ abi, call = '' }: RecordingRow): string {
  const counted = countedArguments(abi, call)
  const selecting = counted.filter(({ selects }) => selects)
  const chosen = selecting.length > 0 ? selecting : counted.length === 1 ? counted : []
  return chosen.map(({ index }) => index).join()
}

/** The lists of values in rows of one call; the most frequent, where there are more than can be weighed. */
function listsOf(rows: readonly RecordingRow[]): readonly ArgumentCount[] {
  const lists = new Map<string, { readonly args: readonly bigint[]; count: number }>()
  for (const { args = [], count } of rows) {
    const values = Array.from({ length: SECCOMP_DATA_ARGS }, (_, index) => args[index] ?? 0n)
    const known = values.filter((value) => value !== 'more')
    if (known.length < values.length) continue
    const key = known.join()
    const list = lists.get(key)
    if (list === undefined) lists.set(key, { args: known, count })
    else list.count += count
  }
  const all = [...lists.values()]
  if (all.length <= MAX_ARGUMENT_COUNTS) return all
  return all.sort((a, b) => b.count - a.count).slice(0, MAX_ARGUMENT_COUNTS)
}

/**
 * Adds the calls of the recording in `text` to `into`; yields the counts of their arguments.
 * @throws PolicyError with file, line and column where `text` is no recording
 */
export function fromRecording(text: string, file: string, into: Tally): ArgumentCounts {
  const byCall = new Map<string, RecordingRow[]>()
  const { rows } = readRecording(text, { file })
  for (const [i, row] of rows.entries()) {
    const { abi, nr, call, args, count } = row
    if (args === undefined) {
      // The head is line 1, and each row has a line.
      into.add(call ?? `number ${nr ?? 'of no table'} of ${abi}`, count, { file, line: i + 2, column: 1 })
    } else if (call !== undefined && isSyscallName(call) && indicesOf(args) === weighedIndices(row)) {
      const list = byCall.get(call)
      if (list === undefined) byCall.set(call, [row])
      else list.push(row)
    }
  }
  return Object.fromEntries(
    Array.from(byCall, ([call, list]) => [call, listsOf(list)] as const).filter(
      ([, list]) => list.length > 0,
    ),
  )
}
