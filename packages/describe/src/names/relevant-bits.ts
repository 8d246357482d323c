/*
 * Reduces a test of flags to the bits that matter.
 *
 * `clone_flags in {0..0xfffffff, 0x20000000..0x2fffffff, 0x80000000..0x8fffffff, 0xa0000000..0xafffffff}` tests two
 * bits, and reads as `(clone_flags & (CLONE_NEWUSER|CLONE_NEWNET)) == 0`. A bit does not matter if flipping it in all
 * values yields the same set. A range with one bit flipped is at most five ranges. Whole blocks of twice the bit stay
 * as they are. The rest at each end of the range is at most two pieces that move.
 */
import { canonical, contains, sameSet, U64 } from '@seccompile/rules'
import type { ArgumentTest, Range, RangeSet } from '@seccompile/rules'

/** Most bits of a mask. The search looks at all values of these bits. */
const MAX_BITS = 8
const MAX_RANGES = 64

/** The part of a range within one block of twice `bit`, with the bit flipped. */
function movedRest({ lo, hi }: Range<bigint>, bit: bigint): RangeSet<bigint> {
  if (lo > hi) return []
  const middle = (lo & ~(2n * bit - 1n)) + bit
  const low = { lo, hi: hi < middle ? hi : middle - 1n }
  const high = { lo: lo < middle ? middle : lo, hi }
  return [
    ...(low.lo <= low.hi ? [{ lo: low.lo + bit, hi: low.hi + bit }] : []),
    ...(high.lo <= high.hi ? [{ lo: high.lo - bit, hi: high.hi - bit }] : []),
  ]
}

/** The values of a range with `bit` flipped. */
function moved({ lo, hi }: Range<bigint>, bit: bigint): RangeSet<bigint> {
  const block = 2n * bit
  const first = ((lo + block - 1n) / block) * block // the first whole block begins here; the last one ends before `end`
  const end = ((hi + 1n) / block) * block
  if (first > end) return movedRest({ lo, hi }, bit)
  return [
    ...movedRest({ lo, hi: first - 1n }, bit),
    ...(first < end ? [{ lo: first, hi: end - 1n }] : []),
    ...movedRest({ lo: end, hi }, bit),
  ]
}

/** The bits of the mask that decide whether a value is in the set. */
function relevantBits({ mask, values }: ArgumentTest): readonly bigint[] {
  const bits: bigint[] = []
  for (let bit = 1n; bit <= mask; bit *= 2n) {
    if ((mask & bit) === 0n) continue
    const turned = canonical(
      U64,
      values.flatMap((range) => moved(range, bit)),
    )
    if (!sameSet(turned, values)) bits.push(bit)
    if (bits.length > MAX_BITS) return bits
  }
  return bits
}

/**
 * An equivalent test of only the bits that matter, if it is shorter; else `test`.
 *
 * The mask of `test` has no gaps: it covers a whole argument.
 */
export function narrowedTest(test: ArgumentTest): ArgumentTest {
  const { values, mask } = test
  if (values.length > MAX_RANGES || (mask & (mask + 1n)) !== 0n) return test
  const bits = relevantBits(test)
  if (bits.length > MAX_BITS || bits.length === 0) return test
  const all = Array.from({ length: 1 << bits.length }, (_, i) =>
    bits.reduce((sum, bit, at) => (((i >> at) & 1) === 1 ? sum | bit : sum), 0n),
  )
  const narrow = canonical(
    U64,
    all.filter((value) => contains(values, value)).map((value) => ({ lo: value, hi: value })),
  )
  return narrow.length < values.length
    ? { ...test, mask: bits.reduce((sum, bit) => sum | bit, 0n), values: narrow }
    : test
}
