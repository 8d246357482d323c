import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { compileRules } from '@seccompile/compiler'
import { ALWAYS, argument } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { expect, it } from 'vitest'
import { agreement } from '../src/agreement.ts'

const ALLOW = verdictOf('ALLOW')
/** Rules that allow numbers up to `last`, and number 41 for arguments up to 37. */
function upTo(last: number): RuleSet {
  const rules = [
    { numbers: [{ lo: 0, hi: last }], when: ALWAYS, verdict: ALLOW },
    { numbers: [{ lo: 41, hi: 41 }], when: argument(0, [{ lo: 0n, hi: 37n }]), verdict: ALLOW },
  ]
  const section = { arch: AUDIT_ARCH.X86_64, rules, otherwise: verdictOf('ERRNO', 1) }
  return { sections: [section], badArch: verdictOf('KILL_THREAD') }
}

const rules = upTo(9)

it('finds nothing between a list and a tree of the same rules', () => {
  const result = agreement(rules, compileRules(rules), compileRules(rules, { pipeline: 'none' }))
  expect(result).toMatchObject({ disagreements: 0 })
  expect(result).not.toHaveProperty('example')
  for (const count of Object.values(result.inputs)) expect(count).toBeGreaterThan(5)
})

it('counts the inputs on which a comparison that is off by one shows, and gives one', () => {
  const result = agreement(rules, compileRules(rules), compileRules(upTo(10)))
  expect(result.disagreements).toBeGreaterThan(0)
  expect(result.example).toBe(
    'arch 0xc000003e, nr 10, arguments 0x0, 0x0, 0x0, 0x0, 0x0, 0x0: ERRNO(1), theirs ALLOW',
  )
})
