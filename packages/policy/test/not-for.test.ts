import { ALLOW, errno, policy, policyAbis, printPolicy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const server = policy({
  name: 'server',
  default: 'deny',
  notFor: [
    { abis: ['x32', 'sh'], reason: 'Node.js has no build for them' },
    { abis: ['x86'], reason: 'socketcall hides the family' },
  ],
}).allow('read')
const plain = policy({ default: 'allow' })
const mapped = policy({ default: 'allow', archMap: [{ main: 'x86_64', sub: ['x86', 'x32', 'arm'] }] })

/** A policy in plain data. */
const dataOf = (source: Policy): Policy => ({ ...source })

const resolved = (source: Policy, ...abis: readonly AbiToken[]): unknown =>
  resolve(source, { abis: abis.map((token) => abiTable(token)) })

it('refuses a target with an ABI that the policy is not for, wherever it stands, with the reason', () => {
  const refused = expect.objectContaining({
    name: 'PolicyError',
    code: 'E_TARGET',
    message: 'policy "server" is not for x32: Node.js has no build for them; name other ABIs',
  })
  expect(() => resolved(server, 'x32')).toThrow(refused)
  expect(() => resolved(server, 'x86_64', 'x32')).toThrow(refused)
  expect(() => resolved(server, 'x86_64', 'x86')).toThrow('not for x86: socketcall hides the family;')
  expect(() => resolved({ ...dataOf(server), name: undefined } as never, 'sh')).toThrow(
    /^the policy is not for sh: /,
  )
  expect(() => resolved(server, 'x86_64', 'aarch64')).not.toThrow()
})

it('is refused where the policy names the ABI itself', () => {
  const both = policy({ default: 'deny', abis: ['x32'], notFor: [{ abis: ['x32'], reason: 'it is so' }] })
  expect(policyAbis(both)).toEqual(['x32'])
  expect(() => resolved(both, ...policyAbis(both))).toThrow('not for x32: it is so')
})

it('holds in policies of policies, whichever part says it', () => {
  for (const joined of [
    server.intersect(plain),
    plain.intersect(server),
    plain.intersect(plain.intersect(server)),
    server.extend(policy({ default: 'deny' })),
    policy({ default: 'deny' }).extend(server),
    server.restrict((rules) => rules.deny('read')),
  ])
    expect(() => resolved(joined, 'x86_64', 'x32')).toThrow('not for x32: Node.js has no build')
  const two = server.extend(policy({ default: 'deny', notFor: [{ abis: ['arm'], reason: 'no' }] }))
  expect(two.notFor?.map(({ abis }) => abis.join())).toEqual(['x32,sh', 'x86', 'arm'])
})

it('leaves the ABI out of those that come with the main one', () => {
  const own = { ...dataOf(mapped), architectures: ['s390x', 'x32'] as const, notFor: server.notFor! }
  expect(policyAbis(own)).toEqual(['x86_64', 's390x', 'arm'])
  expect(policyAbis(mapped.intersect(plain.intersect(server)))).toEqual(['x86_64', 'arm'])
  expect(() => resolved(mapped.intersect(server), ...policyAbis(mapped.intersect(server)))).not.toThrow()
  expect(policyAbis(mapped.intersect(server), 'x32')).toEqual(['x32'])
})

it('is printed', () => {
  expect(printPolicy(server).split('\n').slice(-2)).toEqual([
    'not for x32, sh: Node.js has no build for them',
    'not for x86: socketcall hides the family',
  ])
})

it.each([
  [[{ abis: [], reason: 'no' }], 'policy.notFor[0].abis: expected one ABI or more; got a list of 0'],
  [[{ abis: ['x32'] }], 'policy.notFor[0].reason: expected text; got undefined'],
  [[{ abis: ['x23'], reason: '' }], 'policy.notFor[0].abis[0]: expected the token of an ABI'],
  [{ x32: 'no' }, 'policy.notFor: expected a list; got an object'],
])('is refused where it is malformed: %j', (notFor, message) => {
  expect(() => policy({ default: ALLOW, notFor: notFor as never, unknown: errno(1) })).toThrow(message)
})
