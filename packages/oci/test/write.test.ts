import { AUDIT_ARCH, SECCOMP_RET } from '@seccompile/abi'
import { writeProfile } from '@seccompile/oci'
import { arg, errno, policy } from '@seccompile/policy'
import { ruleSet } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { written } from './written.ts'

const base = policy({ default: 'deny' }).allow('read', 'write')

it('writes the calls that do not get the default, in entries of one action', () => {
  expect(written(base.kill('ptrace')).text).toBe(`{
  "defaultAction": "SCMP_ACT_ERRNO",
  "defaultErrnoRet": 1,
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [
    {"names": ["read", "write"], "action": "SCMP_ACT_ALLOW"},
    {"names": ["ptrace"], "action": "SCMP_ACT_KILL_PROCESS"}
  ]
}
`)
})

it('keeps all 64 bits of a value', () => {
  const { text, same } = written(base.allow('ioctl', arg(1).ge(2n ** 64n - 2n)))
  expect(text).toContain('{"index": 1, "value": 18446744073709551614, "op": "SCMP_CMP_GE"}')
  expect(same).toBe('equal')
})

it('compares an argument at most once in an entry', () => {
  const made = base.allow('mmap', arg(2).maskedEq(4, 0), arg(2).maskedEq(2, 2), arg(3).in([3, 9]))
  const { warnings, same, text } = written(made)
  expect(warnings).toEqual([])
  expect(same).toBe('equal')
  expect(text).toContain('{"index": 2, "value": 6, "valueTwo": 2, "op": "SCMP_CMP_MASKED_EQ"}')
})

it('names the verdict for other architectures where it is not that of runc', () => {
  const made = policy({ default: 'deny', badArch: errno('EPERM') }).allow('read')
  expect(written(made).losses).toEqual([
    'calls of other architectures get ERRNO(EPERM), and by a profile they get KILL_THREAD',
  ])
})

it('loses a call whose constant libseccomp would cut to 32 bits on one of the ABIs (issue 19)', () => {
  // On x86 libseccomp compares with 5, but the policy has no such value there.
  const { losses, text } = written(base.allow('ioctl', arg(1).eq(2n ** 32n + 5n)), ['x86_64', 'x86'])
  expect(losses).toEqual([
    'a profile has the same rules for a call on all ABIs, and ioctl differs between x86_64 and x86',
  ])
  expect(text).not.toContain('ioctl')
})

it('names calls of x32 that get something else than calls of other architectures', () => {
  const section = { arch: AUDIT_ARCH.X86_64, rules: [], otherwise: SECCOMP_RET.KILL_PROCESS }
  const rules = ruleSet({ sections: [section], badArch: SECCOMP_RET.KILL_THREAD })
  const { losses } = writeProfile(rules, { abis: [abiTable('x86_64')] })
  expect(losses).toEqual([{ kind: 'abi', abi: 'x32', written: SECCOMP_RET.KILL_THREAD }])
})

it('loses a multiplexer for which runc makes rules of those for other calls (issue 19)', () => {
  const { losses, text } = written(base.allow('socket'), ['x86_64', 'x86'])
  expect(losses).toEqual([
    'in a profile, a rule for a call that socketcall also makes is a rule for both on x86',
  ])
  expect(text).toContain('{"names": ["socketcall"], "action": "SCMP_ACT_KILL_THREAD"')
  // Where a profile allows socketcall itself, runc adds no rule.
  expect(written(base.allow('socket', 'socketcall'), ['x86_64', 'x86']).losses).toEqual([])
  // The rule that runc adds is the same rule as the one of this policy.
  const first = base.allow('socket').on(['x86'], (rules) => rules.allow('socketcall', arg(0).eq(1)))
  const alike = written(first, ['x86_64', 'x86'])
  expect(alike.losses).toEqual([])
  expect(alike.text).not.toContain('socketcall')
})

it('refuses a lost multiplexer by the strictest of its verdicts', () => {
  const made = base
    .allow('socket')
    .on(['x86'], (rules) => rules.kill('socketcall', arg(0).eq(1)).allow('socketcall', arg(0).eq(2)))
  const { losses, text } = written(made, ['x86_64', 'x86'])
  expect(losses).toEqual([
    'in a profile, a rule for a call that socketcall also makes is a rule for both on x86',
  ])
  expect(text).toContain('{"names": ["socketcall"], "action": "SCMP_ACT_KILL_PROCESS"')
})
