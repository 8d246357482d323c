/* Each warning: a policy that it catches, and a near miss that it leaves alone. */
import { seccompData, verdictName } from '@seccompile/abi'
import { bits } from '@seccompile/constants'
import { AF_INET, AF_UNIX } from '@seccompile/constants/af'
import { CLONE_NEWTIME, CLONE_NEWUSER } from '@seccompile/constants/clone'
import { constantFamilies } from '@seccompile/constants/all'
import { O_DIRECT, O_DIRECTORY } from '@seccompile/constants/o'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { ALLOW, any, arg, errno, LOG, policy, resolve, WARNINGS } from '@seccompile/policy' // prettier-ignore
import type { Policy, Target, Warning, WarningName } from '@seccompile/policy'

const open = policy({ default: 'allow' })
const shut = policy({ default: 'deny' }).allow('exit', 'exit_group', 'rt_sigreturn', 'restart_syscall')

/** The warnings of one name about a policy for these ABIs. */
function about(
  name: WarningName,
  what: Policy,
  tokens: readonly AbiToken[] = ['x86_64'],
  target: Partial<Target> = {},
): readonly Warning[] {
  const abis = tokens.map((token) => signedAbiTable(token))
  const { warnings, rules } = resolve(what, { abis, ...target }, { families: constantFamilies })
  for (const { call } of warnings)
    if (call !== undefined) expect(() => meaning(rules, call.data)).not.toThrow()
  return warnings.filter((each) => each.name === name)
}

const texts = (...given: Parameters<typeof about>): readonly string[] =>
  about(...given).map(({ message }) => message)

describe('lost-refusal', () => {
  it('is of a rule that refuses what another rule lets run', () => {
    const call: Policy[] = [
      shut.allow('socket').deny('socket', ({ family }) => family.eq(AF_INET)),
      shut
        .allow('socket', ({ family }) => family.ne(AF_UNIX))
        .deny('socket', ({ family }) => family.eq(AF_INET)),
      policy({ default: 'deny', overlaps: 'first' }).allow('socket').deny('socket', arg(0).eq(2)),
      open.log('socket').deny('socket', errno('EACCES'), arg(0).eq(2)),
    ]
    for (const each of call) {
      expect(about('lost-refusal', each)).toMatchObject([{ severity: 'high' }])
      expect(about('dead-rule', each)).toEqual([])
    }
  })

  it('is a dead-rule where the rule is weaker than what the call gets, or both let it run', () => {
    for (const each of [
      open.deny('socket').allow('socket', arg(0).eq(2)),
      open.kill('socket').deny('socket', arg(0).eq(2)),
      shut.allow('socket').rule(LOG, 'socket'),
    ]) {
      expect(about('dead-rule', each)).toMatchObject([{ severity: 'medium' }])
      expect(about('lost-refusal', each)).toEqual([])
    }
  })

  it('goes away with each of the remedies', () => {
    const verdictOn = (what: Policy): string => {
      const { rules } = resolve(what, { abis: [signedAbiTable('x86_64')] })
      const socket = { nr: 41, arch: abiTable('x86_64').auditArch, args: [2n] }
      return verdictName(meaning(rules, seccompData(socket)))
    }
    for (const each of [
      shut.allow('socket', ({ family }) => family.ne(AF_INET)),
      shut.allow('socket').restrict((rules) => rules.deny('socket', ({ family }) => family.eq(AF_INET))),
    ]) {
      expect(about('lost-refusal', each)).toEqual([])
      expect(verdictOn(each)).toBe('ERRNO(1)')
    }
  })
})

