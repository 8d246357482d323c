import '@seccompile/matchers/vitest'
import { arg, policy, resolve } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { filterOf } from '../src/filter-of.ts'
import { hasNoFindings } from '../src/has-findings.ts'

describe('a filter whose diagram is too large', () => {
  // Each bit of one argument decides together with the same bit of the other.
  const bits = Array.from({ length: 24 }, (_, i) => 2 ** i)
  const large = bits.reduce(
    (list, bit) => list.allow('semget', arg(0).maskedEq(bit, bit), arg(1).maskedEq(bit, bit)),
    policy({ abis: ['x86_64'], default: 'deny' }),
  )

  it.each([
    ['toAllow', () => expect(large).toAllow('semget')],
    ['not.toAllow', () => expect(large).not.toAllow('semget')],
    ['not.toStop', () => expect(large).not.toStop('shocker')],
    ['not.toBeAtLeastAsStrictAs', () => expect(large).not.toBeAtLeastAsStrictAs(policy({ default: 'deny' }))],
  ])('fails with and without "not", and says that nothing is decided: %s', (_, statement) => {
    expect(statement).toThrow(/(?:it is|;) not decided: |\n {2}not decided: /)
  })

  it('has neither findings nor none of a severity that no finding has', () => {
    const { holds, shown } = hasNoFindings(filterOf(large, 'mine'), { severity: 'high' })
    expect([holds, shown(false)]).toEqual(['neither', expect.stringMatching(/^\n {2}not decided: /)])
  })
})

describe('toFitIn', () => {
  it('does not hold for a policy and for rules that no program of a filter holds', () => {
    const values = Array.from({ length: 4500 }, (_, i) => 7919 * i)
    const large = policy({ abis: ['x86_64'], default: 'deny' }).allow('ioctl', ({ cmd }) => cmd.in(...values))
    const { rules } = resolve(large, { abis: [signedAbiTable('x86_64')] })
    for (const form of [large, rules])
      expect(() => expect(form).toFitIn(4096)).toThrow(
        /^expected the filter to fit in 4096 instructions; it would have (about )?\d{4,5}, and a filter has at most 4096$/,
      )
  })
})
