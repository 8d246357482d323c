/*
 * Sets of values as few tests.
 *
 * A test of a set costs a comparison for each single value in it and two for each range, one where the range ends
 * where the values do; or as much for what is not in it, whichever is less. A mask tests a whole subcube at once
 * (subcubes.ts): {0, 8, 0x20000, 0x20008} are the values without any bit but 8 and 0x20000. So subcubes of the set are
 * taken, those of most values first, where they pay, and what is left stays a set. A range often is a subcube and
 * costs no more as a range; it stays one.
 *
 * A mask pays when it saves more comparisons than it costs, and does not make a call execute more: masks are tested
 * one after the other, while a set can be searched in the logarithm of its comparisons. How much of that a smaller
 * program is worth is `insnCost`, as it is to the layout.
 *
 * This is greedy: the first subcube can spoil the better second one, and ranges above `MAX_RUN` values are not
 * looked into. The exact optimum, masks and ranges weighed in one search, is to come and takes this file's place.
 */
import { argument, complement, intersection, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, Range, RangeSet } from '@seccompile/rules'
import { listPossible, possibleValues } from './possible-values.ts'
import { subcubesOf } from './subcubes.ts'
import type { Subcube } from './subcubes.ts'

/** Ranges with more values than this stay ranges. */
const MAX_RUN = 64
/** Sets with more values, in ranges that are looked into, stay as they are. */
const MAX_VALUES = 1024

/** `(x & mask) == v` is an `and` before the comparison, and whatever tests x next has to load it again. */
const MASK_COST = 2

/** A range of the set, and its values where they are looked into. */
interface Run extends Range<bigint> {
  readonly values: readonly bigint[] | undefined
}

/** A set as tests, of which one holds just for its values. */
export interface Cover {
  readonly parts: readonly Predicate[]
  /** Their comparisons. */
  readonly size: number
  /** See {@link priceOf}. */
  readonly price: number
}

function rangeCost(mask: bigint, { lo, hi }: Range<bigint>): number {
  return lo === hi || lo === 0n || hi === mask ? 1 : 2
}

function sumOfRanges(mask: bigint, values: RangeSet<bigint>): number {
  return values.reduce((sum, range) => sum + rangeCost(mask, range), 0)
}

/** The possible values under `mask` that are not in `values`. */
export function otherValues(mask: bigint, values: RangeSet<bigint>): RangeSet<bigint> {
  const others = intersection(complement(U64, values), [{ lo: 0n, hi: mask }])
  return possibleValues(mask, others)
}

/** The comparisons that a test takes as it is. */
export function testCost({ mask, values }: ArgumentTest): number {
  return Math.min(sumOfRanges(mask, values), sumOfRanges(mask, otherValues(mask, values)))
}

/** Comparisons that a call executes in a search of a set that takes `size` of them. */
const stepsOf = (size: number): number => Math.log2(size + 1)

/** What a set of `size` comparisons comes to, in executed ones, where one that is there costs `insnCost`. */
export function priceOf(size: number, insnCost: number): number {
  return stepsOf(size) + insnCost * size
}

/** The comparisons of testing for `count` values under one mask; `(x & mask) == 0` is one instruction, a `jset`. */
function maskedSize(count: number, isZero: boolean): number {
  return isZero ? 1 : MASK_COST + count
}

/** {@link priceOf}, for `count` values under one mask. */
function maskedPrice(count: number, isZero: boolean, insnCost: number): number {
  const steps = isZero ? 1 : MASK_COST + stepsOf(count)
  return steps + insnCost * maskedSize(count, isZero)
}

/** What of `run` is not in `covered`, as one range; `undefined` where all is. */
function uncovered(run: Run, covered: ReadonlySet<bigint>): Range<bigint> | undefined {
  if (run.values === undefined) return run
  const lo = run.values.find((value) => !covered.has(value))
  const hi = run.values.findLast((value) => !covered.has(value))
  return lo === undefined || hi === undefined ? undefined : { lo, hi } // between them all are in the set
}

/** Subcubes under one mask that are worth a comparison each, what they cover with what was covered, and what it saves. */
interface Taken {
  readonly bases: readonly bigint[]
  readonly covered: ReadonlySet<bigint>
  readonly saved: number
}

function take(
  subcubes: readonly Subcube[],
  mask: bigint,
  covered: ReadonlySet<bigint>,
  runOf: ReadonlyMap<bigint, Run>,
): Taken {
  const after = new Set(covered)
  const costOf = (runs: Iterable<Run>): number => {
    let sum = 0
    for (const run of runs) {
      const range = uncovered(run, after)
      if (range !== undefined) sum += rangeCost(mask, range)
    }
    return sum
  }
  const bases: bigint[] = []
  let saved = 0
  for (const { base, values } of subcubes) {
    const touched = new Set(values.flatMap((value) => runOf.get(value) ?? []))
    const added = values.filter((value) => !after.has(value))
    const before = costOf(touched)
    for (const value of added) after.add(value)
    const gain = before - costOf(touched)
    if (gain > 1) {
      bases.push(base)
      saved += gain
    } else {
      for (const value of added) after.delete(value)
    }
  }
  return { bases, covered: after, saved }
}

/**
 * The tests of `(args[index] & mask)` of which one holds just where the value is in `values`; `undefined` where no
 * subcube pays.
 *
 * @param values - possible values of `mask`
 * @param insnCost - see `PassContext.insnCost`
 */
export function cover(
  index: number,
  mask: bigint,
  values: RangeSet<bigint>,
  insnCost: number,
): Cover | undefined {
  const runs = values.map((range): Run => ({ ...range, values: listPossible(mask, range, MAX_RUN) }))
  const seeds = runs.flatMap((run) => run.values ?? [])
  if (seeds.length < 2 || seeds.length > MAX_VALUES) return undefined
  const runOf = new Map(runs.flatMap((run) => (run.values ?? []).map((value) => [value, run] as const)))

  const parts: Predicate[] = []
  let covered: ReadonlySet<bigint> = new Set()
  let left = sumOfRanges(mask, values)
  let [size, price] = [0, 0]
  for (const subcubes of subcubesOf(values, seeds)) {
    const taken = take(subcubes, mask, covered, runOf)
    const { bases, saved } = taken
    const isZero = bases.length === 1 && bases[0] === 0n
    const ownSize = maskedSize(bases.length, isZero)
    const ownPrice = maskedPrice(bases.length, isZero, insnCost)
    const savedPrice = priceOf(left, insnCost) - priceOf(left - saved, insnCost)
    if (saved <= ownSize || savedPrice < ownPrice) continue
    const ownValues = bases.map((base) => ({ lo: base, hi: base }))
    parts.push(argument(index, ownValues, mask & ~subcubes[0]!.free))
    covered = taken.covered
    left -= saved
    size += ownSize
    price += ownPrice
  }
  if (parts.length === 0) return undefined

  const rest = runs.flatMap((run) => uncovered(run, covered) ?? []).map(({ lo, hi }) => ({ lo, hi }))
  if (rest.length > 0) parts.push(argument(index, rest, mask))
  return { parts, size: size + left, price: price + priceOf(left, insnCost) }
}
