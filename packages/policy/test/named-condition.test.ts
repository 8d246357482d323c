import { seccompData, verdictOf } from '@seccompile/abi'
import { AF_INET, AF_INET6, AF_UNIX } from '@seccompile/constants/af'
import { AT_FDCWD } from '@seccompile/constants/at'
import { CLONE_NEWNET, CLONE_NEWUSER } from '@seccompile/constants/clone'
import { O_DIRECT, O_DIRECTORY } from '@seccompile/constants/o'
import { SOCK_CLOEXEC, SOCK_STREAM, SOCK_TYPE_MASK } from '@seccompile/constants/sock'
import { bits } from '@seccompile/constants'
import { meaning, print, witnesses } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { all, any, arg, errno, not, policy, resolve } from '@seccompile/policy'
import type { Condition, Policy } from '@seccompile/policy'

/** Arguments as JavaScript sees them. */
type LooseMethods = Readonly<
  Record<string, Readonly<Record<string, (...values: readonly unknown[]) => Condition>>>
>

const open = policy({ default: 'allow' })
const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)

/** The verdict of `source` on a call of `abi` with these arguments. */
function verdict(source: Policy, abi: AbiToken, name: string, ...args: readonly bigint[]): number {
  const table = signedAbiTable(abi)
  const { rules } = resolve(source, { abis: [table] })
  return meaning(rules, seccompData({ nr: numberOf(table, name)!, arch: table.auditArch, args }))
}

const refusal = (source: Policy, abi: AbiToken = 'x86_64'): (() => unknown) => {
  return () => resolve(source, { abis: [signedAbiTable(abi)] })
}