describe('width-gap', () => {
  it('shows the compared value itself where that alone runs, and the kernel ignores its bits', () => {
    const [warned] = about('width-gap', shut.allow('openat', arg(3).eq(0x7fff_0000)))
    expect(warned?.brief).toBe('rule 2: openat(0, 0, 0, 0x7fff0000, …) runs past args[3] == 0x7fff0000')
  })

  it('shows a call that runs because its ignored bits are compared', () => {
    const noInet = open.deny('socket', arg(0).in(2, 10, 16))
    const [gap, ...others] = about('width-gap', noInet)
    expect(others).toEqual([])
    expect(gap).toMatchObject({ severity: 'high', call: { abi: 'x86_64', data: { nr: 41 } } })
    expect(gap?.message).toBe(
      'rule 1: args[0] in {2, 0xa, 0x10} tests more than the 32 bits that the kernel reads of family: ' +
        'socket(0x100000002, …) on x86_64 gets ALLOW, and socket(2, …), which is the same to the kernel, ERRNO(EPERM); compile with widths kernel',
    )
    const { rules } = resolve(noInet, { abis: [signedAbiTable('x86_64')] })
    expect(verdictName(meaning(rules, gap!.call!.data))).toBe('ALLOW')
  })

  it('finds the value that an allowing rule excludes, where the high half makes it another', () => {
    expect(texts('width-gap', shut.allow('socket', arg(0).ne(40)))).toEqual([
      expect.stringContaining('socket(0x100000028, …) on x86_64 gets ALLOW, and socket(0x28, …)'),
    ])
    expect(texts('width-gap', shut.allow('socket', arg(0).ge(40)))).toEqual([
      expect.stringContaining('gets ALLOW, and socket(0x27, …)'),
    ])
  })

  it('finds a mode of 16 bits, and a negative int without its sign', () => {
    expect(texts('width-gap', open.deny('chmod', arg(1).eq(0o4755)), ['x86'])).toEqual([
      expect.stringContaining('chmod(0, 0x109ed, …) on x86 gets ALLOW'),
    ])
    expect(texts('width-gap', open.deny('openat', arg(0).eq(0xffff_ff9c)))).toHaveLength(1)
    expect(texts('width-gap', open.deny('openat', arg(0).eq(0xffff_ffff_ffff_ff9cn)))).toEqual([
      expect.stringContaining('openat(0xffffff9c, …) on x86_64 gets ALLOW'),
    ])
  })

  it('is of the rule that lets the call run, and not of others on the call', () => {
    const docker = shut
      .allow('socket', arg(0).lt(38))
      .allow('socket', arg(0).eq(39))
      .allow('socket', arg(0).gt(40))
    expect(texts('width-gap', docker)).toEqual([
      expect.stringMatching(/^rule 4: args\[0\] > 0x28 tests .*socket\(0x100000028, …\)/),
    ])
  })

  it('is one warning for a rule with several calls, and sees conditions in callbacks', () => {
    const many = open.deny('socket', 'socketpair', arg(0).eq(2))
    expect(texts('width-gap', many)).toEqual([expect.stringMatching(/; 1 more of its calls do so too;/)])
    expect(
      texts(
        'width-gap',
        open.deny('socket', () => any(arg(0).eq(2), arg(0).eq(10))),
      ),
    ).toHaveLength(1)
  })

  it('leaves alone what only refuses more, what the kernel reads whole, and what no signature tells', () => {
    expect(texts('width-gap', shut.allow('socket', arg(0).eq(1)))).toEqual([])
    expect(texts('width-gap', open.deny('mmap', arg(1).ge(2n ** 40n)))).toEqual([])
    expect(texts('width-gap', open.deny('socket', arg(0).maskedEq(0xff, 2)))).toEqual([])
    expect(
      texts(
        'width-gap',
        open.deny('socket', ({ family }) => family.in(AF_INET, 10, 16)),
      ),
    ).toEqual([])
    expect(texts('width-gap', open.deny('socket', arg(0).eq(2)), ['x86', 'x32'])).toEqual([])
    const noInet = open.deny('socket', arg(0).in(2, 10, 16))
    expect(texts('width-gap', noInet, [], { abis: [abiTable('x86_64')] })).toEqual([])
    expect(texts('width-gap', noInet, ['x86_64'], { widths: 'kernel' })).toEqual([])
  })

  it('is silent where another rule, or another policy that holds as well, refuses the call', () => {
    const raw = open.deny('socket', arg(0).eq(2))
    expect(texts('width-gap', raw)).toHaveLength(1)
    expect(texts('width-gap', raw.deny('socket', arg(0).gt(0xffff_ffff)))).toEqual([])
    expect(
      texts(
        'width-gap',
        raw.restrict((rules) => rules.deny('socket')),
      ),
    ).toEqual([])
  })
})

