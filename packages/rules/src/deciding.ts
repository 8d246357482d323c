import { cellsOf, cellStarts } from './cells.ts'
import { isAlways } from './predicate.ts'
import { U32 } from './range.ts'
import type { Range } from './range.ts'
import type { Rule } from './rule-set.ts'

/** Neighbouring numbers that the same rules can decide. */
export interface Deciding extends Range<number> {
  /** In the order of matching; at most the last one is unconditional, and no rule after it can decide these numbers. */
  readonly rules: readonly Rule[]
}

/**
 * All numbers, 0 to 2^32 - 1, in ascending ranges with the rules of `rules` that can decide them. Neighbouring ranges may
 * have the same rules.
 *
 * @param apart - numbers that get a range of their own
 */
export function deciding(rules: readonly Rule[], apart: readonly number[] = []): readonly Deciding[] {
  const ends = apart.flatMap((nr) => (nr < U32.max ? [nr, nr + 1] : [nr]))
  const starts = [...new Set([...cellStarts(rules), ...ends])].sort((a, b) => a - b)
  const lists = starts.map((): Rule[] => [])
  for (const rule of rules)
    for (const cell of cellsOf(starts, rule.numbers)) {
      const list = lists[cell]!
      const last = list.at(-1)
      if (last === undefined || !isAlways(last.when)) list.push(rule)
    }
  return starts.map((lo, i) => ({ lo, hi: (starts[i + 1] ?? U32.max + 1) - 1, rules: lists[i]! }))
}

/** The range of `ranges`, sorted and without gaps, that holds `number`. */
export function rangeAt<T extends Range<number>>(ranges: readonly T[], number: number): T {
  let [low, high] = [0, ranges.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (ranges[middle]!.lo <= number) low = middle
    else high = middle - 1
  }
  return ranges[low]!
}