describe('a condition by name', () => {
  it('compares the bits that the kernel reads, and no others', () => {
    const unixOnly = open.deny('socket', ({ family }) => family.notIn(AF_UNIX))
    for (const high of [0n, 1n << 32n, 0xffff_ffffn << 32n]) {
      expect(verdict(unixOnly, 'x86_64', 'socket', high | 1n)).toBe(ALLOW)
      expect(verdict(unixOnly, 'x86_64', 'socket', high | 2n)).toBe(EPERM)
    }
    const noInet = open.deny('socket', ({ family }) => family.in(AF_INET, AF_INET6))
    expect(verdict(noInet, 'x86_64', 'socket', 0x1_0000_0002n)).toBe(EPERM)
  })

  it('reads 16 bits of a mode', () => {
    const setuid = open.deny('chmod', ({ mode }) => mode.hasAny(0o4000))
    expect(verdict(setuid, 'x86_64', 'chmod', 0n, 0xffff_ffff_ffff_0000n | 0o4755n)).toBe(EPERM)
    expect(verdict(setuid, 'x86_64', 'chmod', 0n, 0xffff_ffff_ffff_0000n | 0o755n)).toBe(ALLOW)
    const exact = open.deny('chmod', ({ mode }) => mode.eq(0o777))
    expect(verdict(exact, 'x86_64', 'chmod', 0n, 0xabc_0000n | 0o777n)).toBe(EPERM)
  })

  it('compares a signed argument as the kernel does', () => {
    const negative = open.deny('openat', ({ dfd }) => dfd.lt(0))
    for (const pattern of [0xffff_ff9cn, 0xffff_ffff_ffff_ff9cn, 0x1_8000_0000n])
      expect(verdict(negative, 'x86_64', 'openat', pattern)).toBe(EPERM)
    for (const pattern of [0n, 3n, 0x7fff_ffffn, 0xffff_ffff_0000_0003n])
      expect(verdict(negative, 'x86_64', 'openat', pattern)).toBe(ALLOW)
    const cwd = open.deny('openat', ({ dfd }) => dfd.ne(AT_FDCWD))
    expect(verdict(cwd, 'x86_64', 'openat', 0xffff_ffff_ffff_ff9cn)).toBe(ALLOW)
    expect(verdict(cwd, 'x86_64', 'openat', 0xffff_ff9cn)).toBe(ALLOW)
    expect(verdict(cwd, 'x86_64', 'openat', 3n)).toBe(EPERM)
    const near = open.deny('openat', ({ dfd }) => dfd.between(-1, 1))
    expect(
      [0xffff_fffen, 0xffff_ffffn, 0n, 1n, 2n].map((value) => verdict(near, 'x86_64', 'openat', value)),
    ).toEqual([ALLOW, EPERM, EPERM, EPERM, ALLOW])
  })

  it('compares a whole argument of 64 bits', () => {
    const long = open.deny('write', ({ count }) => count.gt(0x1_0000_0000))
    expect(verdict(long, 'x86_64', 'write', 1n, 0n, 0x1_0000_0000n)).toBe(ALLOW)
    expect(verdict(long, 'x86_64', 'write', 1n, 0n, 0x1_0000_0001n)).toBe(EPERM)
    // Never on 32 bits, and no error: the type is wider elsewhere.
    expect(verdict(long, 'x86', 'write', 1n, 0n, 0xffff_ffffn)).toBe(ALLOW)
  })

  it.each(['arm', 'x86', 'ppc', 'mips', 's390'] as const)(
    'compares both halves of a 64-bit value on %s',
    (abi) => {
      const table = signedAbiTable(abi)
      const pos = table.signatures.get('pread64')!.args.find(({ name }) => name === 'pos')!
      expect(pos.high).toBeDefined()
      const args = (value: bigint): readonly bigint[] => {
        const all = Array<bigint>(6).fill(0n)
        all[pos.index] = value & 0xffff_ffffn
        all[pos.high!] = value >> 32n
        return all
      }
      const between = open.deny('pread64', ({ pos: at }) => at.between(0x1_0000_0005, 0x3_0000_0002))
      const seen = [
        0x1_0000_0004n,
        0x1_0000_0005n,
        0x1_ffff_ffffn,
        0x2_0000_0000n,
        0x3_0000_0002n,
        0x3_0000_0003n,
      ]
      expect(seen.map((value) => verdict(between, abi, 'pread64', ...args(value)))).toEqual([
      ALLOW, EPERM, EPERM, EPERM, EPERM, ALLOW,
    ]) // prettier-ignore
      const negative = open.deny('pread64', ({ pos: at }) => at.lt(0))
      expect(verdict(negative, abi, 'pread64', ...args(0x8000_0000_0000_0000n))).toBe(EPERM)
      expect(verdict(negative, abi, 'pread64', ...args(0x7fff_ffff_ffff_ffffn))).toBe(ALLOW)
      const equal = open.deny('pread64', ({ pos: at }) => at.eq(0x2_0000_0001))
      expect([0x2_0000_0001n, 0x2_0000_0000n, 1n].map((value) => verdict(equal, abi, 'pread64', ...args(value)))).toEqual([EPERM, ALLOW, ALLOW]) // prettier-ignore
    },
  )

  it('finds an argument by name where the ABI has it elsewhere', () => {
    const noNamespaces = open.deny('clone', ({ clone_flags }) =>
      clone_flags.hasAny(CLONE_NEWUSER, CLONE_NEWNET),
    )
    const flags = 0x1000_0000n
    expect(verdict(noNamespaces, 'x86_64', 'clone', flags)).toBe(EPERM)
    expect(verdict(noNamespaces, 's390x', 'clone', flags)).toBe(ALLOW)
    expect(verdict(noNamespaces, 's390x', 'clone', 0n, flags)).toBe(EPERM)
    // clone reads the low half alone: kernel/fork.c, lower_32_bits()
    expect(verdict(noNamespaces, 'x86_64', 'clone', (1n << 40n) | flags)).toBe(EPERM)
  })

  it('has the value that a constant has on the ABI', () => {
    const direct = open.deny('openat', ({ flags }) => flags.hasAny(O_DIRECT))
    const directory = open.deny('openat', ({ flags }) => flags.hasAny(O_DIRECTORY))
    const on = (source: Policy, abi: AbiToken, flags: bigint): number =>
      verdict(source, abi, 'openat', 0n, 0n, flags)
    expect([on(direct, 'x86_64', 0x4000n), on(direct, 'aarch64', 0x4000n)]).toEqual([EPERM, ALLOW])
    expect([on(directory, 'x86_64', 0x1_0000n), on(directory, 'aarch64', 0x1_0000n)]).toEqual([EPERM, ALLOW])
    expect([on(direct, 'aarch64', 0x1_0000n), on(directory, 'aarch64', 0x4000n)]).toEqual([EPERM, EPERM])
  })

  it('tests bits: some, all, none, and those of a mask', () => {
    const [a, b] = [CLONE_NEWUSER, CLONE_NEWNET]
    const both = 0x5000_0000n
    const on = (source: Policy, flags: bigint): number => verdict(source, 'x86_64', 'unshare', flags)
    const values = [0n, 0x1000_0000n, 0x4000_0000n, both, both | 1n]
    const seen = (source: Policy): readonly boolean[] => values.map((value) => on(source, value) === EPERM)
    expect(seen(open.deny('unshare', ({ unshare_flags: f }) => f.hasAny(a, b)))).toEqual([false, true, true, true, true]) // prettier-ignore
    expect(seen(open.deny('unshare', ({ unshare_flags: f }) => f.hasAll(a, b)))).toEqual([false, false, false, true, true]) // prettier-ignore
    expect(seen(open.deny('unshare', ({ unshare_flags: f }) => f.hasNone(a, b)))).toEqual([true, false, false, false, false]) // prettier-ignore
    expect(seen(open.deny('unshare', ({ unshare_flags: f }) => f.hasOnly(a, b)))).toEqual([true, true, true, true, false]) // prettier-ignore
    expect(seen(open.deny('unshare', ({ unshare_flags: f }) => f.hasOnly(0)))).toEqual([true, false, false, false, false]) // prettier-ignore
    expect(seen(open.deny('unshare', ({ unshare_flags: f }) => f.eq(bits(a, b))))).toEqual([false, false, false, true, false]) // prettier-ignore
    const stream = open.deny('socket', ({ type }) => type.masked(SOCK_TYPE_MASK).eq(SOCK_STREAM))
    expect(verdict(stream, 'x86_64', 'socket', 1n, 0x8_0001n)).toBe(EPERM)
    expect(verdict(stream, 'x86_64', 'socket', 1n, 0x8_0002n)).toBe(ALLOW)
    expect(verdict(stream, 'mips', 'socket', 1n, 2n)).toBe(EPERM)
  })

  it('joins conditions by all, any and not', () => {
    const paired = open.deny(
      'socketpair',
      ({ family, type }) => all(family.eq(AF_UNIX), not(type.masked(SOCK_TYPE_MASK).eq(SOCK_STREAM))),
      errno('EACCES'),
    )
    expect(verdict(paired, 'x86_64', 'socketpair', 1n, 2n)).toBe(verdictOf('ERRNO', 13))
    expect(verdict(paired, 'x86_64', 'socketpair', 1n, 1n)).toBe(ALLOW)
    expect(verdict(paired, 'x86_64', 'socketpair', 2n, 2n)).toBe(ALLOW)
    const either = open.deny('socket', ({ family, protocol }) => any(family.eq(AF_INET), protocol.ne(0)))
    expect(verdict(either, 'x86_64', 'socket', 1n, 0n, 0n)).toBe(ALLOW)
    expect(verdict(either, 'x86_64', 'socket', 1n, 0n, 1n)).toBe(EPERM)
  })

  it('is the negation of its opposite on every witness', () => {
    const pairs = [
      [open.deny('socket', ({ family }) => family.in(AF_UNIX, 300)), open.deny('socket', ({ family }) => not(family.in(AF_UNIX, 300)))], // prettier-ignore
      [open.deny('openat', ({ dfd }) => dfd.ge(-5)), open.deny('openat', ({ dfd }) => not(dfd.ge(-5)))],
      [open.deny('chmod', ({ mode }) => mode.hasAll(0o111)), open.deny('chmod', ({ mode }) => not(mode.hasAll(0o111)))], // prettier-ignore
    ] as const
    for (const [one, other] of pairs) {
      const table = signedAbiTable('x86_64')
      const [left, right] = [one, other].map((source) => resolve(source, { abis: [table] }).rules)
      const numbers = new Set(left!.sections[0]!.rules.flatMap(({ numbers: [first] }) => (first!.lo === first!.hi ? [first!.lo] : []))) // prettier-ignore
      for (const data of witnesses(left!).filter(
        ({ nr, arch }) => arch === table.auditArch && numbers.has(nr),
      ))
        expect(new Set([meaning(left!, data), meaning(right!, data)])).toEqual(new Set([ALLOW, EPERM]))
    }
  })

  it('is decided call by call where a rule has several', () => {
    const same = open.deny('openat', 'open', ({ flags }) => flags.hasAny(O_DIRECT))
    expect(verdict(same, 'x86_64', 'open', 0n, 0x4000n)).toBe(EPERM)
    expect(verdict(same, 'x86_64', 'openat', 0n, 0x4000n)).toBe(ALLOW)
    expect(verdict(same, 'x86_64', 'openat', 0n, 0n, 0x4000n)).toBe(EPERM)
  })

  it('stands beside a condition by index', () => {
    const mixed = open.deny('socket', arg(2).eq(7), ({ family }) => any(family.eq(AF_INET), arg(1).eq(3)))
    expect(verdict(mixed, 'x86_64', 'socket', 2n, 0n, 7n)).toBe(EPERM)
    expect(verdict(mixed, 'x86_64', 'socket', 1n, 3n, 7n)).toBe(EPERM)
    expect(verdict(mixed, 'x86_64', 'socket', 2n, 0n, 6n)).toBe(ALLOW)
  })
})

