/*
 * The values that a mask can yield.
 *
 * `x & mask` only has bits of the mask, so under a sparse mask most values never come, and a range stands for those
 * within it that do. Two sets mean the same when they hold the same possible values. So that they also look the
 * same, each range is drawn in to possible ends, and ranges with nothing possible between them are one.
 *
 * Counting through possible values rests on one identity: with all bits outside the mask set, a carry runs through
 * them to the next bit of the mask, so `((v | ~mask) + 1) & mask` is the possible value after `v`.
 */
import { sameSet, U64 } from '@seccompile/rules'
import type { Range, RangeSet } from '@seccompile/rules'

/** The ones below and at the highest bit of `bits`; 0 for 0. */
function onesUpTo(bits: bigint): bigint {
  return bits === 0n ? 0n : (1n << BigInt(bits.toString(2).length)) - 1n
}

/** The smallest possible value above the possible `value`; `undefined` above the largest. */
export function nextPossible(mask: bigint, value: bigint): bigint | undefined {
  return value === mask ? undefined : ((value | (U64.max ^ mask)) + 1n) & mask
}

/** The smallest possible value that is at least `value`; `undefined` where there is none. */
function possibleFrom(mask: bigint, value: bigint): bigint | undefined {
  if (value > mask) return undefined
  // A bit outside the mask is out of reach, so what is below it starts anew and what is above it counts one on.
  const lost = onesUpTo(value & ~mask)
  return lost === 0n ? value : ((value | lost | (U64.max ^ mask)) + 1n) & mask
}

/** The largest possible value that is at most `value`. */
function possibleUpTo(mask: bigint, value: bigint): bigint {
  // A bit outside the mask leaves room for everything below it.
  return (value | onesUpTo(value & ~mask)) & mask
}

/** `values`, which are canonical, with only ends that `mask` can yield; equal lists for sets that mean the same. */
export function possibleValues(mask: bigint, values: RangeSet<bigint>): RangeSet<bigint> {
  const possible: Range<bigint>[] = []
  for (const range of values) {
    const lo = possibleFrom(mask, range.lo)
    const hi = possibleUpTo(mask, range.hi)
    if (lo === undefined || lo > hi) continue
    const last = possible.at(-1)
    if (last !== undefined && nextPossible(mask, last.hi) === lo)
      possible[possible.length - 1] = { lo: last.lo, hi }
    else possible.push({ lo, hi })
  }
  return sameSet(possible, values) ? values : possible
}

/** The possible values in `range`, whose ends are possible, ascending; `undefined` where there are more than `most`. */
export function listPossible(
  mask: bigint,
  range: Range<bigint>,
  most: number,
): readonly bigint[] | undefined {
  const list: bigint[] = []
  for (let v: bigint | undefined = range.lo; v !== undefined && v <= range.hi; v = nextPossible(mask, v)) {
    if (list.length === most) return undefined
    list.push(v)
  }
  return list
}
