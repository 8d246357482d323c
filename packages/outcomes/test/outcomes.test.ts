import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { evaluate } from '@seccompile/diagram'
import { createOutcomes, numberCells } from '@seccompile/outcomes'
import { all, any, holds, not } from '@seccompile/rules'
import type { Rule } from '@seccompile/rules'
import { arbitraryPredicate, arbitraryU64, arbitraryVerdict } from '@seccompile/rules/arbitrary'
import { is, rule } from '@seccompile/rules/test-makers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const [ALLOW, EPERM] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]
/**
 * The words of six arguments in the order of an outcome: after a free word, for each argument the high word and then
 * the low one.
 */
const wordsOf = (args: readonly bigint[]): Uint32Array =>
  Uint32Array.from([0, ...args.flatMap((arg) => [Number(arg >> 32n), Number(arg & 0xffff_ffffn)])])

describe('outcomes', () => {
  it('are what the first rule that matches says, for any arguments', () => {
    const anyRules = fc.array(fc.tuple(arbitraryPredicate(), arbitraryVerdict()), { maxLength: 4 })
    const anyArgs = fc.array(arbitraryU64(), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(anyRules, fc.array(anyArgs, { minLength: 20, maxLength: 20 }), (list, vectors) => {
        const outcomes = createOutcomes()
        const rules = list.map(([when, verdict]) => rule(1, 1, when, verdict))
        const node = outcomes.of(rules, EPERM)
        fc.pre(!outcomes.isTooLarge(node))
        for (const args of vectors)
          expect(evaluate(outcomes.store, node, wordsOf(args))).toBe(
            rules.find(({ when }) => holds(when, args))?.verdict ?? EPERM,
          )
      }),
      { numRuns: 300 },
    )
  })

  it('are one node where rules mean the same, and two where they do not', () => {
    const outcomes = createOutcomes()
    const of = (...rules: Rule[]): number => outcomes.of(rules, EPERM)
    const both = of(rule(1, 1, any([is(0, 1n), is(2, 5n)])))
    expect(of(rule(1, 1, is(2, 5n)), rule(1, 1, is(0, 1n)))).toBe(both)
    expect(of(rule(1, 1, all([not(is(0, 1n)), not(is(2, 5n))]), EPERM), rule(1))).toBe(both)
    expect(of(rule(1, 1, all([is(0, 1n), is(2, 5n)])))).not.toBe(both)
    expect(of(rule(1, 1, is(0, 1n << 32n)))).not.toBe(of(rule(1, 1, is(0, 0n))))
  })

  it('are verdicts where no argument has a say', () => {
    const outcomes = createOutcomes()
    const node = outcomes.of([rule(1, 1, is(0, 1n)), rule(1, 1, not(is(0, 1n)))], EPERM)
    expect(outcomes.isDecided(node)).toBe(true)
    expect(outcomes.store.valueOf(node)).toBe(ALLOW)
  })

  it('are stand-ins for rules whose diagram is too large, one for the same rules', () => {
    const outcomes = createOutcomes()
    const scattered = (i: number): bigint => BigInt.asUintN(64, BigInt(i + 1) * 0x9e37_79b9_7f4a_7c15n)
    const masked = Array.from({ length: 400 }, (_, i) =>
      rule(
        1,
        1,
        all(
          Array.from({ length: 6 }, (_unused, index) => {
            const mask = scattered(97 * i + index)
            return is(index, scattered(89 * i + index) & mask, mask)
          }),
        ),
      ),
    )
    const node = outcomes.of(masked, EPERM)
    expect(outcomes.isTooLarge(node)).toBe(true)
    expect(outcomes.of(masked, EPERM)).toBe(node)
    expect(outcomes.listed(node).rules).toEqual(masked)
  })
})

describe('numberCells', () => {
  it('joins neighbouring numbers of one outcome, whatever rules they come from', () => {
    const outcomes = createOutcomes()
    const rules = [rule(1, 1, is(0, 1n)), rule(2, 4, is(0, 1n)), rule(5, 5, EPERM), rule(9)]
    const cells = numberCells({ arch: AUDIT_ARCH.X86_64, rules, otherwise: EPERM }, outcomes)
    const asks = outcomes.of([rule(1, 1, is(0, 1n))], EPERM)
    const [denied, allowed] = [EPERM, ALLOW].map((verdict) => outcomes.store.terminal(verdict))
    expect(cells).toEqual([
      { lo: 0, hi: 0, to: denied },
      { lo: 1, hi: 4, to: asks },
      { lo: 5, hi: 8, to: denied },
      { lo: 9, hi: 9, to: allowed },
      { lo: 10, hi: 2 ** 32 - 1, to: denied },
    ])
  })
})
