/*
 * The least value that passes tests of one argument.
 *
 * A test is `(x & mask)` in a set of ranges. Under one mask that is an intersection of sets; under several masks x is built
 * bit by bit from the top. Choosing a bit of x fixes the same bit of `x & mask` (or leaves it 0 where the mask has none),
 * so each test becomes the same question about the remaining bits, with its ranges cut to the half that was chosen. A test
 * whose ranges are empty fails the choice, one whose ranges cover all that can still come is done. What is left of a test
 * depends only on which of its bounds begin with the bits chosen so far, so different choices soon lead to the same
 * question, and failed ones are remembered.
 *
 * Most tests ask for one value under a mask, which fixes the mask's bits and leaves nothing to search: they are joined
 * first, or found to want a bit to be both 0 and 1.
 *
 * The answer is exact. The number of different questions is small for what people write (equalities under masks, a few
 * ranges); adversarial sets of ranges under many masks can make it explode, so it is bounded, and beyond the bound the
 * answer is `'unknown'`.
 */
import { intersection } from './range.ts'
import type { Range, RangeSet } from './range.ts'

/** The most tests looked at, over all questions, before giving up; unless told. */
const MAX_EFFORT = 200_000

/** What a test of an argument asks of its value x: that `x & mask` is among `values`. */
export interface Masked {
  readonly mask: bigint
  readonly values: RangeSet<bigint>
}

/** One test a mask: tests with the same mask are intersected. */
function byMask(tests: readonly Masked[]): readonly Masked[] {
  const merged = new Map<bigint, RangeSet<bigint>>()
  for (const { mask, values } of tests) {
    const before = merged.get(mask)
    merged.set(mask, before === undefined ? values : intersection(before, values))
  }
  return [...merged].map(([mask, values]) => ({ mask, values }))
}

const isFixed = ({ values: [first, second] }: Masked): boolean =>
  first !== undefined && second === undefined && first.lo === first.hi

/** `tests`, those for one value as one in front; `undefined` where they want a bit to be both 0 and 1. */
function joinFixed(tests: readonly Masked[]): readonly Masked[] | undefined {
  let mask = 0n
  let value = 0n
  const others: Masked[] = []
  for (const test of tests) {
    const [first] = test.values
    if (first === undefined) return undefined
    if (!isFixed(test)) {
      others.push(test)
      continue
    }
    // A bit outside its own mask is one that the mask clears: no value has it.
    if ((first.lo & ~test.mask) !== 0n || ((first.lo ^ value) & test.mask & mask) !== 0n) return undefined
    mask |= test.mask
    value |= first.lo
  }
  return mask === 0n ? others : [{ mask, values: [{ lo: value, hi: value }] }, ...others]
}

/** The values below `2 ** bit` after bit `bit` of the values was chosen to be 0 or 1. */
function half(values: RangeSet<bigint>, bit: bigint, chosen: bigint): RangeSet<bigint> {
  const lo = chosen << bit
  const hi = lo + (1n << bit) - 1n
  return intersection(values, [{ lo, hi }]).map((range: Range<bigint>) => ({
    lo: range.lo - lo,
    hi: range.hi - lo,
  }))
}

const questionKey = (bit: bigint, pending: readonly Masked[]): string =>
  `${bit};${pending.map((p) => `${p.mask}:${p.values.map((r) => `${r.lo}-${r.hi}`).join()}`).join(';')}`

const isContiguous = (mask: bigint): boolean => (mask & (mask + 1n)) === 0n

/**
 * The least u64 that passes all `tests` of one argument; `undefined` where there is none, `'unknown'` where that could not
 * be found by looking at `maxEffort` tests.
 */
export function commonValue(
  tests: readonly Masked[],
  maxEffort: number = MAX_EFFORT,
): bigint | undefined | 'unknown' {
  const merged = joinFixed(byMask(tests))
  if (merged === undefined) return undefined
  const [only] = merged
  if (only === undefined) return 0n
  if (merged.length === 1 && (isContiguous(only.mask) || isFixed(only))) return only.values[0]?.lo

  const failed = new Set<string>()
  let effort = 0

  const solve = (bit: bigint, open: readonly Masked[]): bigint | undefined => {
    const pending: Masked[] = []
    for (const { mask, values } of open) {
      const rest = mask & ((1n << (bit + 1n)) - 1n)
      const [first] = values
      if (first === undefined) return undefined
      if (first.lo > 0n || first.hi < rest) pending.push({ mask: rest, values })
    }
    if (pending.length === 0) return 0n
    if (bit < 0n) return undefined
    // Writing a question down takes longer than asking it, so not before one has failed.
    if (failed.size > 0 && failed.has(questionKey(bit, pending))) return undefined
    effort += pending.length
    if (effort > maxEffort) return undefined
    for (const chosen of [0n, 1n]) {
      const next = pending.map(({ mask, values }) => ({
        mask,
        values: half(values, bit, chosen & (mask >> bit)),
      }))
      const rest = solve(bit - 1n, next)
      if (rest !== undefined) return (chosen << bit) | rest
    }
    failed.add(questionKey(bit, pending))
    return undefined
  }

  const found = solve(63n, merged)
  return found === undefined && effort > maxEffort ? 'unknown' : found
}
