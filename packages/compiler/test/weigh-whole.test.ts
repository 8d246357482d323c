import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { ALWAYS, argument } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { expect, it } from 'vitest'
import { weighWhole } from '../src/stack/weigh-whole.ts'

const rules: RuleSet = {
  sections: [
    {
      arch: AUDIT_ARCH.X86_64,
      rules: [
        { numbers: [{ lo: 3, hi: 6 }], when: ALWAYS, verdict: verdictOf('ALLOW') },
        { numbers: [{ lo: 9, hi: 9 }], when: argument(0, [{ lo: 1n, hi: 1n }]), verdict: verdictOf('ALLOW') },
      ],
      otherwise: verdictOf('ERRNO', 1),
    },
  ],
  badArch: verdictOf('KILL_PROCESS'),
}
const FACTORS = { allow: 100, ask: 10, deny: 1 } as const
const weigh = weighWhole(rules, (_, { lo, hi }, fate) => FACTORS[fate] * (hi - lo + 1))

it('weighs numbers that a filter allows by what the policy does with each', () => {
  // 0 to 2 are refused, 3 to 6 allowed, 7 and 8 refused, 9 asks, 10 is refused.
  expect(weigh(AUDIT_ARCH.X86_64, { lo: 0, hi: 10 }, 'allow')).toBe(3 + 400 + 2 + 10 + 1)
  expect(weigh(AUDIT_ARCH.X86_64, { lo: 5, hi: 9 }, 'allow')).toBe(200 + 2 + 10)
  expect(weigh(AUDIT_ARCH.X86_64, { lo: 4, hi: 4 }, 'allow')).toBe(100)
})

it('keeps the weight of numbers that the filter decides, and of an arch without rules', () => {
  expect(weigh(AUDIT_ARCH.X86_64, { lo: 0, hi: 10 }, 'deny')).toBe(11)
  expect(weigh(AUDIT_ARCH.X86_64, { lo: 9, hi: 9 }, 'ask')).toBe(10)
  expect(weigh(AUDIT_ARCH.AARCH64, { lo: 0, hi: 10 }, 'allow')).toBe(1100)
})