describe('pointer-compared', () => {
  it('is for an address compared with a value, by name or by index', () => {
    expect(
      texts(
        'pointer-compared',
        open.deny('openat', ({ filename }) => filename.eq(0x1000)),
      ),
    ).toEqual([
      'rule 1: filename == 0x1000 compares an address: "filename" of "openat" is const char __user *, and a filter ' +
        'cannot read what lies there',
    ])
    expect(texts('pointer-compared', open.deny('openat', arg(1).lt(0x1000)))).toHaveLength(1)
  })

  it('is for some bits of an address compared with 0, as such a comparison tells addresses apart', () => {
    const high = open.deny('openat', arg(1).maskedEq(0xffff_ffff_0000_0000n, 0))
    expect(texts('pointer-compared', high)).toHaveLength(1)
    expect(texts('pointer-compared', open.deny('openat', arg(1).maskedEq(0xfff, 0)), ['x86'])).toHaveLength(1)
    expect(texts('pointer-compared', open.deny('openat', arg(1).maskedEq(0xffff_ffff, 0)), ['x86'])).toEqual(
      [],
    )
  })

  it('leaves alone a comparison with 0, and other arguments', () => {
    expect(
      texts(
        'pointer-compared',
        open.deny('openat', ({ filename }) => filename.eq(0)),
      ),
    ).toEqual([])
    expect(texts('pointer-compared', open.deny('openat', arg(1).ne(0)))).toEqual([])
    expect(texts('pointer-compared', open.deny('openat', arg(2).eq(0x1000)))).toEqual([])
  })
})

describe('absent-argument', () => {
  it('is for a register by index that holds no argument of the call', () => {
    const warned = about('absent-argument', open.deny('getpid', arg(0).eq(1)).deny('socket', arg(3).eq(2)))
    expect(warned.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'high rule 1: args[0] == 1 tests a register that holds no argument of "getpid" on x86_64: it has no arguments, and a program may set the register as it likes',
      'high rule 2: args[3] == 2 tests a register that holds no argument of "socket" on x86_64: its arguments are family, type, protocol, and a program may set the register as it likes',
    ])
    // args[0] is the number of the call there, and args[3] the third argument.
    expect(texts('absent-argument', open.deny('socket', arg(0).eq(2)), ['m68k'])).toHaveLength(1)
  })

  it('leaves alone arguments, both halves of one, conditions by name, and calls whose arguments are not known', () => {
    expect(texts('absent-argument', open.deny('socket', arg(2).eq(1)), ['x86_64', 'x86'])).toEqual([])
    expect(texts('absent-argument', open.deny('socket', arg(3).eq(1)), ['m68k'])).toEqual([])
    for (const half of [1, 2] as const)
      expect(texts('absent-argument', open.deny('truncate64', arg(half).eq(1)), ['x86'])).toEqual([])
    expect(
      texts(
        'absent-argument',
        open.deny('socket', ({ family }) => family.eq(AF_INET)),
      ),
    ).toEqual([])
    const { warnings } = resolve(open.deny('getpid', arg(0).eq(1)), { abis: [abiTable('x86_64')] })
    expect(warnings).toEqual([])
  })
})