describe('a condition by name that cannot be tested', () => {
  it('names the arguments that the call has', () => {
    const wrong = open.deny('socket', (args: object) => (args as LooseMethods)['famliy']!['eq']!(2))
    expect(refusal(wrong)).toThrow(
      'rule 1: "socket" has no argument "famliy" on x86_64; did you mean "family"?',
    )
    const none = open.deny('getpid', (args: object) => (args as LooseMethods)['x']!['eq']!(2))
    expect(refusal(none)).toThrow('rule 1: "getpid" has no argument "x" on x86_64; it has none')
  })

  it('refuses an argument that an ABI passes in memory', () => {
    const executable = open.deny('mmap', ({ prot }) => prot.hasAny(4))
    expect(refusal(executable)).not.toThrow()
    expect(refusal(executable, 'x86')).toThrow(/^rule 1: "mmap" has no argument "prot" on x86; it has /)
    // The rule can say for which ABIs it is.
    expect(
      refusal(
        open.on(['x86_64'], (rules) => rules.deny('mmap', ({ prot }) => prot.hasAny(4))),
        'x86',
      ),
    ).not.toThrow()
  })

  it('refuses a table without signatures', () => {
    const source = open.deny('socket', ({ family }) => family.eq(AF_INET))
    expect(() => resolve(source, { abis: [abiTable('x86_64')] })).toThrow(
      'rule 1: "family" is an argument by name, and the table of x86_64 has no signatures; take the one of @seccompile/signatures/x86_64',
    )
  })

  it('refuses a value that does not fit the argument', () => {
    expect(refusal(open.deny('socket', ({ family }) => family.eq(0x1_0000_0002)))).toThrow(
      'rule 1: "family" of "socket" is int, 32 bits on x86_64; 0x100000002 does not fit',
    )
    expect(refusal(open.deny('socket', ({ family }) => family.eq(0x1_0000_0002)))).not.toThrow('write')
    expect(refusal(open.deny('openat', ({ dfd }) => dfd.eq(0xffff_ffff_ffff_ff9cn)))).toThrow('; write -100')
    expect(refusal(open.deny('ioctl', ({ fd }) => fd.eq(-1)))).toThrow(
      /"fd" of "ioctl" is unsigned int, 32 bits on x86_64; -1 does not fit; it has no sign, and the kernel reads -1 as 0xffffffff$/,
    )
    expect(refusal(open.deny('openat', ({ dfd }) => dfd.lt(0x8000_0000)))).toThrow('write -2147483648')
    expect(refusal(open.deny('socket', ({ type }) => type.masked(SOCK_TYPE_MASK).eq(SOCK_CLOEXEC)))).toThrow(
      'type & SOCK_TYPE_MASK == SOCK_CLOEXEC: SOCK_CLOEXEC has bits that the mask leaves out',
    )
    expect(refusal(open.deny('unshare', ({ unshare_flags }) => unshare_flags.hasAny(0)))).toThrow(
      '"unshare_flags" is asked for bits, and 0 has none',
    )
  })

  it('refuses conditions on one call that overlap with different actions', () => {
    const clashing = open
      .deny('socket', ({ family }) => any(family.eq(AF_INET), family.eq(40)))
      .kill('socket', ({ family }) => family.gt(30))
    expect(refusal(clashing)).toThrow(
      '"socket" gets KILL_PROCESS from rule 2 and ERRNO(EPERM) from rule 1 on x86_64, for instance when args[0] == 0x28',
    )
  })
})

