/* What a base allows is what it lets run: not what it refuses first, and no number that it does not name. */
import { SECCOMP_RET, verdictOf } from '@seccompile/abi'
import { baseOf, needsOf } from '@seccompile/needs'
import { policy, policySource, resolve } from '@seccompile/policy'
import { ALWAYS, argument, meaning, ruleSet, U64 } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { dataOf, recorded } from './recordings.ts'

const abis = [signedAbiTable('x86_64')] as const

describe('a base', () => {
  it('allows no call that it refuses before it allows others of the same name', () => {
    const given = policy({ default: 'deny', overlaps: 'first' })
      .deny('chmod', ({ mode }) => mode.hasAny(0o4000))
      .allow('chmod')
    const base = baseOf('first', resolve(given, { abis }).rules, abis)
    const { rules } = resolve(needsOf([recorded('a', ['read'])], {}, base).policy, { abis })
    const verdict = (mode: bigint): number => meaning(rules, dataOf({ call: 'chmod', args: [0n, mode] }))
    expect(verdict(0o755n)).toBe(SECCOMP_RET.ALLOW)
    expect(verdict(0o4755n)).not.toBe(SECCOMP_RET.ALLOW)
  })

  it('is refused where it lets an unnamed call run under a condition', () => {
    const refused = verdictOf('ERRNO', 1)
    const rules = ruleSet({
      badArch: SECCOMP_RET.KILL_THREAD,
      sections: [
        {
          arch: abis[0].auditArch,
          rules: [
            {
              numbers: [{ lo: 5000, hi: 5000 }],
              when: argument(0, [{ lo: 1n, hi: 1n }], U64.max),
              verdict: SECCOMP_RET.ALLOW,
            },
            { numbers: [{ lo: 0, hi: 0xffff_ffff }], when: ALWAYS, verdict: refused },
          ],
          otherwise: refused,
        },
      ],
    })
    expect(() => baseOf('numbers', rules, abis)).toThrow('numbers: lets calls run that it does not name')
  })
})

it('the protocol of a netlink socket has its own name, and not that of an IP protocol', () => {
  const { policy: made } = needsOf([recorded('a', [{ call: 'socket', args: [16n, 3n, 15n] }])])
  const source = policySource(made)
  expect(source).toContain('NETLINK_KOBJECT_UEVENT')
  expect(source).not.toContain('IPPROTO')
})

it('a call that is allowed has no rule of ENOSYS beside, where other calls fail with EPERM', () => {
  const actions = (seen: string): readonly string[] =>
    needsOf([recorded('a', [seen])], { rest: 'EPERM' }).policy.rules.flatMap(({ names, action }) =>
      names.some(({ name }) => name === 'clone3') ? [`${action.action} ${action.data}`] : [],
    )
  expect(actions('clone3')).toEqual(['ALLOW 0'])
  expect(actions('read')).toEqual(['ERRNO ENOSYS'])
})
