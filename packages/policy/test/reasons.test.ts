import { SECCOMP_RET, verdictOf } from '@seccompile/abi'
import { ALLOW, arg, errno, PolicyBuilder, policyOf } from '@seccompile/policy'
import type { Policy, PolicyRule, Target } from '@seccompile/policy'
import { possibleReasons } from '@seccompile/policy/toolkit'
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

it('are knownUpTo in place of the default for a call that came later, in the part that has it', () => {
  const mine = (more: Partial<Policy>): Policy => ({ defaultAction: ALLOW, rules: [], ...more })
  const knownUpTo = { major: 6, minor: 12 }
  const late = (policy: Policy, value: number, on = target): readonly unknown[] =>
    reasons(policy, value, on, 'setxattrat')
  const names = [{ name: 'setxattrat' }]
  const when = [arg(2).eq(1)]
  expect(late(mine({ knownUpTo }), 38)).toEqual(['known-up-to'])
  expect(late(mine({}), 38, { ...target, knownUpTo, unknown: errno(38) })).toEqual(['known-up-to'])
  expect(reasons(mine({ knownUpTo }), 38)).toEqual([])
  // A rule for some arguments; for all; one that is weaker than the action; one that is stricter.
  expect(late(mine({ knownUpTo, rules: [rule(38, { names, args: when })] }), 38)).toEqual([0, 'known-up-to'])
  expect(late(mine({ knownUpTo, rules: [rule(38, { names })] }), 38)).toEqual([0])
  expect(late(mine({ knownUpTo, rules: [rule(0, { names, action: ALLOW })] }), 38)).toEqual(['known-up-to'])
  expect(late(mine({ knownUpTo, unknown: ALLOW, rules: [rule(1, { names })] }), 1)).toEqual([0])
  // The verdict of a policy that does not have it is that of its default.
  const and = [mine({ knownUpTo })]
  expect(late({ defaultAction: errno('EPERM'), rules: [], and }, 1)).toEqual(['default'])
  expect(late({ defaultAction: errno('EPERM'), rules: [], and }, 38)).toEqual(['known-up-to'])
})

it('in a policy that holds together with another go by what the other says', () => {
  const within = (outer: Partial<Policy>, part: Partial<Policy>): Policy => ({
    defaultAction: ALLOW,
    rules: [],
    ...outer,
    and: [{ defaultAction: ALLOW, rules: [], ...part }],
  })
  expect(reasons(within({}, { rules: [rule(1)] }), 1)).toEqual([0])
  expect(reasons(within({ closed: ['x86_64'] }, { rules: [rule(1)] }), 1)).toEqual([])
  const ofAdmin = [rule(1, { includes: { caps: ['CAP_SYS_ADMIN'] } })]
  expect(reasons(within({}, { rules: ofAdmin }), 1)).toEqual([])
  expect(reasons(within({ caps: ['CAP_SYS_ADMIN'] }, { rules: ofAdmin }), 1)).toEqual([0])
  const knownUpTo = { major: 6, minor: 12 }
  const unknown = within({ unknown: errno(5) }, { knownUpTo })
  expect(reasons(unknown, 5, target, 'setxattrat')).toEqual(['known-up-to'])
})

it('have the position of their part among the policies that hold together', () => {
  const part = (...and: readonly Policy[]): Policy => ({ defaultAction: ALLOW, rules: [rule(1)], and })
  const call = { abi: 'x86_64', name: 'socket', verdict: verdictOf('ERRNO', 1) } as const
  const parts = possibleReasons(part(part(part()), part()), target, call).map((one) => one.part)
  expect(parts).toEqual([0, 1, 2, 3])
})

/** The positions of the rules that may have given `socket` with these values EPERM, and `default`. */
const reasonsOf = (policy: Policy, ...args: readonly (bigint | undefined)[]): readonly unknown[] => {
  const call = { abi: 'x86_64', name: 'socket', verdict: verdictOf('ERRNO', 1), args } as const
  return possibleReasons(policy, target, call).map((one) => (one.kind === 'rule' ? one.index : one.kind))
}

it('are those whose conditions hold for the arguments that are known', () => {
  const rules = [rule(1, { args: [arg(0).eq(2)] }), rule(1, { args: [arg(1).eq(3)] })]
  const policy: Policy = { defaultAction: errno('EPERM'), rules }
  expect(reasonsOf(policy, 2n, 1n)).toEqual([0])
  expect(reasonsOf(policy, 1n, 1n)).toEqual(['default'])
  expect(reasonsOf(policy, undefined, 1n)).toEqual([0, 'default'])
  expect(reasonsOf(policy, undefined, 3n)).toEqual([0, 1])
  expect(reasonsOf(policy)).toEqual([0, 1, 'default'])
})

it('are rules of capabilities that the policy has, where the arguments tell', () => {
  const includes = { caps: ['CAP_SYS_ADMIN'] } as const
  const rules = [rule(1, { args: [arg(0).eq(2)], includes })]
  const policy: Policy = { defaultAction: errno('EPERM'), caps: ['CAP_SYS_ADMIN'], rules }
  expect(reasonsOf(policy, 2n)).toEqual([0])
})

it.each([
  [1, 'call.args[0]: expected a bigint, 0n to 2n ** 64n - 1n; got 1'],
  [-1n, 'call.args[0]: expected a bigint, 0n to 2n ** 64n - 1n; got -1n'],
])('have no argument %s', (value, message) => {
  const call = { abi: 'x86_64', name: 'socket', verdict: 0, args: [value as bigint] } as const
  expect(() => possibleReasons({ defaultAction: ALLOW, rules: [] }, target, call)).toThrow(message)
})

it('are parts of the very policy that a builder has read, which is not read again for each call', () => {
  const built = new PolicyBuilder({ defaultAction: ALLOW, rules: [rule(1)] })
  const call = { abi: 'x86_64', name: 'socket', verdict: verdictOf('ERRNO', 1) } as const
  const [found] = possibleReasons(built, target, call)
  expect(found?.policy).toBe(built)
  expect(found).toHaveProperty('rule', built.rules[0])
})