describe('a callback', () => {
  const untyped = (test: (args: LooseMethods) => unknown): (() => unknown) => {
    return () => open.deny('socket', test as never)
  }
  const eq = (args: LooseMethods, name: string, ...values: readonly unknown[]): unknown =>
    args[name]!['eq']!(...values)

  it('returns every condition that it makes', () => {
    expect(untyped((args) => eq(args, 'family', 2) && eq(args, 'type', 3))).toThrow(
      'condition on "socket" makes "family == 2" and does not return it; join conditions by all(…) or any(…), not by && or ||',
    )
    expect(untyped((args) => (eq(args, 'family', 2), eq(args, 'type', 3)))).toThrow('and does not return it')
  })

  it('tests every argument that it takes', () => {
    const either = ({ family, type }: LooseMethods): unknown => family!['eq']!(2) || type!['eq']!(3)
    expect(untyped(either)).toThrow('condition on "socket" takes "type" and does not test it')
  })

  it('returns a condition', () => {
    expect(untyped((args) => !eq(args, 'family', 2))).toThrow(
      'condition on "socket" is false, the result of an operator of JavaScript; join conditions by all(…) or any(…), and negate them by not(…)',
    )
    expect(untyped(() => undefined)).toThrow('condition on "socket": expected a condition; got undefined')
    expect(untyped(() => ({}))).toThrow('condition on "socket": expected a condition; got an object')
  })

  it('compares with numbers and constants', () => {
    expect(untyped((args) => eq(args, 'family', 'AF_INET'))).toThrow(
      'family.eq: value is "AF_INET"; write the constant without quotes, imported by its name',
    )
    expect(untyped((args) => eq(args, 'family', '/etc/passwd'))).toThrow(
      'family.eq: value is "/etc/passwd"; a filter cannot read memory, so it cannot compare text',
    )
    expect(untyped((args) => eq(args, 'family', [2]))).toThrow('family.eq: value is a list of 1; write the values one by one') // prettier-ignore
    expect(untyped((args) => eq(args, 'family', 2.5))).toThrow('expected an integer')
    expect(untyped((args) => eq(args, 'family'))).toThrow('family.eq has 0 values and takes 1')
  })
})

it('prints its conditions by name', () => {
  const source = open.deny('socket', ({ family, type }) => all(family.ne(AF_UNIX), type.masked(SOCK_TYPE_MASK).ne(SOCK_STREAM))) // prettier-ignore
  expect(String(source)).toBe(
    'socket when family != AF_UNIX and type & SOCK_TYPE_MASK != SOCK_STREAM -> ERRNO(EPERM)\notherwise -> ALLOW',
  )
  expect(print(resolve(source, { abis: [signedAbiTable('x86_64')] }).rules)).toContain('41 when')
})
