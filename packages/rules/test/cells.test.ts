import { verdictOf } from '@seccompile/abi'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALWAYS, cellsOf, cellStarts, numbersOf, U32 } from '@seccompile/rules'
import type { Rule } from '@seccompile/rules'
import { arbitraryRule } from '@seccompile/rules/arbitrary'

const rule = (...numbers: Rule['numbers']): Rule => ({ numbers, when: ALWAYS, verdict: verdictOf('ALLOW') })

describe('cells', () => {
  it('begin where a rule begins and after it ends', () => {
    const rules = [rule({ lo: 3, hi: 5 }), rule({ lo: 5, hi: 9 })]
    const starts = cellStarts(rules)
    expect(starts).toEqual([0, 3, 5, 6, 10])
    expect(cellsOf(starts, rules[0]!.numbers)).toEqual([1, 2])
    expect(cellsOf(starts, rules[1]!.numbers)).toEqual([2, 3])
  })

  it('reach to both ends of the numbers', () => {
    const starts = cellStarts([rule({ lo: 0, hi: 0 }, { lo: U32.max, hi: U32.max })])
    expect(starts).toEqual([0, 1, U32.max])
    expect(cellsOf(starts, [{ lo: 0, hi: U32.max }])).toEqual([0, 1, 2])
    expect(numbersOf(starts, [1, 2])).toEqual([{ lo: 1, hi: U32.max }])
  })

  it('of no rule are one', () => {
    expect(cellStarts([])).toEqual([0])
    expect(numbersOf([0], [0])).toEqual([{ lo: 0, hi: U32.max }])
  })

  it('of a rule make up its numbers again', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRule()), (rules) => {
        const starts = cellStarts(rules)
        for (const { numbers } of rules) expect(numbersOf(starts, cellsOf(starts, numbers))).toEqual(numbers)
      }),
    )
  })
})
