/*
 * One test as several that cost less, where there are such.
 *
 * Either the values are covered by subcubes, and one of the tests has to hold, or those that are not in the set are,
 * and none may. A test over both words of an argument is taken apart first where all high words but one are alike, as
 * they are for constants that fit 32 bits: then there is one test of the high word, and the rest is about low words.
 *
 *   args[0] in {0, 8, 0x20000, 0x20008, 0xffffffff}
 *   (args[0] & 0xffffffff00000000) == 0 and
 *     ((args[0] & 0xffffffff) == 0xffffffff or (args[0] & 0xfffdfff7) == 0)
 */
import { all, any, argument, intersection, LOW_WORD, not } from '@seccompile/rules'
import type { ArgumentTest, Predicate, RangeSet } from '@seccompile/rules'
import { cover, otherValues, priceOf, testCost } from './cover.ts'
import type { Cover } from './cover.ts'
import { possibleValues } from './possible-values.ts'

/** The tests that `test` comes apart into by subcubes, joined; `undefined` where none cost less. */
function splitBySubcubes(test: ArgumentTest, insnCost: number): Predicate | undefined {
  const { index, mask, values } = test
  const whole = testCost(test)
  if (whole < 2) return undefined
  const inside = cover(index, mask, values, insnCost)
  const outside = cover(index, mask, otherValues(mask, values), insnCost)
  const price = (tests: Cover | undefined): number =>
    tests !== undefined && tests.size < whole ? tests.price : Infinity
  const best = Math.min(price(inside), price(outside))
  if (best >= priceOf(whole, insnCost)) return undefined
  if (inside !== undefined && best === price(inside)) return any(inside.parts)
  return outside && all(outside.parts.map(not))
}

/** The low words that make up `values` where the high word is `high`. */
function lowWords(values: RangeSet<bigint>, high: bigint): RangeSet<bigint> {
  const within = intersection(values, [{ lo: high, hi: high | LOW_WORD }])
  return within.map(({ lo, hi }) => ({ lo: lo - high, hi: hi - high }))
}

/** The high word, as bits 32 to 63, that all of `values` have; `undefined` where they differ. */
function commonHighWord(values: RangeSet<bigint>): bigint | undefined {
  const [first] = values
  const last = values.at(-1)
  if (first === undefined || last === undefined) return undefined
  const high = first.lo & ~LOW_WORD
  return high === (last.hi & ~LOW_WORD) ? high : undefined
}

/** A test of both words whose values have one high word, by what its low words split into. */
function splitLowWords({ index, mask, values }: ArgumentTest, insnCost: number): Predicate | undefined {
  const high = commonHighWord(values)
  if (high === undefined) return undefined
  const highMask = mask & ~LOW_WORD
  const lowMask = mask & LOW_WORD
  const low = argument(index, possibleValues(lowMask, lowWords(values, high)), lowMask)
  const parts = low.kind === 'argument' ? splitBySubcubes(low, insnCost) : undefined
  if (parts === undefined) return undefined
  if (parts.kind !== 'argument') return all([argument(index, [{ lo: high, hi: high }], highMask), parts])
  const joined = parts.values.map(({ lo, hi }) => ({ lo: lo | high, hi: hi | high }))
  return argument(index, joined, parts.mask | highMask)
}

function splitWords(test: ArgumentTest, insnCost: number): Predicate | undefined {
  const inside = splitLowWords(test, insnCost)
  if (inside !== undefined) return inside
  const outside = splitLowWords({ ...test, values: otherValues(test.mask, test.values) }, insnCost)
  return outside && not(outside)
}

/** `test`, or tests that mean the same and cost less; `insnCost` as in `PassContext`. */
export function split(test: ArgumentTest, insnCost: number): Predicate {
  const spansWords = (test.mask & LOW_WORD) !== 0n && test.mask > LOW_WORD
  return (spansWords ? splitWords(test, insnCost) : undefined) ?? splitBySubcubes(test, insnCost) ?? test
}
