import { verdictOf } from '@seccompile/abi'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALWAYS, argument, canonical, contains, gather, holds, predicateKey, U32 } from '@seccompile/rules'
import type { Predicate, Rule } from '@seccompile/rules'

const ALLOW = verdictOf('ALLOW')
const DENY = verdictOf('ERRNO', 1)
const LOG = verdictOf('LOG')
const isOne = argument(0, [{ lo: 1n, hi: 1n }])
const rule = (numbers: readonly number[], verdict = ALLOW, when: Predicate = ALWAYS): Rule => ({
  numbers: canonical(
    U32,
    numbers.map((nr) => ({ lo: nr, hi: nr })),
  ),
  when,
  verdict,
})

const keyOf = ({ verdict, when }: Rule): string => `${verdict} ${predicateKey(when)}`
const join = (rules: readonly Rule[]): Rule => ({
  ...rules[0]!,
  numbers: canonical(
    U32,
    rules.flatMap(({ numbers }) => numbers),
  ),
})
const gathered = (rules: readonly Rule[]): readonly Rule[] => gather(rules, keyOf, join)

describe('gather', () => {
  it('joins rules of one key where the first stood', () => {
    expect(gathered([rule([1]), rule([9], DENY), rule([2])])).toEqual([rule([1, 2]), rule([9], DENY)])
  })

  it('joins them where the last stood when only that is sound', () => {
    const conflict = rule([2], DENY, isOne)
    expect(gathered([rule([1]), conflict, rule([2])])).toEqual([conflict, rule([1, 2])])
  })

  it('leaves them apart when neither is sound', () => {
    const rules = [rule([1]), rule([1, 2], DENY, isOne), rule([2])]
    expect(gathered(rules)).toBe(rules)
  })

  it('lets rules of one verdict pass each other', () => {
    const between = rule([2], ALLOW, isOne)
    expect(gathered([rule([1]), between, rule([2])])).toEqual([rule([1, 2]), between])
  })

  it('goes on when a rule that was in the way has moved', () => {
    const rules = [rule([1]), rule([1], DENY), rule([2], LOG), rule([2]), rule([2], DENY)]
    expect(gathered(rules)).toEqual([rule([2], LOG), rule([1, 2]), rule([1, 2], DENY)])
  })

  it('keeps which verdict each call gets', () => {
    const oneRule = fc
      .tuple(
        fc.uniqueArray(fc.nat(4), { minLength: 1 }),
        fc.constantFrom(ALLOW, DENY, LOG),
        fc.constantFrom(ALWAYS, isOne),
      )
      .map((parts) => rule(...parts))
    const verdicts = (rules: readonly Rule[]): readonly (number | undefined)[] =>
      [0, 1, 2, 3, 4].flatMap((nr) =>
        [[0n], [1n]].map(
          (args) => rules.find((r) => contains(r.numbers, nr) && holds(r.when, args))?.verdict,
        ),
      )
    fc.assert(
      fc.property(fc.array(oneRule, { maxLength: 12 }), (rules) => {
        expect(verdicts(gathered(rules))).toEqual(verdicts(rules))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes 10,000 rules in its stride', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => rule([i * 2], i % 3 === 0 ? DENY : ALLOW))
    expect(gathered(many)).toHaveLength(2)
  })
})
