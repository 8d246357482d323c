import { argHigh, argLow, verdictOf } from '@seccompile/abi'
import { createOutcomes } from '@seccompile/outcomes'
import { all, any, argument } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { is, rule } from '@seccompile/rules/test-makers'
import { expect, it } from 'vitest'
import { wordsToKnow } from '../src/words-to-know.ts'

const refused = verdictOf('ERRNO', 1)

/** The numbers of words that decide calls whose low words of arguments are `args`, and whose high words are 0. */
function wordsFor(when: Predicate, ...calls: readonly (readonly number[])[]): readonly number[] {
  const outcomes = createOutcomes()
  const wordsOf = wordsToKnow(outcomes.store, outcomes.of([rule(0, 0, when)], refused))
  return calls.map((args) => {
    const values: number[] = []
    for (const [index, low] of args.entries()) values[outcomes.placeOf(argLow(index))] = low
    return wordsOf(values)
  })
}

it('counts the words that a call needs, by the values of its words', () => {
  const low = (index: number, value: bigint): Predicate => is(index, value, 0xffff_ffffn)
  // If argument 0 is 1, it decides the call. If it is 2, argument 1 decides too. Otherwise all three arguments decide.
  const when = any([low(0, 1n), all([low(0, 2n), low(1, 5n)]), all([low(1, 7n), low(2, 7n)])])
  const calls = [
    [1, 0, 0],
    [2, 5, 0],
    [3, 7, 7],
    [3, 7, 6],
    [0, 0, 0],
  ]
  expect(wordsFor(when, ...calls)).toEqual([1, 2, 2, 2, 2])
  expect(wordsFor(argument(0, [{ lo: 0n, hi: 9n }]), [3], [30])).toEqual([2, 1])
})

it('counts the words of a call among 216,000 listed ones (issue 34)', () => {
  const values = (index: number): Predicate =>
    argument(
      index,
      Array.from({ length: 60 }, (_, i) => {
        const value = (BigInt(i * i * (index + 3) + i + 1) << 35n) + BigInt(i)
        return { lo: value, hi: value }
      }),
    )
  const outcomes = createOutcomes()
  const node = outcomes.of([rule(0, 0, all([values(0), values(1), values(2)]))], refused)
  const words: number[] = []
  for (const index of [0, 1, 2]) {
    words[outcomes.placeOf(argLow(index))] = 1
    words[outcomes.placeOf(argHigh(index))] = 8 * (index + 5)
  }
  expect(wordsToKnow(outcomes.store, node)(words)).toBe(6)
})
