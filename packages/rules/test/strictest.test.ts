import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_STRICTEST_PAIRS, meaning, print, strictest, verify, witnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { is, rule, rules } from '@seccompile/rules/test-makers'

const [ALLOW, LOG, EPERM, EACCES, KILL] = [
  verdictOf('ALLOW'),
  verdictOf('LOG'),
  verdictOf('ERRNO', 1),
  verdictOf('ERRNO', 13),
  verdictOf('KILL_PROCESS'),
]

/** The {@link strictest} of rules that do not need too many pairs. */
function strictestOf(first: RuleSet, second: RuleSet): RuleSet {
  const both = strictest(first, second)
  if (both === 'many') throw new Error('too many pairs')
  return both
}

/** The choice of the kernel, from the oldest filter on. It shares no code with the rules. */
const kernel = (first: number, second: number): number =>
  (second & 0xffff_0000) >> 0 < (first & 0xffff_0000) >> 0 ? second : first

function expectStrictest(first: RuleSet, second: RuleSet): RuleSet {
  const both = strictestOf(first, second)
  expect(verify(both)).toEqual([])
  // One expectation serves all calls, because an expectation takes longer than an answer.
  const wrong = [first, second, both]
    .flatMap(witnesses)
    .find((data) => meaning(both, data) !== kernel(meaning(first, data), meaning(second, data)))
  expect(wrong).toBeUndefined()
  return both
}

describe('strictest', () => {
  it('pairs the rules of neighbouring numbers', () => {
    const first: RuleSet = {
      sections: [{ arch: AUDIT_ARCH.X86_64, rules: [rule(0, 9)], otherwise: KILL }],
      badArch: KILL,
    }
    const second: RuleSet = {
      sections: [{ arch: AUDIT_ARCH.X86_64, rules: [rule(3, 3, is(0, 1n), EPERM)], otherwise: ALLOW }],
      badArch: ALLOW,
    }
    expect(print(expectStrictest(first, second))).toMatchInlineSnapshot(`
      "arch X86_64
        0..2, 4..9 -> ALLOW
        3 when args[0] == 1 -> ERRNO(1)
        3 -> ALLOW
        otherwise -> KILL_PROCESS
      bad arch -> KILL_PROCESS
      "
    `)
  })

  it('has no result where two lists of conditions on one number have too many pairs', () => {
    // Alternating verdicts, so that no rule can replace its neighbours.
    const list = (count: number, index: 0 | 1): RuleSet =>
      rules(
        ...Array.from({ length: count }, (_, i) =>
          rule(1, 1, is(index, BigInt(i)), i % 2 === 0 ? ALLOW : LOG),
        ),
      )
    const most = Math.floor(Math.sqrt(MAX_STRICTEST_PAIRS)) - 1 // the default is one more rule
    expect(strictest(list(most, 0), list(most, 1))).not.toBe('many')
    expect(strictest(list(most + 2, 0), list(most + 2, 1))).toBe('many')
    // Rules on different numbers need no pairs.
    const elsewhere = rules(
      ...list(5000, 1).sections[0]!.rules.map((each) => ({ ...each, numbers: [{ lo: 2, hi: 2 }] })),
    )
    expect(strictest(list(5000, 0), elsewhere)).not.toBe('many')
  })

  it('takes the errno of the first of two', () => {
    const refusing = (verdict: number): RuleSet => rules(rule(5, 5, verdict))
    const five = {
      nr: 5,
      arch: AUDIT_ARCH.X86_64,
      instruction_pointer: 0n,
      args: [0n, 0n, 0n, 0n, 0n, 0n],
    } as const
    expect(meaning(strictestOf(refusing(EACCES), refusing(EPERM)), five)).toBe(EACCES)
    expect(meaning(strictestOf(refusing(EPERM), refusing(EACCES)), five)).toBe(EPERM)
  })

  it('takes the errno of the first beside a rule of the second that is stricter than both', () => {
    const five = {
      nr: 5,
      arch: AUDIT_ARCH.X86_64,
      instruction_pointer: 0n,
      args: [0n, 0n, 0n, 0n, 0n, 0n],
    } as const
    const second = rules(rule(5, 5, is(0, 7n), KILL), rule(5, 5, EPERM))
    expect(meaning(expectStrictest(rules(rule(5, 5, EACCES)), second), five)).toBe(EACCES)
  })

  it('keeps the order of conditions that overlap in each of both', () => {
    expectStrictest(
      rules(rule(1, 1, is(0, 1n), LOG), rule(1, 1, is(0, 1n, 1n), ALLOW), rule(1, 1, KILL)),
      rules(rule(0, 4, is(1, 2n), ALLOW), rule(1, 2, is(0, 3n), EACCES), rule(1, 1, is(0, 1n), ALLOW)),
    )
  })

  it('gives an architecture that one of both lacks its verdict for other architectures', () => {
    const arm: RuleSet = {
      sections: [{ arch: AUDIT_ARCH.ARM, rules: [rule(1, 1, is(0, 0n))], otherwise: LOG }],
      badArch: EACCES,
    }
    expectStrictest(rules(rule(1), rule(7, 9, LOG)), arm)
  })

  it('is as strict as both on random rules', () => {
    fc.assert(
      fc.property(arbitraryRuleSet({ maxRules: 4 }), arbitraryRuleSet({ maxRules: 4 }), (first, second) => {
        expectStrictest(first, second)
      }),
      { numRuns: 20 },
    )
  })
})
