import { AUDIT_ARCH, seccompData, verdictName } from '@seccompile/abi'
import { ALLOW, arg, errno, KILL_PROCESS, LOG, policy, resolve } from '@seccompile/policy'
import type { Policy, UnknownAction } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { abis, abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const [x86_64, x86, x32, arm] = [abiTable('x86_64'), abiTable('x86'), abiTable('x32'), abiTable('arm')]
const X32_BIT = 0x4000_0000
const [MINUS_TWO, MINUS_ONE] = [0xffff_fffe, 0xffff_ffff]
const base = policy({ default: errno(1) }).allow('read')

/** Verdicts, by name, of calls without arguments. */
function asked(what: Policy, tokens: readonly AbiToken[], unknown?: UnknownAction) {
  const target = { abis: tokens.map((token) => abiTable(token)) }
  const { rules } = resolve(what, unknown === undefined ? target : { ...target, unknown })
  return (arch: number, nr: number, ...args: bigint[]): string =>
    verdictName(meaning(rules, seccompData({ nr, arch, args })))
}

describe('numbers above the newest call', () => {
  it('get what the target says, up to -2, and -1 keeps the default', () => {
    const verdict = asked(base, ['aarch64'], 'ENOSYS')
    const { auditArch, newest } = abiTable('aarch64')
    const numbers = [newest, newest + 1, 0x8000_0000, MINUS_TWO, MINUS_ONE]
    expect(numbers.map((nr) => verdict(auditArch, nr))).toEqual([
      'ERRNO(1)', 'ERRNO(38)', 'ERRNO(38)', 'ERRNO(38)', 'ERRNO(1)',
    ]) // prettier-ignore
  })

  it('keep the default where the target says nothing', () => {
    expect(asked(base, ['x86_64'])(x86_64.auditArch, x86_64.newest + 1)).toBe('ERRNO(1)')
  })

  it.each([
    [LOG, 'LOG'],
    [KILL_PROCESS, 'KILL_PROCESS'],
    [errno(5), 'ERRNO(5)'],
  ])('get any action: %j', (action, name) => {
    expect(asked(base, ['x86'], action)(x86.auditArch, x86.newest + 1)).toBe(name)
  })

  it('end where the numbers of x32 begin, and go on above those', () => {
    const verdict = asked(base.allow('execve'), ['x86_64', 'x86', 'x32'], 'ENOSYS')
    for (const [arch, nr] of [
      [x86_64.auditArch, x86_64.newest + 1],
      [x86_64.auditArch, X32_BIT - 1],
      [x86_64.auditArch, x32.newest + 1],
      [x86_64.auditArch, MINUS_TWO],
      [x86.auditArch, x86.newest + 1],
      [x86.auditArch, MINUS_TWO],
    ] as const)
      expect([arch, nr, verdict(arch, nr)]).toEqual([arch, nr, 'ERRNO(38)'])
    for (const arch of [x86_64.auditArch, x86.auditArch]) expect(verdict(arch, MINUS_ONE)).toBe('ERRNO(1)')
    expect(verdict(x86_64.auditArch, numberOf(x32, 'execve')!)).toBe('ALLOW')
  })

  it('leave to a bad architecture what is one: x32 without x32, x86_64 without x86_64', () => {
    const one = asked(base, ['x86_64'], 'ENOSYS')
    expect(one(AUDIT_ARCH.X86_64, X32_BIT - 1)).toBe('ERRNO(38)')
    expect(one(AUDIT_ARCH.X86_64, X32_BIT)).toBe('KILL_THREAD')
    expect(one(AUDIT_ARCH.X86_64, MINUS_TWO)).toBe('KILL_THREAD')
    expect(one(AUDIT_ARCH.X86_64, MINUS_ONE)).toBe('ERRNO(1)')
    const other = asked(base, ['x32'], 'ENOSYS')
    expect(other(AUDIT_ARCH.X86_64, x86_64.newest + 1)).toBe('KILL_THREAD')
    expect(other(AUDIT_ARCH.X86_64, x32.newest + 1)).toBe('ERRNO(38)')
    expect(other(AUDIT_ARCH.I386, x86.newest + 1)).toBe('KILL_THREAD')
  })

  it('begin above the base of mips, and not below it', () => {
    const { auditArch, base: first, newest } = abiTable('mips64')
    const verdict = asked(base, ['mips64'], 'ENOSYS')
    expect([0, first - 1, newest].map((nr) => verdict(auditArch, nr))).toEqual(Array(3).fill('ERRNO(1)'))
    expect(verdict(auditArch, newest + 1)).toBe('ERRNO(89)')
  })

  it.each([
    ['mips', 'ERRNO(89)'],
    ['mipsel64n32', 'ERRNO(89)'],
    ['parisc', 'ERRNO(251)'],
    ['s390x', 'ERRNO(38)'],
  ] as const)('get the ENOSYS of their own ABI: %s', (token, name) => {
    const { auditArch, newest } = abiTable(token)
    expect(asked(base, [token], 'ENOSYS')(auditArch, newest + 1)).toBe(name)
    expect(asked(base, [token], errno(38))(auditArch, newest + 1)).toBe('ERRNO(38)')
  })

  it('are those of each ABI alone: no known call and no gap between calls changes, on any ABI', () => {
    for (const { token } of abis) {
      const { auditArch, names, base: first, newest } = abiTable(token)
      const [before, after] = [asked(base, [token]), asked(base, [token], 'ENOSYS')]
      const gaps = Array.from({ length: newest - first + 1 }, (_, i) => first + i)
      for (const nr of new Set([...names.keys(), ...gaps]))
        expect(after(auditArch, nr)).toBe(before(auditArch, nr))
      expect([token, after(auditArch, newest + 1) === before(auditArch, newest + 1)]).toEqual([token, false])
    }
  })

  it('stay with rules of the policy: calls of arm and x32 that lie above the newest', () => {
    const verdict = asked(base.allow('set_tls', arg(0).eq(1)), ['arm'], 'ENOSYS')
    const nr = numberOf(arm, 'set_tls')!
    expect(nr).toBeGreaterThan(arm.newest)
    expect([1n, 2n].map((value) => verdict(arm.auditArch, nr, value))).toEqual(['ALLOW', 'ERRNO(1)'])
    expect(verdict(arm.auditArch, nr + 0x1000)).toBe('ERRNO(38)')
  })

  it('of x32 are also those of x86_64 for refused calls, which run on kernels before 5.4', () => {
    const refusing = policy({ default: ALLOW }).deny('ptrace', 'socket').deny('ioctl', arg(1).eq(0x5412))
    const verdict = asked(refusing, ['x86_64', 'x32'], 'ENOSYS')
    const old = (name: string): string => verdict(x32.auditArch, X32_BIT | numberOf(x86_64, name)!)
    // seccomp(2) names 101, ptrace. socket has one number on both, and readv is not refused.
    expect(['ptrace', 'ioctl', 'socket', 'readv'].map(old)).toEqual([
      'ERRNO(38)', 'ERRNO(38)', 'ERRNO(1)', 'ALLOW',
    ]) // prettier-ignore
    expect(asked(refusing, ['x32'], 'ENOSYS')(x32.auditArch, X32_BIT | 101)).toBe('ERRNO(38)')
    expect(asked(refusing, ['x86_64', 'x32'])(x32.auditArch, X32_BIT | 101)).toBe('ALLOW')
    const allowing = base.deny('ptrace', errno(5))
    expect(asked(allowing, ['x32'], LOG)(x32.auditArch, X32_BIT | 101)).toBe('ERRNO(1)')
  })

  it('of x32 are those of x86_64 for the two refused calls that x32 lacks', () => {
    const refusing = policy({ default: ALLOW }).deny('uselib', '_sysctl')
    const names = ['uselib', '_sysctl', 'sysfs'] as const
    const old = names.map((name) => X32_BIT | numberOf(x86_64, name)!)
    const verdicts = (abis: Parameters<typeof asked>[1]): readonly string[] =>
      old.map((nr) => asked(refusing, abis, 'ENOSYS')(x32.auditArch, nr))
    expect(verdicts(['x86_64', 'x32'])).toEqual(['ERRNO(38)', 'ERRNO(38)', 'ALLOW'])
    expect(old.map((nr) => x32.names.has(nr))).toEqual([false, false, true])
  })

  it('of x32 are so for every call that has a number of its own there', () => {
    const names = [...x32.numbers].filter(([, nr]) => (nr & ~X32_BIT) >= 512).map(([name]) => name)
    expect(names).toHaveLength(36)
    for (const name of names) {
      const verdict = asked(policy({ default: ALLOW }).deny(name as 'ptrace'), ['x32'], 'ENOSYS')
      const old = X32_BIT | numberOf(x86_64, name)!
      expect([name, verdict(x32.auditArch, old)]).toEqual([name, 'ERRNO(38)'])
      expect(x32.names.has(old)).toBe(false)
    }
  })

  it('get no rule where they would get the default', () => {
    const target = { abis: [x86_64, x86] }
    expect(resolve(base, { ...target, unknown: errno(1) }).rules).toEqual(resolve(base, target).rules)
    const allowing = policy({ default: ALLOW }).deny('ptrace', errno(1))
    expect(asked(allowing, ['x86'], 'ENOSYS')(x86.auditArch, x86.newest + 1)).toBe('ERRNO(38)')
  })
})

it('is told apart in the warning that no rule applies', () => {
  const [said] = resolve(policy({ default: errno(1) }), { abis: [x86_64], unknown: 'ENOSYS' }).warnings
  expect(said?.message).toBe('no rule applies to the target; every known call gets ERRNO(EPERM)')
})