describe('flags-compared', () => {
  it('is for a rule that refuses one value of an argument of flags, by name or by index', () => {
    for (const given of [
      open.deny('mprotect', ({ prot }) => prot.eq(7)),
      open.deny('mprotect', arg(2).eq(7)),
    ])
      expect(about('flags-compared', given)).toMatchObject([{ severity: 'medium', call: { abi: 'x86_64' } }])
    expect(
      texts(
        'flags-compared',
        open.deny('mprotect', ({ prot }) => prot.eq(7)),
      ),
    ).toEqual([
      'rule 1: prot == 7 refuses one value of prot, which holds flags: mprotect(0, 0, 7, …) on x86_64 gets ERRNO(EPERM), and mprotect(0, 0, 0xf, …), with one flag more, ALLOW',
    ])
    // The type of a socket is a field, and SOCK_CLOEXEC a flag beside it.
    expect(
      texts(
        'flags-compared',
        open.deny('socket', ({ type }) => type.in(2, 3)),
      ),
    ).toEqual([expect.stringContaining('socket(0, 2, …) on x86_64 gets ERRNO(EPERM), and socket(0, 0x')])
  })

  it('shows the values of a call in the order of its C function, on s390x too', () => {
    const given = open.deny('clone', ({ clone_flags }) => clone_flags.eq(CLONE_NEWUSER))
    expect(texts('flags-compared', given, ['s390x'])).toEqual([
      expect.stringContaining('clone(0x10000000, …) on s390x gets ERRNO(EPERM), and clone(0x'),
    ])
  })

  it('is for a mask of all 32 bits, which leaves out no flag', () => {
    for (const given of [
      open.deny('mprotect', arg(2).maskedEq(0xffff_ffff, 7)),
      open.deny('mprotect', ({ prot }) => prot.masked(0xffff_ffff).eq(7)),
    ])
      expect(about('flags-compared', given)).toMatchObject([{ severity: 'medium', call: { abi: 'x86_64' } }])
  })

  it('is for a rule that lets all values run but one, which the default refuses', () => {
    for (const given of [
      shut.allow('mprotect', ({ prot }) => prot.ne(7)),
      shut.allow('mprotect', arg(2).notIn(7, 5)),
      shut.allow('mprotect', arg(2).ne(7), arg(0).eq(4096)),
    ])
      expect(texts('flags-compared', given)).toEqual([
        expect.stringMatching(/^rule \d: .* leaves out one value of prot, which holds flags: mprotect\(.* gets ERRNO\(EPERM\), and mprotect\(.*, with one flag more, ALLOW$/),
      ]) // prettier-ignore
    expect(texts('flags-compared', open.allow('mprotect', arg(2).ne(7)))).toEqual([])
    expect(
      texts(
        'flags-compared',
        shut.allow('mprotect', ({ prot }) => prot.ne(0)),
      ),
    ).toEqual([])
    expect(
      texts(
        'flags-compared',
        shut.allow('socket', ({ family }) => family.ne(AF_INET)),
      ),
    ).toEqual([])
  })

  it('leaves alone flags that are tested as such, a mask, 0, enumerations, and rules that let the call run', () => {
    for (const given of [
      open.deny('mprotect', ({ prot }) => prot.hasAny(4)),
      open.deny('mprotect', ({ prot }) => prot.hasAll(7)),
      open.deny('mprotect', ({ prot }) => prot.ge(7)),
      open.deny('mprotect', arg(2).maskedEq(7, 7)),
      open.deny('mprotect', ({ prot }) => prot.eq(0)),
      open.deny('socket', ({ type }) => type.masked(0xf).eq(3)),
      open.deny('socket', ({ family }) => family.eq(AF_INET)),
      shut.allow('mprotect', ({ prot }) => prot.eq(1)),
      open.deny('mprotect', ({ prot }) => prot.eq(7)).deny('mprotect', ({ prot }) => prot.hasAll(6)),
    ])
      expect(texts('flags-compared', given)).toEqual([])
  })
})

describe('a constant that the call takes for something else', () => {
  it('is refused: clone reads CLONE_NEWTIME as a part of the exit signal', () => {
    for (const given of [
      open.deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWTIME)),
      open.deny('clone', ({ clone_flags }) => clone_flags.hasAny(bits(CLONE_NEWUSER, CLONE_NEWTIME))),
      shut.allow('clone', ({ clone_flags }) => clone_flags.hasNone(CLONE_NEWUSER, CLONE_NEWTIME)),
    ])
      expect(() => texts('absent-name', given, ['s390x'])).toThrow(
        '"clone_flags" of "clone" does not take CLONE_NEWTIME: clone reads its bit, 0x80, as a part of the signal that the parent gets; leave it out: unshare and clone3 make time namespaces',
      )
    const unshare = open.deny('unshare', ({ unshare_flags }) => unshare_flags.hasAny(CLONE_NEWTIME))
    expect(texts('absent-name', unshare)).toEqual([])
  })
})

