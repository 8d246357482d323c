import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { decisionBuilder, print, size } from '@seccompile/decision'
import { createOutcomes } from '@seccompile/outcomes'
import { runPass } from '@seccompile/pass'
import { bst } from '@seccompile/pass-bst'
import { all, any, argument } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { describe, expect, it } from 'vitest'
import { conditionLayouts } from '../src/condition-layout.ts'
import { EFFORTS } from '../src/efforts.ts'

const [ALLOW, EPERM] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]

/** Bits strewn about without order. */
const scattered = (i: number): bigint => BigInt.asUintN(64, BigInt(i + 1) * 0x9e37_79b9_7f4a_7c15n)

/** A condition on `count` arguments, each under a mask of its own. */
const masked = (seed: number, count: number): Predicate =>
  all(
    Array.from({ length: count }, (_, index) => {
      const mask = scattered(97 * seed + 2 * index)
      const value = scattered(89 * seed + 2 * index + 1) & mask
      return argument(index, [{ lo: value, hi: value }], mask)
    }),
  )

/** The steps and the tests that the layout of `parts`, any of which is to hold, takes. */
function stepsFor(parts: readonly Predicate[]): { readonly steps: number; readonly tests: number } {
  const known = createOutcomes()
  const layoutOf = conditionLayouts(known, decisionBuilder(), 0, EFFORTS.default.words)
  const rule = { numbers: [{ lo: 1, hi: 1 }], when: any(parts), verdict: ALLOW }
  const tests = size(layoutOf(known.of([rule], EPERM)))
  return { steps: known.store.steps(), tests }
}

describe('conditionLayouts', () => {
  it('bounds the layout of conditions by the reserve and their tests, not by their diagrams', () => {
    for (const [count, words] of [
      [60, 2],
      [50, 6],
    ] as const) {
      const { steps, tests } = stepsFor(Array.from({ length: count }, (_, i) => masked(i, words)))
      expect(steps).toBeLessThan(1_000_000 + 5000 * count * words)
      // In a row: two words of each argument, some of them with a test of a bit before.
      expect(tests).toBeLessThan(4 * count * words)
    }
  })

  it('tells from some rules that a row is longer than any stack of filters', () => {
    const rules = Array.from({ length: 6000 }, (_, i) => ({
      numbers: [{ lo: 1, hi: 1 }],
      when: masked(i, 4),
      verdict: ALLOW,
    }))
    const section = { arch: AUDIT_ARCH.X86_64, rules, otherwise: EPERM }
    expect(() => runPass(bst, { sections: [section], badArch: EPERM })).toThrow(
      /has about \d{5,6} instructions, most of them for conditions in a row; the kernel takes at most 4096 \(P1\)/,
    )
  })

  it('looks for no short tree where a condition alone passes the longest path', () => {
    const deep = {
      numbers: [{ lo: 300, hi: 300 }],
      when: any(Array.from({ length: 60 }, (_, i) => masked(i, 2))),
      verdict: ALLOW,
    }
    const others = Array.from({ length: 60 }, (_, i) => ({
      numbers: [{ lo: 3 * i, hi: 3 * i }],
      when: all([]),
      verdict: ALLOW,
    }))
    const ruleSet = {
      sections: [{ arch: AUDIT_ARCH.X86_64, rules: [...others, deep], otherwise: EPERM }],
      badArch: EPERM,
    }
    // The very tree that there is without a bound.
    expect(print(runPass(bst, ruleSet, { maxPath: 20 }))).toBe(print(runPass(bst, ruleSet)))
  })
})
