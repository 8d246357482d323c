/*
 * The values of selecting arguments that were seen of a call.
 *
 * A recording says of an argument either all values, or that there were others. A source may also count no arguments at all.
 * So the values are known only if, in every recording, the rows by that argument count all the calls.
 */
import type { RecordedValue, RecordingRow } from '@seccompile/recording'
import { argumentOf, SELECTING_ARGUMENTS, signedAbiTable } from '@seccompile/signatures'
import type { CallArgument, SelectingArgument } from '@seccompile/signatures'
import { callsIn } from './seen-calls.ts'
import type { SeenCall } from './seen-calls.ts'

/** A selecting argument of a call, and its values. */
export interface SeenArgument {
  readonly selecting: SelectingArgument
  /** The argument on the ABI of the call. */
  readonly on: CallArgument
  /** The different values in the bits that select, ascending; `undefined` where some are not known. */
  readonly values: readonly bigint[] | undefined
}

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** The value at `index` in a row; `null` where the row does not look at it. */
const at = ({ args = [] }: RecordingRow, index: number): RecordedValue => args[index] ?? null

/** The number of arguments that a row looks at. */
const looks = ({ args = [] }: RecordingRow): number => args.filter((each) => each !== null).length

/** The lists of values at `indexes` that `rows` of one recording count; `undefined` where they do not count all calls. */
function listsIn(
  rows: readonly RecordingRow[],
  indexes: readonly number[],
): readonly (readonly bigint[])[] | undefined {
  const isOwn = (row: RecordingRow): boolean =>
    indexes.every((index) => at(row, index) !== null) && (indexes.length > 1 || looks(row) === 1)
  const own = rows.filter(isOwn)
  const lists = own.map((row) => indexes.map((index) => at(row, index)))
  if (own.reduce((sum, { count }) => sum + count, 0) !== callsIn(rows)) return undefined
  return lists.every((list): list is bigint[] => list.every((each) => typeof each === 'bigint'))
    ? lists
    : undefined
}

/** The lists of values of `args` that were seen together; `undefined` where some are not known. */
export function seenTogether(
  { rows }: SeenCall,
  args: readonly SeenArgument[],
): readonly (readonly bigint[])[] | undefined {
  const indexes = args.map(({ on }) => on.index)
  const found = rows.map((own) => listsIn(own, indexes))
  if (found.includes(undefined)) return undefined
  const lists = found
    .flatMap((each) => each ?? [])
    .map((list) => list.map((each, i) => selected(each, args[i]!)))
  const different = new Map(lists.map((list) => [list.join(), list]))
  return [...different.values()].sort(
    (a, b) => a.map((each, i) => ascending(each, b[i]!)).find((order) => order !== 0) ?? 0,
  )
}

/** The bits of `value` that the kernel reads and that select. A foreign recorder may write the whole register. */
const selected = (value: bigint, { selecting, on }: Pick<SeenArgument, 'selecting' | 'on'>): bigint =>
  BigInt.asUintN(on.width, selecting.bits === undefined ? value : value & BigInt(selecting.bits))

/** The selecting arguments of `seen` on its ABI. An ABI may pass them in memory; then there are none. */
export function seenArguments(seen: SeenCall): readonly SeenArgument[] {
  const table = signedAbiTable(seen.abi)
  return SELECTING_ARGUMENTS.filter(({ call }) => call === seen.call).flatMap((selecting) => {
    const on = argumentOf(table, seen.call, selecting.argument)
    if (on === undefined || on.high !== undefined) return []
    const found = seen.rows.map((own) => listsIn(own, [on.index]))
    const values = found.includes(undefined)
      ? undefined
      : [
          ...new Set(
            found.flatMap((lists) => (lists ?? []).map(([one = 0n]) => selected(one, { selecting, on }))),
          ),
        ]
    return [{ selecting, on, values: values?.sort(ascending) }]
  })
}