describe('abi-open and x32-open', () => {
  const noSocket = policy({ default: 'allow', badArch: ALLOW }).deny('socket')

  it('are for ABIs of the machine whose calls badArch lets run', () => {
    expect(texts('abi-open', noSocket)).toEqual([
      'every call of x86 runs: they get ALLOW, the badArch of the policy; on x86_64 the policy refuses "socket", ' +
        'which a program of the same machine can call by x86',
    ])
    const [x32] = about('x32-open', noSocket)
    expect(x32?.message).toMatch(/^every call of x32 runs/)
    expect(x32?.call).toMatchObject({ abi: 'x32', data: { nr: 0x4000_0029, arch: 0xc000_003e } })
    expect(texts('abi-open', policy({ default: 'deny', badArch: LOG }).allow('read'), ['aarch64'])).toEqual([
      expect.stringMatching(/^every call of arm runs/),
    ])
  })

  it('are for ABIs of the target that no rule refuses anything on', () => {
    const onOne = open.on(['x86_64'], (rules) => rules.deny('socket'))
    const [x86] = about('abi-open', onOne, ['x86_64', 'x86'])
    expect(x86?.message).toContain('every call of x86 runs: no rule refuses any')
    expect(x86?.call).toMatchObject({ abi: 'x86', data: { nr: 359, arch: 0x4000_0003 } })
    expect(about('x32-open', onOne, ['x86_64', 'x32'])).toHaveLength(1)
  })

  it('leave alone what badArch refuses, what is in the target, and machines of one ABI', () => {
    const closed = open.deny('socket')
    expect([...about('abi-open', closed), ...about('x32-open', closed)]).toEqual([])
    const three = ['x86_64', 'x86', 'x32'] as const
    expect([...about('abi-open', noSocket, three), ...about('x32-open', noSocket, three)]).toEqual([])
    expect(about('abi-open', noSocket, ['riscv64'])).toEqual([])
    const restricted = closed.restrict((rules) => rules.deny('openat'))
    for (const token of ['x86_64', 'aarch64'] as const)
      expect([...about('abi-open', restricted, [token]), ...about('x32-open', restricted, [token])]).toEqual(
        [],
      )
    expect(
      about(
        'abi-open',
        noSocket.restrict((rules) => rules.deny('openat')),
      ),
    ).not.toEqual([])
    expect(about('abi-open', policy({ default: 'allow', badArch: ALLOW }).log('socket'))).toEqual([])
  })
})

describe('absent-name', () => {
  it('is for a rule whose calls no ABI of the target has', () => {
    expect(texts('absent-name', shut.allow('waitpid', 'arm_fadvise64_64'))).toEqual([
      'rule 2: "waitpid", "arm_fadvise64_64": the rule names no call that x86_64 has',
    ])
  })

  it('leaves alone a rule with one call that is there, and one that is meant for other ABIs', () => {
    expect(texts('absent-name', shut.allow('waitpid', 'wait4'))).toEqual([])
    expect(texts('absent-name', shut.allow('waitpid'), ['x86_64', 'x86'])).toEqual([])
    expect(
      texts(
        'absent-name',
        shut.on(['x86'], (rules) => rules.allow('waitpid')),
      ),
    ).toEqual([])
    const guarded = shut.when({ arches: ['amd64', 'x86'] }, (rules) => rules.allow('waitpid'))
    expect(texts('absent-name', guarded)).toEqual([])
  })
})

describe('always-true and never-true', () => {
  it('are for comparisons that no value, or every value, of the argument meets', () => {
    const unsigned = open.deny('socketpair', ({ family, type }) => any(family.lt(-(2 ** 31)), type.eq(1)))
    expect(texts('never-true', unsigned)).toEqual([
      'rule 1: family < -2147483648 of "socketpair" is never true on x86_64, where the kernel reads 32 bits of int',
    ])
    expect(
      texts(
        'always-true',
        open.deny('ioctl', ({ cmd }) => cmd.ge(0)),
      ),
    ).toEqual([
      'rule 1: cmd >= 0 of "ioctl" is always true on x86_64, where the kernel reads 32 bits of unsigned int',
    ])
  })

  it('are per ABI', () => {
    const narrow = shut.allow('munmap', ({ len }) => len.lt(2 ** 32))
    expect(texts('always-true', narrow)).toEqual([])
    expect(texts('always-true', narrow, ['x86_64', 'x86'])).toEqual([expect.stringContaining('on x86,')])
  })

  it('leave alone comparisons that tell values apart, and rules of which another warning says that they never hold', () => {
    expect(
      texts(
        'always-true',
        open.deny('ioctl', ({ cmd }) => cmd.ge(1)),
      ),
    ).toEqual([])
    expect(
      texts(
        'never-true',
        open.deny('socket', ({ family }) => family.lt(0)),
      ),
    ).toEqual([])
    expect(
      texts(
        'never-true',
        open.deny('ioctl', ({ cmd }) => cmd.lt(0)),
      ),
    ).toEqual(['rule 1 never holds for "ioctl" on x86_64: cmd < 0'])
  })
})

