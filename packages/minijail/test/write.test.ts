import { AUDIT_ARCH, SECCOMP_RET } from '@seccompile/abi'
import { isMinijail, parseMinijail, writeMinijail } from '@seccompile/minijail'
import { ALLOW, arg, errno, KILL_PROCESS, KILL_THREAD, not, NOTIFY, policy, TRAP } from '@seccompile/policy'
import { all, ALWAYS, argument, ruleSet } from '@seccompile/rules'
import type { ArgIndex } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomPolicy } from './random-policy.ts'
import { checkWritten, written } from './written.ts'

const base = policy({ default: KILL_THREAD }).allow('read', 'write')

it('writes the calls that do not get the default, sorted by name', () => {
  expect(written(base.rule(errno('EPERM'), 'ptrace').kill('bpf')).text).toBe(
    `# A policy for compile_seccomp_policy.py of minijail.
@default kill-thread
bpf: kill-process
ptrace: return 1
read: allow
write: allow
`,
  )
})

it('writes a masked comparison as one of clear and of set bits', () => {
  const { lines, same } = written(base.allow('mmap', arg(2).maskedEq(0b111, 0b010)))
  expect(lines[1]).toBe('mmap: { arg2 in ~5 && arg2 & 2; allow }')
  expect(same).toBe('equal')
})

it('gives each verdict of a call its own conditions', () => {
  const made = policy({ default: KILL_PROCESS, overlaps: 'first' })
    .rule(TRAP, 'ioctl', arg(1).eq(0x5412))
    .rule(NOTIFY, 'ioctl', arg(1).lt(8), arg(0).ne(2))
  const { lines, same } = written(made)
  expect(lines).toEqual([
    '@default kill-process',
    'ioctl: { arg0 != 2 && arg1 <= 7; user-notify, arg1 == 0x5412; trap }',
  ])
  expect(same).toBe('equal')
})

it('ends no call with conditions in an allow without one, which the Python compiler would obey alone', () => {
  const made = policy({ default: 'allow' }).deny('ioctl', arg(1).eq(0x5412)).kill('bpf')
  const { lines, losses, opened } = written(made)
  expect(lines.find((line) => line.startsWith('ioctl'))).toBe(
    'ioctl: { arg1 == 0x5412; return 1, arg0 >= 0; allow }',
  )
  expect(losses).toEqual(['minijail has no word for ALLOW, which calls without a rule get'])
  expect(opened).toEqual([])
})

it('gives every call a rule where calls without one get what @default has no word for', () => {
  const { lines, losses } = written(policy({ default: 'deny' }).allow('read'))
  expect(lines).toContain('read: allow')
  expect(lines).toContain('bpf: return 1')
  expect(losses).toEqual(['minijail has no word for ERRNO(EPERM), which calls without a rule get'])
})

it('writes a deny list where calls without a rule run, and other architectures get EPERM', () => {
  const made = policy({ default: 'allow', badArch: errno('EPERM') }).deny('bpf').deny(errno('ENOSYS'), 'ioctl', arg(1).eq(5)) // prettier-ignore
  const { lines, losses, same } = written(made, ['aarch64'])
  expect(lines).toEqual(['@denylist', 'bpf: return 1', 'ioctl: { arg1 == 5; return 38 }'])
  expect([losses, same]).toEqual([[], 'equal'])
})

it('names the numbers of x32 where they get the default and not what other architectures get', () => {
  const made = policy({ default: TRAP }).allow('read')
  expect(written(made).losses).toEqual(['by minijail every call of x32 gets TRAP'])
  expect(written(made, ['aarch64']).losses).toEqual([])
})

it('names the calls of x32 that the text cannot have beside those of x86_64', () => {
  const made = policy({ default: TRAP }).allow('read')
  expect(written(made, ['x86_64', 'x32']).losses).toContain(
    'minijail has the same rules for a call on all ABIs, and read differs between x86_64 and x32',
  )
})

it('kills calls without a rule where a deny list would let refused calls of x32 run (issue 19)', () => {
  const made = policy({ default: 'allow', badArch: errno('EPERM') }).deny('bpf')
  for (const tokens of [['x86_64'], ['x86_64', 'x32']] as const) {
    const { lines, losses, opened } = written(made, tokens)
    expect(lines.slice(0, 1)).toEqual(['@default kill-thread'])
    expect(lines).toContain('bpf: return 1')
    expect(losses).not.toEqual([])
    expect(opened).toEqual([])
  }
})

