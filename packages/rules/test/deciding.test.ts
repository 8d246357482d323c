import { contains, deciding, rangeAt, U32 } from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { is, rule } from '@seccompile/rules/test-makers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const zero = is(0, 0n)

describe('deciding', () => {
  it('lists rules in the order of matching, up to the first unconditional one', () => {
    const [asks, always, late] = [rule(3, 5, zero), rule(5, 7), rule(4, 9, zero)]
    expect(deciding([asks, always, late])).toEqual([
      { lo: 0, hi: 2, rules: [] },
      { lo: 3, hi: 3, rules: [asks] },
      { lo: 4, hi: 4, rules: [asks, late] },
      { lo: 5, hi: 5, rules: [asks, always] },
      { lo: 6, hi: 7, rules: [always] },
      { lo: 8, hi: 9, rules: [late] },
      { lo: 10, hi: U32.max, rules: [] },
    ])
  })

  it('gives numbers that are to stand apart a range of their own, the last number too', () => {
    const ranges = deciding([rule(0, U32.max)], [7, U32.max])
    expect(ranges.map(({ lo, hi }) => [lo, hi])).toEqual([
      [0, 6],
      [7, 7],
      [8, U32.max - 1],
      [U32.max, U32.max],
    ])
  })

  it('names for every number the rules that cover it, none behind an unconditional one', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), ({ sections }) => {
        for (const { rules } of sections) {
          const ranges = deciding(rules)
          for (const { lo, hi } of rules.flatMap(({ numbers }) => numbers))
            for (const nr of [lo, hi, Math.max(0, lo - 1), Math.min(U32.max, hi + 1)]) {
              const covering = rules.filter(({ numbers }) => contains(numbers, nr))
              const end = covering.findIndex(({ when }) => when.kind === 'all' && when.of.length === 0)
              expect(rangeAt(ranges, nr).rules).toEqual(end < 0 ? covering : covering.slice(0, end + 1))
            }
        }
      }),
      { numRuns: 200 },
    )
  })
})
