import { cellAt, cellStarts } from './cells.ts'
import { isAlways } from './predicate.ts'
import { U32 } from './range.ts'
import type { Range } from './range.ts'
import type { Rule } from './rule-set.ts'

/** Neighbouring numbers that the same rules can decide. */
export interface DecidingRules extends Range<number> {
  /**
   * The rules in the order of matching. Only the last one may be unconditional, and then no later rule can decide
   * these numbers.
   */
  readonly rules: readonly Rule[]
}

/**
 * All numbers, 0 to 2^32 - 1, in ascending ranges with the rules of `rules` that can decide them. Neighbouring ranges may
 * have the same rules.
 *
 * @param apart - numbers that get a range of their own
 */
export function deciding(rules: readonly Rule[], apart: readonly number[] = []): readonly DecidingRules[] {
  const ends = apart.flatMap((nr) => (nr < U32.max ? [nr, nr + 1] : [nr]))
  const starts = cellStarts(rules, ends)
  const lists = new Array<Rule[] | undefined>(starts.length).fill(undefined)
  /** Whether the last rule of a range is unconditional. */
  const isDone = new Uint8Array(starts.length)
  for (const rule of rules) {
    const { numbers } = rule
    const isLast = isAlways(rule.when) ? 1 : 0
    for (let at = 0; at < numbers.length; at += 1) {
      const { lo, hi } = numbers[at]!
      for (let cell = cellAt(starts, lo); cell < starts.length && starts[cell]! <= hi; cell += 1) {
        if (isDone[cell] === 1) continue
        const list = lists[cell]
        // Most ranges have one rule. A list that is created with its rule takes less memory than an empty list that
        // grows.
        if (list === undefined) lists[cell] = [rule]
        else list.push(rule)
        isDone[cell] = isLast
      }
    }
  }
  const ranges = new Array<DecidingRules>(starts.length)
  let hi: number = U32.max
  // The loop begins with the last range. Its `hi` is too large for a small integer, and an engine converts the objects that it
  // made before such a field. `rules` is the first field, so that the form of other ranges does not matter.
  for (let at = starts.length - 1; at >= 0; at -= 1) {
    const lo = starts[at]!
    ranges[at] = { rules: lists[at] ?? [], lo, hi }
    hi = lo - 1
  }
  return ranges
}

/** The range that holds `number`. `ranges` is sorted and without gaps. */
export function rangeAt<T extends Range<number>>(ranges: readonly T[], number: number): T {
  let [low, high] = [0, ranges.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (ranges[middle]!.lo <= number) low = middle
    else high = middle - 1
  }
  return ranges[low]!
}
