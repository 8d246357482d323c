/*
 * The calls of a recording, with the values of arguments that are known to have occurred.
 *
 * A row of a recording counts calls in one projection: by one argument, by several together, or by none. A projection is
 * whole where its rows count as many calls as there are. Values of a projection that is not whole are not all known, so
 * no answer is based on it. Where no projection has all the arguments that are asked for, the lists of several are
 * combined: all that occurred is among the combinations, and perhaps more.
 */
import { recordingCounts } from '@seccompile/recording'
import type { RecordingRow } from '@seccompile/recording'
import { U64 } from '@seccompile/rules'
import { expectIterable, expectObject } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'

/** The value of some bits of an argument. */
export interface KnownValue {
  readonly value: bigint
  /** The bits that are known: all, or those that select what the call does. */
  readonly mask: bigint
}

/** Values by the index of the argument. An index that is absent may have any value. */
export type KnownValues = ReadonlyMap<number, KnownValue>

/** The values of some arguments in every call, each list once. */
interface ToldValues {
  readonly indices: readonly number[]
  readonly lists: readonly (readonly bigint[])[]
}

/** Calls of one number on one ABI. */
export interface HealableCall {
  readonly abi: AbiToken
  /** The number as a filter sees it; absent for the sum of all unknown numbers. */
  readonly nr?: number
  /** The name of the call; absent where no table has the number. */
  readonly name?: string
  readonly count: number
  /** Only those that are whole. */
  readonly projections: readonly ToldValues[]
}

/** The most combinations of values of several projections. */
const MAX_COMBINED = 64

const indicesIn = ({ args = [] }: RecordingRow): readonly number[] =>
  args.flatMap((value, index) => (value === null ? [] : [index]))

/** `rows` by their key, in the order of the first of each. */
function grouped(
  rows: readonly RecordingRow[],
  keyOf: (row: RecordingRow) => string,
): ReadonlyMap<string, readonly RecordingRow[]> {
  const groups = new Map<string, RecordingRow[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

/** The projections in `rows`, the rows of one call, that count all `total` calls. */
function wholeProjections(rows: readonly RecordingRow[], total: number): readonly ToldValues[] {
  const groups = grouped(
    rows.filter(({ args }) => args !== undefined),
    (row) => indicesIn(row).join(),
  )
  return [...groups.values()].flatMap((group) => {
    const lists = group.map(({ args = [] }) => args.filter((value) => typeof value === 'bigint'))
    const isWhole = lists.every(({ length }) => length > 0) && sumOf(group) >= total
    return isWhole ? [{ indices: indicesIn(group[0]!), lists }] : []
  })
}

const sumOf = (rows: readonly RecordingRow[]): number => rows.reduce((sum, { count }) => sum + count, 0)

/**
 * The calls that `rows` count, whatever program made them, by ABI and number.
 * @throws PolicyError for a row that is none
 */
export function seenCalls(rows: Iterable<RecordingRow>): readonly HealableCall[] {
  expectIterable(rows, 'rows')
  const counts = recordingCounts()
  for (const given of rows) {
    expectObject(given, 'row')
    const { program: _any, ...row } = given
    counts.addRow(row)
  }
  const byCall = grouped(counts.rows(), ({ abi, nr }) => `${abi} ${nr}`)
  return [...byCall.values()].map((own) => {
    const { abi, nr, call } = own[0]!
    const count = sumOf(own.filter(({ args }) => args === undefined))
    return {
      abi,
      ...(nr === undefined ? {} : { nr }),
      ...(call === undefined ? {} : { name: call }),
      count,
      projections: wholeProjections(own, count),
    }
  })
}

/** The values that `wanted` arguments had in calls, each list once. */
export interface SeenValues {
  readonly lists: readonly KnownValues[]
  /** Whether the values of every wanted argument are known. */
  readonly isTold: boolean
}

/** The part of a projection about `wanted`. */
function projected({ indices, lists }: ToldValues, wanted: readonly number[]): readonly KnownValues[] {
  const kept = indices.flatMap((index, at) => (wanted.includes(index) ? [{ index, at }] : []))
  const distinct = new Map<string, KnownValues>()
  for (const list of lists) {
    const values = kept.map(({ index, at }) => [index, { value: list[at]!, mask: U64.max }] as const)
    distinct.set(values.map(([, { value }]) => value).join(), new Map(values))
  }
  return [...distinct.values()]
}

/** The projection with the most of `wanted`; of several, the one with the fewest lists. */
function bestFor(projections: readonly ToldValues[], wanted: readonly number[]): ToldValues | undefined {
  const known = ({ indices }: ToldValues): number => indices.filter((index) => wanted.includes(index)).length
  return projections
    .filter((one) => known(one) > 0)
    .toSorted((a, b) => known(b) - known(a) || a.lists.length - b.lists.length)[0]
}

/**
 * The values that the arguments `wanted` had in `call`. Where no projection has all of them, values of several are
 * combined, so a list may be one that did not occur.
 */
export function valuesOf({ projections }: HealableCall, wanted: readonly number[]): SeenValues {
  let lists: readonly KnownValues[] = [new Map()]
  let left = wanted
  for (let best = bestFor(projections, left); best !== undefined; best = bestFor(projections, left)) {
    const { indices } = best
    const part = projected(best, left)
    left = left.filter((index) => !indices.includes(index))
    if (part.length * lists.length > MAX_COMBINED && lists.length > 1) return { lists, isTold: false }
    lists = lists.flatMap((one) => part.map((other) => new Map([...one, ...other])))
  }
  return { lists, isTold: left.length === 0 }
}