describe('cannot-live', () => {
  it('is for an allow-list without the calls that programs end by', () => {
    const [said, ...others] = about('cannot-live', policy({ default: 'kill' }).allow('read', 'exit'))
    expect(others).toEqual([])
    expect(said?.message).toBe(
      'on x86_64 the policy refuses "exit_group", "rt_sigreturn", "restart_syscall": programs cannot end, or return ' +
        'from a signal handler, or go on sleeping after a signal stopped them; allow them',
    )
    expect(said?.call).toMatchObject({ abi: 'x86_64', data: { nr: 231 } })
  })

  it('is for a policy without execve, where a launcher attaches the filter before it', () => {
    const abis = [signedAbiTable('x86_64')]
    const launched = (what: Policy): readonly string[] =>
      resolve(what, { abis }, { launched: true }).warnings.map(({ message }) => message)
    expect(launched(shut)).toEqual([
      'on x86_64 the policy refuses "execve": programs cannot be started under the filter; allow it',
    ])
    expect(launched(shut.allow('execve'))).toEqual([])
    expect(about('cannot-live', shut)).toEqual([])
  })

  it('leaves alone lists that have them, deny-lists, listeners, and profiles by Docker', () => {
    expect(about('cannot-live', shut.allow('read'))).toEqual([])
    expect(about('cannot-live', open.deny('exit'))).toEqual([])
    expect(
      about('cannot-live', policy({ default: { action: 'USER_NOTIF', data: 0 } }).allow('read')),
    ).toEqual([])
  })
})

