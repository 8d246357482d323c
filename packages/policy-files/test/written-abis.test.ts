import { ALLOW, errno, KILL_PROCESS, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { policyMeaning, writtenAbis } from '@seccompile/policy-files'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

/** The ABIs that a text names, for a policy whose filter serves `tokens`. */
async function named(made: Policy, tokens: readonly AbiToken[]): Promise<readonly string[]> {
  return writtenAbis(await policyMeaning(made, tokens.map(signedAbiTable))).map(({ token }) => token)
}

describe('the ABIs that a text names', () => {
  const deny = policy({ default: errno('EPERM'), badArch: KILL_PROCESS })

  it('are those of the policy', async () => {
    expect(await named(deny.allow('read'), ['x86_64', 'x32', 'x86'])).toEqual(['x86_64', 'x32', 'x86'])
  })

  it('lack x32 where the filter refuses all its calls', async () => {
    expect(await named(deny, ['x86_64', 'x32'])).toEqual(['x86_64'])
    expect(await named(deny.allow('time'), ['x86_64', 'x32'])).toEqual(['x86_64', 'x32'])
    expect(await named(policy({ default: ALLOW }).deny('read'), ['x86_64', 'x32'])).toContain('x32')
  })

  it('are those whose arch a raw filter tests for', async () => {
    const { policy: _, ...raw } = await policyMeaning(deny.allow('read'), [signedAbiTable('x86_64')])
    expect(writtenAbis(raw).map(({ token }) => token)).toEqual(['x86_64'])
  })
})