it('gives no call of x32 to a listener that is not asked about it (issue 19)', () => {
  const made = policy({ default: NOTIFY }).allow('read')
  const { lines, opened } = written(made)
  expect(lines).toContain('write: user-notify')
  expect(opened).toEqual([])
})

it('names the verdict for other architectures where it is not that of minijail', () => {
  const made = policy({ default: KILL_THREAD, badArch: KILL_PROCESS }).allow('read')
  expect(written(made).losses).toEqual([
    'calls of other architectures get KILL_PROCESS, and by minijail they get KILL_THREAD',
  ])
})

it('names the ABIs of a call that others lack, since a compiler for these refuses the name', () => {
  const { lines, same } = written(base.allow('open', 'socketcall'), ['x86_64', 'x86', 'aarch64'])
  expect(lines).toContain('open[arch=x86_64,x86]: allow')
  expect(lines).toContain('socketcall[arch=x86]: allow')
  expect(same).toBe('equal')
})

it('names a number that an ABI of the target cannot compare with', () => {
  const made = base.allow('lseek', arg(1).eq(2n ** 40n))
  expect(written(made, ['x86_64']).same).toBe('equal')
  expect(written(made, ['x86_64', 'x86']).losses).toEqual([
    'minijail has the same rules for a call on all ABIs, and lseek differs between x86_64 and x86',
  ])
})

it('writes for the C compiler what comes before "; return" as what runs', () => {
  const made = policy({ default: KILL_THREAD, overlaps: 'first' })
    .allow('read')
    .rule(errno('ENOSYS'), 'bpf')
    .allow('mmap', arg(2).maskedEq(4, 0))
    .allow('socket', arg(0).eq(1))
    .rule(errno('EACCES'), 'socket')
  const { text, same, losses } = written(made, ['x86_64'], 'c')
  expect(text).toBe(`# A policy for minijail0 -S.
bpf: return 38
mmap: arg2 in ~4
read: 1
socket: arg0 == 1; return 13
`)
  expect([same, losses]).toEqual(['equal', []])
})

it('names a call that the C compiler has no form for, and refuses it', () => {
  const made = base.rule(TRAP, 'bpf').rule(errno(1), 'ioctl', arg(1).eq(1))
  const { losses, lines, opened } = written(made, ['x86_64'], 'c')
  expect(losses).toEqual([
    'minijail has no word for TRAP, which bpf gets on x86_64',
    'minijail cannot express the conditions on ioctl on x86_64',
  ])
  expect(lines).toEqual(['read: 1', 'write: 1'])
  expect(opened).toEqual([])
})

it('writes what an argument has any bit of', () => {
  const made = policy({ default: KILL_THREAD }).rule(ALLOW, 'clone', () => not(arg(0).maskedEq(0x300, 0)))
  expect(written(made).same).toBe('equal')
})

it('compares all ABIs with a number, where the C compiler cannot leave one out', () => {
  // arm has no mmap, but the text for it compiles.
  const made = base.allow('mmap', arg(0).eq(2n ** 40n))
  expect(written(made, ['aarch64', 'arm'], 'c').losses).toEqual([
    'minijail has the same rules for a call on all ABIs, and mmap differs between aarch64 and arm',
  ])
  expect(written(made, ['aarch64', 'arm']).same).toBe('equal')
})

it.each(['python', 'c'] as const)('writes random policies for %s so that they read back', (dialect) => {
  const defaults = [KILL_THREAD, KILL_PROCESS, TRAP].slice(0, dialect === 'c' ? 1 : 3)
  fc.assert(
    fc.property(
      randomPolicy(defaults),
      fc.constantFrom(['x86_64'] as const, ['arm', 'aarch64'] as const),
      (made, tokens) => {
        checkWritten(made, tokens, dialect)
      },
    ),
    { numRuns: 12 },
  )
})

it('has no word for data of a verdict that minijail does not have', () => {
  const made = policy({ default: KILL_THREAD }).rule({ action: 'TRAP', data: 5 }, 'read')
  expect(written(made).losses).toEqual(['minijail has no word for TRAP(5), which read gets on x86_64'])
})