describe('variant-gap', () => {
  it('is for a call that the ABI lacks while it has another variant', () => {
    expect(texts('variant-gap', shut.allow('access'), ['x86_64', 'aarch64'])).toEqual([
      'rule 2: aarch64 lacks "access" (there faccessat, faccessat2): no rule names what programs use there instead, ' +
        'which gets ERRNO(EPERM); name it too',
    ])
  })

  it('is for a variant that runs while a rule refuses another', () => {
    const [said] = about('variant-gap', open.deny('open'))
    expect(said?.message).toBe(
      'rule 1: the rule refuses "open", and "creat", "openat", "openat2" may run on x86_64 and can do the same: ' +
        'creat(…) on x86_64 runs; name these calls too',
    )
    expect(said?.call).toMatchObject({ abi: 'x86_64', data: { nr: 85 } })
    const namespaces = open.deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER))
    expect(texts('variant-gap', namespaces)).toEqual([expect.stringContaining('"clone3" may run')])
  })

  it('leaves alone policies that name all, and rules that send programs to another variant', () => {
    const every = ['access', 'faccessat', 'faccessat2'] as const
    expect(texts('variant-gap', shut.allow(...every), ['x86_64', 'aarch64'])).toEqual([])
    expect(texts('variant-gap', open.deny(...every))).toEqual([])
    expect(texts('variant-gap', shut.allow('access'))).toEqual([])
    expect(texts('variant-gap', open.deny('clone3', errno('ENOSYS')))).toEqual([])
    expect(texts('variant-gap', open.deny('clone3', errno(38)), ['mips64'])).toEqual([])
    expect(texts('variant-gap', shut.deny('oldstat', errno(13)).allow('stat'), ['x86'])).toEqual([])
    expect(texts('variant-gap', open.deny('open').allow('creat', 'openat', 'openat2'))).toEqual([])
    expect(texts('variant-gap', open.deny('socket'))).toEqual([])
  })

  it('is for mprotect, kill and the loading of modules and kernels', () => {
    const said = open.deny('mprotect').deny('kill').deny('init_module').deny('kexec_load')
    expect(texts('variant-gap', said)).toEqual([
      expect.stringContaining('"mprotect", and "pkey_mprotect" may run'),
      expect.stringContaining('"kill", and "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", '),
      expect.stringContaining('"init_module", and "finit_module" may run'),
      expect.stringContaining('"kexec_load", and "kexec_file_load" may run'),
    ])
  })

  it('is for the calls with wide ids and sizes that ABIs of 32 bits have', () => {
    expect(texts('variant-gap', open.deny('setuid', 'setgroups', 'truncate'), ['x86_64', 'x86'])).toEqual([
      expect.stringContaining('and "setuid32", "setgroups32", "truncate64" may run on x86 '),
    ])
    expect(texts('variant-gap', open.deny('setuid', 'setgroups', 'truncate'))).toEqual([])
    expect(texts('variant-gap', open.deny('setuid', 'setuid32'), ['x86_64', 'x86'])).toEqual([])
  })

  it('leaves alone variants that another policy refuses, or that the kernel lacks', () => {
    const rest = open.deny('openat')
    const names = (policy: Policy) => texts('variant-gap', policy)
    expect(names(rest.intersect(shut.allow('open', 'openat')))).toEqual([
      expect.stringContaining('"openat", and "open" may run'),
    ])
    expect(names(rest.intersect(shut.allow('openat')))).toEqual([])
    expect(names(policy({ default: 'allow', knownUpTo: '5.4' }).deny('open', 'openat', 'creat'))).toEqual([])
  })
})

describe('constant-of-another-abi', () => {
  const both = ['x86_64', 'aarch64'] as const

  it('is for a number that is one constant here and another there', () => {
    const noDirect = open.deny('openat', ({ flags }) => flags.hasAny(0x4000))
    expect(texts('constant-of-another-abi', noDirect, both)).toEqual([
      'rule 1: 0x4000 in the condition on "flags" of "openat" is O_DIRECT on x86_64 and O_DIRECTORY on aarch64; write ' +
        'the constant by its name',
    ])
    const byIndex = open.deny('openat', arg(2).maskedEq(0x14000, 0x10000))
    expect(texts('constant-of-another-abi', byIndex, both)).toHaveLength(1)
    const stream = open.deny('socket', ({ type }) => type.eq(1))
    expect(texts('constant-of-another-abi', stream, ['mips', 'parisc'])).toHaveLength(1)
  })

  it('leaves alone constants by name, one ABI, equal values, and arguments of no family', () => {
    const named = open.deny('openat', ({ flags }) => flags.hasAny(bits(O_DIRECT, O_DIRECTORY)))
    expect(texts('constant-of-another-abi', named, both)).toEqual([])
    const number = open.deny('openat', ({ flags }) => flags.hasAny(0x4000))
    expect(texts('constant-of-another-abi', number)).toEqual([])
    const cloexec = open.deny('openat', ({ flags }) => flags.hasAny(0x80000))
    expect(texts('constant-of-another-abi', cloexec, both)).toEqual([])
    const family = open.deny('socket', ({ family }) => family.notIn(1, AF_UNIX))
    expect(texts('constant-of-another-abi', family, both)).toEqual([])
    expect(texts('constant-of-another-abi', open.deny('lseek', arg(1).eq(0x4000)), both)).toEqual([])
    const local = open.on(['x86_64'], (rules) => rules.deny('openat', arg(2).eq(0x4000)))
    expect(texts('constant-of-another-abi', local, both)).toEqual([])
  })
})

it('WARNINGS has every warning once, in order, with its severity and two sentences', () => {
  const names = WARNINGS.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)].toSorted())
  for (const { means, remedy, severity } of WARNINGS) {
    expect(['high', 'medium', 'low']).toContain(severity)
    expect([means, remedy].every((text) => /^[A-Z].*\.$/.test(text))).toBe(true)
  }
})
