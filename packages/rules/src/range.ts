/*
 * Sets of unsigned integers as sorted lists of closed ranges.
 *
 * System call numbers are u32 (`number`) and argument values u64 (`bigint`). The algebra is the same, so it is
 * written once, for a `Domain` that yields the neighbours of a value. A set is canonical when its ranges are
 * sorted, disjoint and not adjacent; then equal sets are equal lists. Every function here returns canonical
 * sets. Every function takes canonical sets, except `canonical` and `union`, which take any.
 */

import { expectList, expectObject } from '@seccompile/shape'

/** All values from `lo` to `hi`, both included; `lo <= hi`. */
export interface Range<T extends number | bigint> {
  readonly lo: T
  readonly hi: T
}

/** A set of values: canonical when sorted, disjoint and not adjacent (R2). */
export type RangeSet<T extends number | bigint> = readonly Range<T>[]

/** The values that a range may hold, and the step from one to the next. */
export interface Domain<T extends number | bigint> {
  readonly min: T
  readonly max: T
  /** The value above `value`; never called with `max`. */
  readonly next: (value: T) => T
  /** The value below `value`; never called with `min`. */
  readonly previous: (value: T) => T
}

/** System call numbers: u32 as `number`. */
export const U32: Domain<number> = {
  min: 0,
  max: 0xffff_ffff,
  next: (value) => value + 1,
  previous: (value) => value - 1,
}

/** Argument values: u64 as `bigint`. */
export const U64: Domain<bigint> = {
  min: 0n,
  max: 0xffff_ffff_ffff_ffffn,
  next: (value) => value + 1n,
  previous: (value) => value - 1n,
}

/** The canonical set of `ranges`, which may overlap and come in any order. */
export function canonical<T extends number | bigint>(domain: Domain<T>, ranges: RangeSet<T>): RangeSet<T> {
  expectObject(domain, 'domain', 'min', 'max')
  expectList(ranges, 'ranges')
  const sorted = [...ranges].sort((a, b) => (a.lo < b.lo ? -1 : a.lo > b.lo ? 1 : 0))
  const merged: Range<T>[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    const touches = last !== undefined && (last.hi === domain.max || range.lo <= domain.next(last.hi))
    if (!touches) merged.push({ lo: range.lo, hi: range.hi })
    else if (range.hi > last.hi) merged[merged.length - 1] = { lo: last.lo, hi: range.hi }
  }
  return merged
}

/** Every value in `a` or in `b`. */
export function union<T extends number | bigint>(
  domain: Domain<T>,
  a: RangeSet<T>,
  b: RangeSet<T>,
): RangeSet<T> {
  expectObject(domain, 'domain', 'min', 'max')
  expectList(a, 'a')
  expectList(b, 'b')
  return canonical(domain, [...a, ...b])
}

/** Every value in both `a` and `b`. Linear in the two lengths. */
export function intersection<T extends number | bigint>(a: RangeSet<T>, b: RangeSet<T>): RangeSet<T> {
  expectList(a, 'a')
  expectList(b, 'b')
  const both: Range<T>[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i]!
    const y = b[j]!
    const lo = x.lo > y.lo ? x.lo : y.lo
    const hi = x.hi < y.hi ? x.hi : y.hi
    if (lo <= hi) both.push({ lo, hi })
    if (x.hi < y.hi) i += 1
    else j += 1
  }
  return both
}

/** Every value of the domain that is not in `set`. */
export function complement<T extends number | bigint>(domain: Domain<T>, set: RangeSet<T>): RangeSet<T> {
  expectObject(domain, 'domain', 'min', 'max')
  expectList(set, 'set')
  const gaps: Range<T>[] = []
  let from: T | undefined = domain.min
  for (const { lo, hi } of set) {
    if (from !== undefined && from < lo) gaps.push({ lo: from, hi: domain.previous(lo) })
    from = hi === domain.max ? undefined : domain.next(hi)
  }
  if (from !== undefined) gaps.push({ lo: from, hi: domain.max })
  return gaps
}

/** Every value in `a` that is not in `b`. */
export function difference<T extends number | bigint>(
  domain: Domain<T>,
  a: RangeSet<T>,
  b: RangeSet<T>,
): RangeSet<T> {
  expectObject(domain, 'domain', 'min', 'max')
  expectList(a, 'a')
  expectList(b, 'b')
  return intersection(a, complement(domain, b))
}

/** Whether `value` is in `set`. Logarithmic in the set's length. */
export function contains<T extends number | bigint>(set: RangeSet<T>, value: T): boolean {
  let low = 0
  let high = set.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (set[middle]!.hi < value) low = middle + 1
    else high = middle
  }
  return low < set.length && set[low]!.lo <= value
}

/** Whether two canonical sets hold the same values. */
export function sameSet<T extends number | bigint>(a: RangeSet<T>, b: RangeSet<T>): boolean {
  expectList(a, 'a')
  expectList(b, 'b')
  return (
    a === b ||
    (a.length === b.length && a.every((range, i) => range.lo === b[i]!.lo && range.hi === b[i]!.hi))
  )
}
