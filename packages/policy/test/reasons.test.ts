import { SECCOMP_RET, verdictOf } from '@seccompile/abi'
import { ALLOW, arg, errno, policyOf } from '@seccompile/policy'
import type { Policy, PolicyRule, Target } from '@seccompile/policy'
import { possibleReasons } from '@seccompile/policy/parts'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'

const target: Target = { abis: [signedAbiTable('x86_64')] }
const rule = (value: number, more: Partial<PolicyRule> = {}): PolicyRule => ({
  names: [{ name: 'socket' }],
  action: errno(value),
  args: [],
  ...more,
})

/** The positions of the rules that may have given `socket` this errno, and `default`. */
function reasons(policy: Policy, value: number, on: Target = target, name = 'socket'): readonly unknown[] {
  const call = { abi: 'x86_64', name, verdict: verdictOf('ERRNO', value) } as const
  return possibleReasons(policyOf(policy), on, call).map((one) =>
    one.kind === 'rule' ? one.index : one.kind,
  )
}

it('are the rules with the verdict itself, and not only with its action', () => {
  const rules = [rule(97, { args: [arg(0).eq(1)] }), rule(13, { args: [arg(0).eq(2)] })]
  expect(reasons({ defaultAction: ALLOW, rules }, 13)).toEqual([1])
  expect(reasons({ defaultAction: ALLOW, rules: [...rules, rule(13)] }, 13)).toEqual([1, 2])
  expect(reasons({ defaultAction: ALLOW, rules }, 5)).toEqual([])
})

it('are no rules that do not take part: for other ABIs, capabilities or kernels', () => {
  const rules = [
    rule(1, { abis: ['x86'] }),
    rule(1, { excludes: { caps: ['CAP_SYS_ADMIN'] } }),
    rule(1, { includes: { minKernel: { major: 6, minor: 0 } } }),
  ]
  const policy: Policy = { defaultAction: ALLOW, rules }
  expect(reasons(policy, 1)).toEqual([1, 2])
  expect(reasons(policy, 1, { ...target, caps: ['CAP_SYS_ADMIN'] })).toEqual([2])
  expect(reasons({ ...policy, kernel: { major: 5, minor: 4 } }, 1)).toEqual([1])
})

it('are the default where no unconditional rule gives its verdict', () => {
  const defaultAction = errno('EPERM')
  expect(reasons({ defaultAction, rules: [] }, 1)).toEqual(['default'])
  expect(reasons({ defaultAction, rules: [rule(1, { args: [arg(0).eq(1)] })] }, 1)).toEqual([0, 'default'])
  expect(reasons({ defaultAction, rules: [rule(1)] }, 1)).toEqual([0])
  expect(reasons({ defaultAction: ALLOW, rules: [], and: [{ defaultAction, rules: [] }] }, 1)).toEqual([
    'default',
  ])
})

it('are none on an ABI outside the target, or to which the policy is closed', () => {
  const policy: Policy = { defaultAction: errno(1), rules: [rule(1)] }
  expect(reasons({ ...policy, closed: ['x86_64'] }, 1)).toEqual([])
  expect(reasons(policy, 1, { abis: [signedAbiTable('x86')] })).toEqual([])
  expect(
    possibleReasons(policy, target, { abi: 'x86_64', name: 'read', verdict: SECCOMP_RET.ALLOW }),
  ).toEqual([])
})
