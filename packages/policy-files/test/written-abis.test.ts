import { policyFilter, rulesFilter } from '@seccompile/filter'
import { ALLOW, errno, KILL_PROCESS, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { writtenAbis } from '@seccompile/policy-files'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

/** The ABIs that a text names, for a policy whose filter serves `tokens`. */
function named(made: Policy, tokens: readonly AbiToken[]): readonly string[] {
  const filter = policyFilter('made', { policy: made }, { abis: tokens.map(signedAbiTable) })
  return writtenAbis(filter).map(({ token }) => token)
}

describe('the ABIs that a text names', () => {
  const deny = policy({ default: errno('EPERM'), badArch: KILL_PROCESS })

  it('are those of the policy', () => {
    expect(named(deny.allow('read'), ['x86_64', 'x32', 'x86'])).toEqual(['x86_64', 'x32', 'x86'])
  })

  it('lack x32 where the filter refuses all its calls', () => {
    expect(named(deny, ['x86_64', 'x32'])).toEqual(['x86_64'])
    expect(named(deny.allow('time'), ['x86_64', 'x32'])).toEqual(['x86_64', 'x32'])
    expect(named(policy({ default: ALLOW }).deny('read'), ['x86_64', 'x32'])).toContain('x32')
  })

  it('are those whose arch a raw filter tests for', () => {
    const abis = [signedAbiTable('x86_64')] as const
    const raw = rulesFilter('raw', resolve(deny.allow('read'), { abis }).rules, abis)
    expect(writtenAbis(raw).map(({ token }) => token)).toEqual(['x86_64'])
  })
})
