/*
 * The counts of one call in one program.
 *
 * A call is counted in several projections. A projection is a set of argument indices. The empty one counts the call itself.
 * Each counted argument has one, and the arguments that select what the call does have one together. Each projection counts
 * every call once, and keeps its smallest values. So no projection bounds another, and the sum of two recordings is exact.
 */
import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import type { CountedArgument } from './counted-arguments.ts'
import { MAX_LISTS, MAX_VALUES } from './recording.ts'
import type { RecordedValue } from './recording.ts'
import { smallest } from './smallest.ts'
import type { Smallest, Sum } from './smallest.ts'
import { tally } from './tally.ts'
import type { TimedCount } from './tally.ts'

/** A set of argument indices: bit i stands for index i. */
type Projection = number
/** The values of one argument are numbers, or bigints from 2^32 on; those of several are a text. */
type Key = number | bigint | string

const indicesOf = (projection: Projection): readonly number[] =>
  Array.from({ length: SECCOMP_DATA_ARGS }, (_, index) => index).filter((index) => (projection >> index) & 1)

/** Four UTF-16 units for each u64, the highest first: the order of texts is that of the lists, by number. */
const unitsOf = (high: number, low: number): string =>
  String.fromCharCode(high >>> 16, high & 0xffff, low >>> 16, low & 0xffff)

const numberOrBigint = (high: number, low: number): number | bigint =>
  high === 0 ? low : (BigInt(high) << 32n) | BigInt(low)

const halves = (value: bigint): readonly [high: number, low: number] => [
  Number(value >> 32n),
  Number(value & 0xffff_ffffn),
]

function keyOf(values: readonly bigint[]): Key {
  const [first, ...others] = values
  if (first !== undefined && others.length === 0) return numberOrBigint(...halves(first))
  return values.map((value) => unitsOf(...halves(value))).join('')
}

/** The values of a key: the inverse of `keyOf`. */
function valuesOf(key: Key): readonly bigint[] {
  if (typeof key !== 'string') return [BigInt(key)]
  return Array.from({ length: key.length / 4 }, (_, i) =>
    [0, 1, 2, 3].reduce((value, unit) => (value << 16n) | BigInt(key.charCodeAt(4 * i + unit)), 0n),
  )
}

/** The values of a row, `projection` having been looked at. */
function argsOf(projection: Projection, value: (i: number) => RecordedValue): readonly RecordedValue[] {
  const indices = indicesOf(projection)
  return Array.from({ length: (indices.at(-1) ?? -1) + 1 }, (_, index) => {
    const i = indices.indexOf(index)
    return i === -1 ? null : value(i)
  })
}

/** How the arguments of a call are read from the words of `seccomp_data`. */
export interface CallPlan {
  readonly single: readonly (Pick<CountedArgument, 'index'> & {
    readonly high: number
    readonly low: number
  })[]
  /** The projection of the arguments that select; 0 where fewer than two do. */
  readonly together: Projection
}

/** The plan for a call with these counted arguments. */
export function callPlan(counted: readonly CountedArgument[]): CallPlan {
  const selecting = counted.filter(({ selects }) => selects)
  return {
    single: counted.map(({ index, width }) => ({
      index,
      high: width === 64 ? 0xffff_ffff : 0,
      low: width === 16 ? 0xffff : 0xffff_ffff,
    })),
    together: selecting.length < 2 ? 0 : selecting.reduce((bits, { index }) => bits | (1 << index), 0),
  }
}

/** The count of a call for each of some values, or of all others. */
export interface ProjectedCount {
  /** The values; absent for the count of the call itself. */
  readonly args?: readonly RecordedValue[]
  readonly tally: TimedCount
}

/** The counts of one call in one program. */
export interface CountsOfCall extends Sum<CountsOfCall> {
  /** Adds `count` calls with the arguments in `words`, the words of `seccomp_data`. */
  readonly addWords: (words: ArrayLike<number>, plan: CallPlan, added: AddedCalls) => void
  /** Adds the counts of a row. */
  readonly addArgs: (args: readonly RecordedValue[] | undefined, count: number, time: Time) => void
  readonly total: TimedCount
  readonly projections: ReadonlyMap<Projection, Smallest<Key, TimedCount>>
  /** All counts in order: the call itself, then by projection, values from the smallest, and the others last. */
  readonly list: () => readonly ProjectedCount[]
}

/** The time of the first and the last of some calls. */
export interface Time {
  readonly first: number
  readonly last: number
}

/** Equal calls that are added. */
export interface AddedCalls extends Time {
  readonly count: number
  /** The indices of the arguments whose values are known; other values are counted under `more`. */
  readonly known: Projection
}

/** Counts of 0. */
export function callCounts(): CountsOfCall {
  const total = tally()
  const projections = new Map<Projection, Smallest<Key, TimedCount>>()
  const projected = (projection: Projection): Smallest<Key, TimedCount> => {
    const known = projections.get(projection)
    if (known !== undefined) return known
    const isSingle = (projection & (projection - 1)) === 0
    const made = smallest<Key, TimedCount>(isSingle ? MAX_VALUES : MAX_LISTS, tally)
    projections.set(projection, made)
    return made
  }
  return {
    total,
    projections,
    addWords: (words, { single, together }, { count, known, first, last }) => {
      total.add(count, first, last)
      let list = ''
      for (const { index, high, low } of single) {
        if (((known >> index) & 1) === 0) {
          projected(1 << index)
            .rest()
            .add(count, first, last)
          continue
        }
        // seccomp_data, in words: nr, arch, the instruction pointer, then the low and the high half of each argument.
        const [lowHalf, highHalf] = [words[4 + 2 * index]! & low, words[5 + 2 * index]! & high]
        const key = numberOrBigint(highHalf >>> 0, lowHalf >>> 0)
        projected(1 << index)
          .at(key)
          .add(count, first, last)
        if ((together >> index) & 1) list += unitsOf(highHalf >>> 0, lowHalf >>> 0)
      }
      if (together === 0) return
      const lists = projected(together)
      ;((known & together) === together ? lists.at(list) : lists.rest()).add(count, first, last)
    },
    addArgs: (args, count, { first, last }) => {
      if (args === undefined) {
        total.add(count, first, last)
        return
      }
      const projection = args.reduce<number>((bits, value, i) => (value === null ? bits : bits | (1 << i)), 0)
      const values = args.filter((value) => typeof value === 'bigint')
      const into = projected(projection)
      ;(values.length === 0 ? into.rest() : into.at(keyOf(values))).add(count, first, last)
    },
    merge: (other) => {
      total.merge(other.total)
      for (const [projection, values] of other.projections) projected(projection).merge(values)
    },
    list: () => [
      ...(total.count === 0 ? [] : [{ tally: total }]),
      ...Array.from(projections)
        .sort(([a], [b]) => a - b)
        .flatMap(([projection, values]) => {
          const kept = values.kept().map(([key, one]) => {
            const list = valuesOf(key)
            return { args: argsOf(projection, (i) => list[i]!), tally: one }
          })
          const others = values.others()
          return others === undefined
            ? kept
            : [...kept, { args: argsOf(projection, () => 'more'), tally: others }]
        }),
    ],
  }
}
