import { verdictOf } from '@seccompile/abi'
import { all, any, argument, LOW_WORD } from '@seccompile/rules'
import type { Rule } from '@seccompile/rules'
import { is, rule } from '@seccompile/rules/test-makers'
import { describe, expect, it } from 'vitest'
import { joinValues } from '../src/join-values.ts'

const [ALLOW, EPERM] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]
const values = (count: number, index = 0): readonly Rule[] =>
  Array.from({ length: count }, (_, i) => rule(1, 1, is(index, BigInt(i)), ALLOW))

describe('joinValues', () => {
  it('makes one test of the values of neighbours with one verdict', () => {
    expect(joinValues(values(100))).toEqual([rule(1, 1, argument(0, [{ lo: 0n, hi: 99n }]), ALLOW)])
  })

  it('makes one test of the values of a disjunction', () => {
    const either = any(values(100).map(({ when }) => when))
    expect(joinValues([rule(1, 1, either, ALLOW)])).toEqual(joinValues(values(100)))
  })

  it('keeps arguments and masks apart, each at its first place', () => {
    const low = rule(1, 1, argument(0, [{ lo: 500n, hi: 500n }], LOW_WORD), ALLOW)
    const both = rule(1, 1, all([is(0, 7n), is(1, 7n)]), ALLOW)
    const joined = joinValues([low, ...values(50, 1), both, ...values(50)])
    expect(joined).toEqual([
      rule(
        1,
        1,
        any([low.when, argument(1, [{ lo: 0n, hi: 49n }]), both.when, argument(0, [{ lo: 0n, hi: 49n }])]),
        ALLOW,
      ),
    ])
  })

  it('does not join across a rule with another verdict', () => {
    const between = rule(1, 1, is(0, 5n), EPERM)
    expect(joinValues([...values(70), between, ...values(70)])).toHaveLength(3)
    const few = [...values(40), between, ...values(40)]
    expect(joinValues(few)).toBe(few)
  })

  it('keeps rules where no two test one argument under one mask', () => {
    const masks = Array.from({ length: 100 }, (_, i) => rule(1, 1, argument(0, [{ lo: 1n, hi: 1n }], BigInt(2 * i + 1)), ALLOW)) // prettier-ignore
    expect(joinValues(masks)).toBe(masks)
  })
})
