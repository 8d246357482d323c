/*
 * Turns a range of masked values into masked comparisons.
 *
 * A notation often has `(x & mask) == value`, but no range. All values with the same leading bits are one such
 * comparison, whose mask has only these bits. So a range is a list of comparisons, at most two for each bit of the
 * mask, just as a range of addresses is a list of prefixes.
 *
 *   4..11 under 0xff   (x & 0xfc) == 4, (x & 0xfc) == 8
 */
import type { Range } from '@seccompile/rules'
import { expectObject, read, u64 } from '@seccompile/shape'

/** The values `x` with `(x & mask) == value`; both u64. */
export interface MaskedValue {
  readonly mask: bigint
  /** Has no bit outside `mask`. */
  readonly value: bigint
}

/** The bits of `mask`, the most significant first. */
function bitsOf(mask: bigint): readonly bigint[] {
  const bits: bigint[] = []
  for (let rest = mask; rest !== 0n; rest &= rest - 1n) bits.unshift(rest & -rest)
  return bits
}

/**
 * Disjoint comparisons that hold for exactly the `x` whose `x & mask` lies in `range`, in ascending order of their value.
 * A comparison with mask 0 always holds.
 */
export function cubesBetween(range: Range<bigint>, mask: bigint): readonly MaskedValue[] {
  expectObject(range, 'range', 'lo', 'hi')
  read(u64, mask, 'mask')
  const { lo, hi } = range
  const bits = bitsOf(mask)
  const found: MaskedValue[] = []
  /** Visits the values that have the bits of `value` in `fixed`, and any bits from `at` on. */
  const visit = (at: number, fixed: bigint, value: bigint): void => {
    const last = value | (mask & ~fixed)
    if (last < lo || value > hi) return
    if (value >= lo && last <= hi) {
      found.push({ mask: fixed, value })
      return
    }
    const bit = bits[at]! // a single value is either inside or outside, so `at` is in range
    visit(at + 1, fixed | bit, value)
    visit(at + 1, fixed | bit, value | bit)
  }
  visit(0, 0n, 0n)
  return found
}
