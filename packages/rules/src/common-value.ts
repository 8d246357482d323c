/*
 * The least value that passes tests of one argument.
 *
 * A test is `(x & mask)` in a set of ranges. If all tests have one mask, the answer is an intersection of sets. Under
 * several masks the search builds x bit by bit from the top. A chosen bit of x fixes the same bit of `x & mask` (0
 * where the mask does not have the bit). So each test becomes a test of the remaining bits, with its ranges cut to
 * the chosen half. A choice fails if the ranges of a test become empty. A test is done if its ranges cover all values
 * of the remaining bits. The rest of a test depends only on those of its bounds that begin with the chosen bits. So
 * different choices soon lead to the same question, and the search remembers the questions that have failed.
 *
 * Most tests ask for one value under a mask. Such a test fixes the bits of its mask. These tests are joined first; two of
 * them may already want one bit to be both 0 and 1.
 *
 * The answer is exact. For conditions that people write (equalities under masks, a few ranges) there are few different
 * questions. Adversarial sets of ranges under many masks can have very many. So the search is bounded. Beyond the bound the
 * answer is `'unknown'`.
 */
import { intersection } from './range.ts'
import type { Range, RangeSet } from './range.ts'

/** The default bound of the search: the most tests visited in all questions. */
const MAX_EFFORT = 200_000

/** A test of the value x of an argument: `x & mask` must be in `values`. */
export interface MaskedTest {
  readonly mask: bigint
  readonly values: RangeSet<bigint>
}

/** One test for each mask: tests with the same mask are intersected. */
function byMask(tests: readonly MaskedTest[]): readonly MaskedTest[] {
  const merged = new Map<bigint, RangeSet<bigint>>()
  for (const { mask, values } of tests) {
    const before = merged.get(mask)
    merged.set(mask, before === undefined ? values : intersection(before, values))
  }
  return [...merged].map(([mask, values]) => ({ mask, values }))
}

const isFixed = ({ values: [first, second] }: MaskedTest): boolean =>
  first !== undefined && second === undefined && first.lo === first.hi

/**
 * `tests`, where all tests for a single value are joined into one in front; `undefined` where two of these contradict
 * each other.
 */
function joinFixed(tests: readonly MaskedTest[]): readonly MaskedTest[] | undefined {
  let mask = 0n
  let value = 0n
  const others: MaskedTest[] = []
  for (const test of tests) {
    const [first] = test.values
    if (first === undefined) return undefined
    if (!isFixed(test)) {
      others.push(test)
      continue
    }
    // The mask clears every bit outside it. So no value passes a test that requires such a bit.
    if ((first.lo & ~test.mask) !== 0n || ((first.lo ^ value) & test.mask & mask) !== 0n) return undefined
    mask |= test.mask
    value |= first.lo
  }
  return mask === 0n ? others : [{ mask, values: [{ lo: value, hi: value }] }, ...others]
}

/** The parts below bit `bit` of those `values` whose bit `bit` is `chosen`, 0 or 1. */
function half(values: RangeSet<bigint>, bit: bigint, chosen: bigint): RangeSet<bigint> {
  const lo = chosen << bit
  const hi = lo + (1n << bit) - 1n
  return intersection(values, [{ lo, hi }]).map((range: Range<bigint>) => ({
    lo: range.lo - lo,
    hi: range.hi - lo,
  }))
}

const questionKey = (bit: bigint, pending: readonly MaskedTest[]): string =>
  `${bit};${pending.map((p) => `${p.mask}:${p.values.map((r) => `${r.lo}-${r.hi}`).join()}`).join(';')}`

const isContiguous = (mask: bigint): boolean => (mask & (mask + 1n)) === 0n

/**
 * The least u64 that passes all `tests` of one argument; `undefined` where none does, `'unknown'` where the
 * search gave up.
 */
export function commonValue(
  tests: readonly MaskedTest[],
  maxEffort: number = MAX_EFFORT,
): bigint | undefined | 'unknown' {
  const merged = joinFixed(byMask(tests))
  if (merged === undefined) return undefined
  const [only] = merged
  if (only === undefined) return 0n
  if (merged.length === 1 && (isContiguous(only.mask) || isFixed(only))) return only.values[0]?.lo

  const failed = new Set<string>()
  let effort = 0

  const solve = (bit: bigint, open: readonly MaskedTest[]): bigint | undefined => {
    const pending: MaskedTest[] = []
    for (const { mask, values } of open) {
      const rest = mask & ((1n << (bit + 1n)) - 1n)
      const [first] = values
      if (first === undefined) return undefined
      if (first.lo > 0n || first.hi < rest) pending.push({ mask: rest, values })
    }
    if (pending.length === 0) return 0n
    if (bit < 0n) return undefined
    // A key takes longer than a question, so no key is made before a question has failed.
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