it('names no numbers that get what the text says of calls without a rule', () => {
  const numbers = [{ lo: 1000, hi: 2000 }]
  const killed = { numbers, when: ALWAYS, verdict: SECCOMP_RET.KILL_THREAD }
  const section = { arch: AUDIT_ARCH.AARCH64, rules: [killed], otherwise: SECCOMP_RET.LOG }
  const rules = ruleSet({ sections: [section], badArch: SECCOMP_RET.KILL_THREAD })
  const { losses } = writeMinijail(rules, { abis: [abiTable('aarch64')] })
  expect(losses).toEqual([{ kind: 'default', verdict: SECCOMP_RET.LOG }])
})

it('is recognised without a rule', () => {
  for (const dialect of ['python', 'c'] as const)
    expect(isMinijail(written(policy({ default: KILL_THREAD }), ['x86_64'], dialect).text)).toBe(true)
})

it('refuses a call that it cannot compare, where calls without a rule do not get a refusal', () => {
  const made = policy({ default: NOTIFY, overlaps: 'first' }).allow('kill', arg(0).eq(2n ** 32n))
  const { lines, losses, opened } = written(made, ['s390x', 's390'])
  expect(lines).toContain('kill: return 1')
  expect(losses).toHaveLength(1)
  expect(opened).toEqual([])
})

it('names calls of x32 by what rules say of them, and not by what they say of other architectures', () => {
  const section = { arch: AUDIT_ARCH.X86_64, rules: [], otherwise: SECCOMP_RET.KILL_PROCESS }
  const rules = ruleSet({ sections: [section], badArch: SECCOMP_RET.LOG })
  const { losses } = writeMinijail(rules, { abis: [abiTable('x86_64')] })
  expect(losses.map(({ kind }) => kind)).toEqual(['bad-arch'])
})

it('names calls of x32 that the C compiler gives something else', () => {
  const section = { arch: AUDIT_ARCH.X86_64, rules: [], otherwise: SECCOMP_RET.KILL_PROCESS }
  const rules = ruleSet({ sections: [section], badArch: SECCOMP_RET.KILL_THREAD })
  const { losses } = writeMinijail(rules, { abis: [abiTable('x86_64')], dialect: 'c' })
  expect(losses).toContainEqual({ kind: 'abi', abi: 'x32', written: SECCOMP_RET.KILL_THREAD })
})

it('writes no deny list where other architectures are killed', () => {
  const { lines, losses } = written(policy({ default: 'allow' }).deny('bpf'), ['aarch64'])
  expect(lines[0]).toBe('@default kill-thread')
  expect(losses).toEqual(['minijail has no word for ALLOW, which calls without a rule get'])
})

it('loses calls whose rules no longer fit a text that is read', () => {
  const { numbers, auditArch } = abiTable('x86_64')
  const isNot = (index: ArgIndex, value: bigint) =>
    argument(
      index,
      [
        { lo: 0n, hi: value - 1n },
        { lo: value + 1n, hi: 0xffff_ffffn },
      ],
      0xffff_ffffn,
    )
  // Each condition takes a mask for every bit of the word.
  const when = all([isNot(0, 5n), isNot(1, 7n)])
  const made = [...numbers.values()].map((nr) => ({
    numbers: [{ lo: nr, hi: nr }],
    when,
    verdict: SECCOMP_RET.ALLOW,
  }))
  const section = { arch: auditArch, rules: made, otherwise: SECCOMP_RET.KILL_THREAD }
  const rules = ruleSet({ sections: [section], badArch: SECCOMP_RET.KILL_THREAD })
  const { text, losses } = writeMinijail(rules, { abis: [abiTable('x86_64')] })
  expect(text.length).toBeLessThanOrEqual(2 ** 20)
  expect(losses.length).toBeGreaterThan(0)
  expect(losses.length).toBeLessThan(numbers.size)
  expect(text).not.toContain(`\n${losses.map((loss) => ('name' in loss ? loss.name : '')).at(-1)}:`)
  expect(parseMinijail(text, { file: 'written.policy' }).policy.rules.length).toBeGreaterThan(0)
})
