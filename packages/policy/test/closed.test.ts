import { seccompData, verdictName } from '@seccompile/abi'
import { ALLOW, KILL_PROCESS, policy, policySource, printPolicy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const TOKENS: readonly AbiToken[] = ['x86_64', 'x86', 'x32']

/** What `read` gets on each ABI, all of which the target names. */
function onEach(made: Policy): readonly string[] {
  const abis = TOKENS.map(abiTable)
  const { rules } = resolve(made, { abis })
  return abis.map(({ numbers, auditArch: arch }) =>
    verdictName(meaning(rules, seccompData({ nr: numbers.get('read')!, arch }))),
  )
}

const closed = policy({ default: 'allow', closed: ['x86', 'x32'] }).deny('bpf')

it('gives badArch to calls of ABIs that a policy is closed to, also where the target names them', () => {
  expect(onEach(closed)).toEqual(['ALLOW', 'KILL_THREAD', 'KILL_THREAD'])
  expect(
    onEach(policy({ default: 'allow', badArch: KILL_PROCESS, closed: ['x86', 'x32'] }).deny('bpf')),
  ).toEqual(['ALLOW', 'KILL_PROCESS', 'KILL_PROCESS'])
})

it('refuses a target that has no other ABI', () => {
  expect(() => resolve(closed, { abis: [abiTable('x86')] })).toThrow(
    'the policy is closed to x86, x32, and the target has no other ABI; name one',
  )
})

it('stays closed beside another policy, and after one', () => {
  const open = policy({ default: 'allow', badArch: ALLOW }).deny('mount')
  expect(onEach(open.intersect(closed))).toEqual(['ALLOW', 'KILL_THREAD', 'KILL_THREAD'])
  expect(onEach(policy({ default: 'allow' }).extend(closed))).toEqual(['ALLOW', 'KILL_THREAD', 'KILL_THREAD'])
})

it('prints what a policy is closed to, and writes it as source', () => {
  expect(printPolicy(closed)).toContain('\nclosed to x86, x32')
  expect(policySource(closed)).toMatch(/closed: \['x86', 'x32'\]|closed: \["x86", "x32"\]/)
})

it('refuses an empty list, and what is no ABI', () => {
  const closedTo = (given: unknown): Policy => ({
    defaultAction: ALLOW,
    rules: [],
    closed: given as AbiToken[],
  })
  const at = (made: Policy): unknown => resolve(made, { abis: [abiTable('x86_64')] })
  expect(() => at(closedTo([]))).toThrow('closed: expected')
  expect(() => at(closedTo(['i386']))).toThrow('closed[0]: expected')
})
