import { PLAIN } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import { policyFilter } from '@seccompile/filter'
import { lintRules } from '@seccompile/lint'
import { newCalls, parseBaseline } from '@seccompile/lint-report'
import { policy } from '@seccompile/policy'
import type { KernelVersion, Policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const lint = {
  requirements: {},
  rules: lintRules,
  wanted: new Set(lintRules.map(({ name }) => name)),
  baseline: parseBaseline('{ "accepted": [] }', 'none.json'),
}
const linux = (major: number, minor: number): KernelVersion => ({ major, minor })

/** The calls that Linux 6.2 to `newest` brought. */
function askedOf(mine: Policy, tokens: readonly AbiToken[], newest: KernelVersion): Promise<Answer> {
  const abis = tokens.map((token) => signedAbiTable(token))
  const filter = policyFilter('mine', { policy: mine }, { abis, kernel: newest })
  const placeOf = (_reason: unknown, name: string): string => `the place of ${name}`
  return newCalls(filter, { range: { oldest: linux(6, 1), newest }, lint, placeOf })
}

it('names the calls that a kernel brought, their verdicts and the parts that gave them', async () => {
  const answer = await askedOf(policy({ default: 'deny' }).allow('cachestat'), ['x86_64'], linux(6, 5))
  expect(answer.status).toBe('no')
  const text = await answer.text!(PLAIN, 100)
  expect(text).toMatch(/^cachestat +6\.5 +ALLOW +the place of cachestat$/m)
  expect(await answer.facts?.()).toMatchObject({ calls: [{ call: 'cachestat', abi: 'x86_64' }] })
})

it('says yes where there are none', async () => {
  expect((await askedOf(policy({ default: 'deny' }), ['x86_64'], linux(6, 2))).status).toBe('yes')
})

it('says by the default which calls are refused', async () => {
  const answer = await askedOf(policy({ default: 'deny' }), ['x86_64'], linux(6, 5))
  expect(await answer.text!(PLAIN, 100)).toMatch(/^cachestat +6\.5 +ERRNO\(EPERM\) +the default$/m)
})

it('names an ABI that the new kernel removed, which has no new calls', async () => {
  const answer = await askedOf(policy({ default: 'deny' }), ['s390x', 's390'], linux(6, 19))
  expect(answer.notes).toEqual(['Linux 6.19 removed s390'])
  expect(
    JSON.stringify(await answer.facts?.(), (_key, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    ),
  ).not.toContain('"abi":"s390"')
})
