/*
 * Sets of values as few tests.
 *
 * A test of a set costs a comparison for each single value in it and two for each range, one where the range ends
 * where the values do; or as much for what is not in it, whichever is less. But values that differ only in bits that
 * take all their combinations are a subcube, and a mask tests a subcube at once: a set S is one when
 * |S| = 2^popcount(OR(S) xor AND(S)). {0, 8, 0x20000, 0x20008} are the values without any bit but 8 and 0x20000.
 *
 * So we look for subcubes of the set. From each value that is in none yet, one is grown: a bit is let go when the
 * values with that bit turned are in the set too, and of the choices of bits the largest is kept. Then subcubes are
 * taken, large ones first, as long as a subcube saves more comparisons than it costs; what is left stays a set. A
 * range often is a subcube and costs no more as a range; it stays one.
 *
 * This is greedy: the first subcube can spoil the better second one, and ranges above `MAX_RUN` values are not
 * looked into. The exact optimum, masks and ranges weighed in one search, is to come and takes this file's place.
 */
import { argument, complement, contains, intersection, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, Range, RangeSet } from '@seccompile/rules'
import { listPossible, possibleValues } from './possible-values.ts'

/** Ranges with more values than this stay ranges. */
const MAX_RUN = 64
/** Sets with more values, in ranges that are looked into, stay as they are. */
const MAX_VALUES = 1024
/** Values that are looked up, for one set, to grow subcubes. */
const MAX_LOOKUPS = 20_000

/** `(x & mask) == 0` is one instruction, a `jset`. */
const ZERO_COST = 1
/** `(x & mask) == v` is an `and` and a `jeq`, and whatever tests x next has to load it again. */
const MASKED_COST = 3
/** Another value under a mask that is tested anyway. */
const SAME_MASK_COST = 1

/** The values that are `base` but for the bits in `free`, which `base` has not set. */
interface Subcube {
  readonly base: bigint
  readonly free: bigint
  readonly values: readonly bigint[]
}

/** A range of the set, and its values where they are looked into. */
interface Run extends Range<bigint> {
  readonly values: readonly bigint[] | undefined
}

/** A set as tests: the condition that holds for just its values, and how many comparisons it takes. */
export interface Cover {
  readonly parts: readonly Predicate[]
  readonly cost: number
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

function* bitsOf(mask: bigint): Generator<bigint> {
  for (let rest = mask; rest !== 0n; rest &= rest - 1n) yield rest & -rest // the lowest bit that is left
}

/** Grows subcubes of `values`; it can look up {@link MAX_LOOKUPS} values in all. */
function subcubeGrower(values: RangeSet<bigint>, varying: bigint): (from: bigint) => Subcube {
  let lookups = MAX_LOOKUPS
  const isIn = (value: bigint): boolean => {
    lookups -= 1
    return lookups >= 0 && contains(values, value)
  }
  return (from) => {
    let best: Subcube = { base: from, free: 0n, values: [from] }
    const bits = [...bitsOf(varying)].filter((bit) => isIn(from ^ bit))
    const grow = (subcube: Subcube, at: number): void => {
      if (subcube.values.length > best.values.length) best = subcube
      for (let i = at; i < bits.length; i += 1) {
        // Each bit doubles the values, so this is the most that the bits from here on can come to.
        if (subcube.values.length * 2 ** (bits.length - i) <= best.values.length) return
        const bit = bits[i]!
        if (!subcube.values.every((value) => isIn(value ^ bit))) continue
        const grown = [...subcube.values, ...subcube.values.map((value) => value ^ bit)]
        grow({ base: subcube.base & ~bit, free: subcube.free | bit, values: grown }, i + 1)
      }
    }
    grow(best, 0)
    return best
  }
}

/** Subcubes of `values` with more than one value, that together hold each of `seeds` that is in any, largest first. */
function subcubesOf(values: RangeSet<bigint>, seeds: readonly bigint[]): readonly Subcube[] {
  const varying = seeds.reduce((or, v) => or | v, 0n) ^ seeds.reduce((and, v) => and & v, U64.max)
  const growFrom = subcubeGrower(values, varying)
  const held = new Set<bigint>()
  const found: Subcube[] = []
  for (const seed of seeds) {
    if (held.has(seed)) continue
    const subcube = growFrom(seed)
    if (subcube.values.length === 1) continue
    for (const value of subcube.values) held.add(value)
    found.push(subcube)
  }
  return found.sort((a, b) => b.values.length - a.values.length)
}

/** What of `run` is not covered, as one range; `undefined` where all is. */
function uncovered(run: Run, isCovered: (value: bigint) => boolean): Range<bigint> | undefined {
  if (run.values === undefined) return run
  const lo = run.values.find((value) => !isCovered(value))
  const hi = run.values.findLast((value) => !isCovered(value))
  return lo === undefined || hi === undefined ? undefined : { lo, hi } // between them all are in the set
}

/**
 * The tests of `(args[index] & mask)` of which one holds just where the value is in `values`; `undefined` where no
 * subcube saves a comparison.
 *
 * @param values - possible values of `mask`
 */
export function cover(index: number, mask: bigint, values: RangeSet<bigint>): Cover | undefined {
  const runs = values.map((range): Run => ({ ...range, values: listPossible(mask, range, MAX_RUN) }))
  const seeds = runs.flatMap((run) => run.values ?? [])
  if (seeds.length < 2 || seeds.length > MAX_VALUES) return undefined
  const runOf = new Map(runs.flatMap((run) => (run.values ?? []).map((value) => [value, run] as const)))

  const covered = new Set<bigint>()
  const taken = new Map<bigint, bigint[]>()
  let cost = 0
  const isCovered = (value: bigint): boolean => covered.has(value)
  const costOf = (run: Run, isDone: (value: bigint) => boolean): number => {
    const range = uncovered(run, isDone)
    return range === undefined ? 0 : rangeCost(mask, range)
  }
  for (const { base, free, values: members } of subcubesOf(values, seeds)) {
    const touched = new Set(members.flatMap((value) => runOf.get(value) ?? []))
    const own = new Set(members)
    const isDone = (value: bigint): boolean => covered.has(value) || own.has(value)
    const saved = [...touched].reduce((sum, run) => sum + costOf(run, isCovered) - costOf(run, isDone), 0)
    const bases = taken.get(mask & ~free) ?? []
    const price = base === 0n ? ZERO_COST : bases.length > 0 ? SAME_MASK_COST : MASKED_COST
    if (saved <= price) continue
    cost += price
    taken.set(mask & ~free, [...bases, base])
    for (const value of members) covered.add(value)
  }
  if (taken.size === 0) return undefined

  const left = runs.flatMap((run) => uncovered(run, isCovered) ?? []).map(({ lo, hi }) => ({ lo, hi }))
  const masked = [...taken].map(([ownMask, bases]) =>
    argument(
      index,
      bases.map((base) => ({ lo: base, hi: base })),
      ownMask,
    ),
  )
  return {
    parts: left.length === 0 ? masked : [...masked, argument(index, left, mask)],
    cost: cost + sumOfRanges(mask, left),
  }
}
