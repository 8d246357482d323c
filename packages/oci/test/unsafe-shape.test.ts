/*
 * The warning about a list of rules that libseccomp may compile to another meaning than the written one. For lists
 * without this warning, tools/bench compares the meaning with libseccomp.
 * @see security-profiles-merger docs/api.md, Merge semantics
 */
import { parseProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const arg = (index: number, op: string, value: number, valueTwo = 0) => ({
  index,
  op: `SCMP_CMP_${op}`,
  value,
  valueTwo,
})
const rule = (action: string, ...args: readonly object[]) => ({
  names: ['dup3'],
  action: `SCMP_ACT_${action}`,
  args,
})

const policyOf = (defaultAction: string, syscalls: readonly object[]): Policy =>
  parseProfile(JSON.stringify({ defaultAction: `SCMP_ACT_${defaultAction}`, syscalls }), { file: 'p.json' })
    .policy

const warningsOf = (policy: Policy, ...tokens: readonly AbiToken[]) =>
  resolve(policy, { abis: tokens.map((token) => abiTable(token)) }).warnings.filter(
    ({ name }) => name === 'unsafe-shape',
  )

/** A rule with a range, and a rule with two comparisons. */
const ranges = (action: string) => [
  rule(action, arg(0, 'LT', 3), arg(1, 'EQ', 2)),
  rule(action, arg(0, 'GT', 3)),
]

it('is of high severity where a call may run, with the call and one that is refused as it is written', () => {
  const [found, ...others] = warningsOf(policyOf('ERRNO', ranges('ALLOW')), 'x86_64', 'x86')
  expect(others).toEqual([])
  expect(found).toMatchObject({ severity: 'high', call: { abi: 'x86_64' } })
  expect(found?.message).toBe(
    'p.json:1:57: the 2 rules of "dup3" on x86_64, x86 have a form that libseccomp may compile to another meaning than the written one, ' +
      'so under runc a call may get what another rule or the default gives, and run; as written, dup3(3, …) on x86_64 gets ERRNO(EPERM)',
  )
})

it('is of medium severity where neither a rule nor the default lets a call run', () => {
  expect(warningsOf(policyOf('KILL', ranges('ERRNO')), 'x86_64')).toMatchObject([{ severity: 'medium' }])
  expect(warningsOf(policyOf('ALLOW', ranges('ERRNO')), 'x86_64')).toMatchObject([{ severity: 'high' }])
})

it.each([
  ['a single rule', [rule('ALLOW', arg(0, 'LT', 3), arg(1, 'NE', 2))]],
  ['rules of one comparison each', [rule('ALLOW', arg(0, 'LT', 3)), rule('ALLOW', arg(1, 'NE', 2))]],
  [
    'comparisons by == and masks',
    [rule('ALLOW', arg(0, 'EQ', 3), arg(1, 'EQ', 2)), rule('ALLOW', arg(1, 'MASKED_EQ', 8, 8))],
  ],
  [
    'one lowest argument',
    [rule('ALLOW', arg(0, 'EQ', 3), arg(1, 'NE', 2)), rule('ALLOW', arg(0, 'EQ', 4), arg(2, 'LT', 2))],
  ],
  ['a rule without conditions', [...ranges('ALLOW'), rule('ALLOW')]],
])('is not given for %s', (_, rules) => {
  expect(warningsOf(policyOf('ERRNO', rules), 'x86_64', 'x86')).toEqual([])
})

it('is about orders of more than 32 bits too, where an ABI compares these', () => {
  const wide = policyOf('ERRNO', [rule('ALLOW', arg(0, 'LT', 2 ** 33)), rule('ALLOW', arg(0, 'EQ', 2 ** 40))])
  expect(warningsOf(wide, 'x86_64')).toHaveLength(1)
})

it('is not about a policy that no profile is read for', () => {
  const { overlaps: _, ...own } = policyOf('ERRNO', ranges('ALLOW'))
  expect(warningsOf(own, 'x86_64')).toEqual([])
})
