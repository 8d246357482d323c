import { AUDIT_ARCH, seccompData, verdictName, verdictOf } from '@seccompile/abi'
import { contains, meaning, print } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import {
  ALLOW, arg, CONTAINER_CAPS, errno, KILL_PROCESS, KILL_THREAD, LOG, policy, PolicyBuilder, resolve, TRAP,
} from '@seccompile/policy' // prettier-ignore
import type { ArgCondition, Policy, PolicyRule, Target } from '@seccompile/policy'
import { abiTable, nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken, SyscallName } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const x86_64 = abiTable('x86_64')
const x86 = abiTable('x86')
const x32 = abiTable('x32')
const aarch64 = abiTable('aarch64')
const arm = abiTable('arm')

const base = policy({ default: errno(1) })

/** The verdict, by name, of a call by name. */
function verdict(rules: RuleSet, abi: AbiTable, name: SyscallName, ...args: bigint[]): string {
  return verdictName(meaning(rules, seccompData({ nr: numberOf(abi, name)!, arch: abi.auditArch, args })))
}

const raw = (rules: RuleSet, arch: number, nr: number) =>
  verdictName(meaning(rules, seccompData({ nr, arch })))
const on = (...tokens: AbiToken[]): Target => ({ abis: tokens.map((token) => abiTable(token)) })
/** The warnings, without the one that these parts of policies do not let programs end. */
const said = (what: Policy, target: Target) =>
  resolve(what, target).warnings.filter(({ name }) => name !== 'cannot-live')
const messages = (what: Policy, target: Target) => said(what, target).map(({ message }) => message)

/** A rule with a place, as an importer makes it. */
function placed(line: number, name: string, action = ALLOW, ...args: ArgCondition[]): PolicyRule {
  const source = { file: 'p.json', line, column: 5 }
  return { names: [{ name, source: { ...source, column: 16 } }], action, args, source }
}
const placedPolicy = (...rules: PolicyRule[]): Policy => ({ defaultAction: errno(1), rules })

describe('the shape of what comes out', () => {
  it('is one rule a call in the order of the policy, after the numbers of x32', () => {
    const { rules } = resolve(
      base.allow('write', 'read').deny('clone3', errno(38)).allow('close'),
      on('x86_64'),
    )
    const text = print(rules, { nameOf: (_, nr) => nameOf(x86_64, nr) })
    expect(text).toBe(`arch X86_64
  0x40000000..0xfffffffe -> KILL_THREAD
  write -> ALLOW
  read -> ALLOW
  clone3 -> ERRNO(38)
  close -> ALLOW
  otherwise -> ERRNO(1)
bad arch -> KILL_THREAD
`)
  })

  it('joins conditional rules of one call and action in one rule', () => {
    const { rules } = resolve(
      base
        .allow('socket', arg(0).lt(38))
        .allow('read')
        .allow('socket', arg(0).gt(40))
        .deny('socket', errno(5), arg(0).eq(39)),
      on('aarch64'),
    )
    expect(print(rules)).toBe(`arch AARCH64
  198 when args[0] <= 0x25 or args[0] >= 0x29 -> ALLOW
  198 when args[0] == 0x27 -> ERRNO(5)
  63 -> ALLOW
  otherwise -> ERRNO(1)
bad arch -> KILL_THREAD
`)
  })

  it('has a section for each AUDIT_ARCH, in the order of the target', () => {
    const { rules } = resolve(base.allow('read'), on('x86_64', 'x86', 'x32', 'x86'))
    expect(rules.sections.map(({ arch }) => arch)).toEqual([AUDIT_ARCH.X86_64, AUDIT_ARCH.I386])
    expect(rules.sections[0]!.rules.map(({ numbers }) => numbers[0]!.lo)).toEqual([0, 0x4000_0000])
  })

  it('looks for warnings where they are read, and once', () => {
    const found = resolve(base.allow('access'), on('aarch64'))
    expect(Object.getOwnPropertyDescriptor(found, 'warnings')).toHaveProperty('get')
    const { warnings } = found
    expect(warnings.map(({ name }) => name)).toContain('empty-policy')
    expect(found.warnings).toBe(warnings)
  })

  it('is the same for the same input', () => {
    const one = base.allow('read', 'socketcall').allow('socket', arg(0).eq(2n ** 33n))
    expect(resolve(one, on('x86_64', 'x86'))).toEqual(resolve(one, on('x86_64', 'x86')))
  })
})

describe('bad arch', () => {
  it('is KILL_THREAD unless the policy says otherwise', () => {
    expect(resolve(base.allow('read'), on('x86_64')).rules.badArch).toBe(verdictOf('KILL_THREAD'))
    const own = policy({ default: errno(1), badArch: KILL_PROCESS }).allow('read')
    expect(resolve(own, on('x86_64')).rules.badArch).toBe(verdictOf('KILL_PROCESS'))
    expect(raw(resolve(own, on('x86_64')).rules, AUDIT_ARCH.X86_64, 0x4000_0000)).toBe('KILL_PROCESS')
  })

  it('holds for x32 numbers on x86_64 alone, but not for 0xffffffff', () => {
    const { rules } = resolve(policy({ default: ALLOW }).deny('read'), on('x86_64', 'x86'))
    expect(raw(rules, AUDIT_ARCH.X86_64, 0x3fff_ffff)).toBe('ALLOW')
    expect(raw(rules, AUDIT_ARCH.X86_64, 0x4000_0000)).toBe('KILL_THREAD')
    expect(raw(rules, AUDIT_ARCH.X86_64, 0xffff_fffe)).toBe('KILL_THREAD')
    expect(raw(rules, AUDIT_ARCH.X86_64, 0xffff_ffff)).toBe('ALLOW')
    expect(raw(rules, AUDIT_ARCH.I386, 0x4000_0000)).toBe('ALLOW')
  })

  it('leaves x32 numbers ordinary where x32 is a target', () => {
    const { rules } = resolve(base.allow('read'), on('x86_64', 'x32'))
    expect(raw(rules, AUDIT_ARCH.X86_64, 0x4000_0000)).toBe('ALLOW')
    expect(raw(rules, AUDIT_ARCH.X86_64, 0x7000_0000)).toBe('ERRNO(1)')
    expect(raw(rules, AUDIT_ARCH.X86_64, 0xffff_ffff)).toBe('ERRNO(1)')
  })

  it('holds for x86_64 numbers on x32 alone', () => {
    const { rules } = resolve(base.allow('read'), on('x32'))
    expect(raw(rules, AUDIT_ARCH.X86_64, 0)).toBe('KILL_THREAD')
    expect(raw(rules, AUDIT_ARCH.X86_64, 0x3fff_ffff)).toBe('KILL_THREAD')
    expect(raw(rules, AUDIT_ARCH.X86_64, 0x4000_0000)).toBe('ALLOW')
  })
})

describe('which rule decides a call', () => {
  it('drops a rule with the action and data of the default', () => {
    const { rules } = resolve(base.deny('read').deny('write', errno(2)), on('aarch64'))
    expect(rules.sections[0]!.rules).toHaveLength(1)
    expect(verdict(rules, aarch64, 'write')).toBe('ERRNO(2)')
  })

  it('prefers an unconditional rule to conditional ones, wherever it stands', () => {
    for (const both of [
      base.allow('read').deny('read', errno(5), arg(0).eq(3)),
      base.deny('read', errno(5), arg(0).eq(3)).allow('read'),
    ]) {
      expect(verdict(resolve(both, on('x86_64')).rules, x86_64, 'read', 3n)).toBe('ALLOW')
    }
    expect(messages(base.allow('read').deny('read', errno(5), arg(0).eq(3)), on('x86_64'))).toEqual([
      'rule 2: "read" never gets ERRNO(EIO) from this rule: rule 1 gives it ALLOW without conditions',
    ])
  })

  it('takes the first of two unconditional rules, and says so where they differ', () => {
    const twice = base.rule(LOG, 'read').allow('read')
    expect(verdict(resolve(twice, on('x86_64')).rules, x86_64, 'read')).toBe('LOG')
    expect(messages(twice, on('x86_64'))).toEqual([
      'rule 2: "read" never gets ALLOW from this rule: rule 1 gives it LOG without conditions',
    ])
    expect(messages(base.allow('read').allow('read', 'write'), on('x86_64'))).toEqual([])
  })

  it('ORs rules of one call and ANDs the conditions of one rule', () => {
    const { rules } = resolve(
      base
        .allow('socket', arg(0).eq(1), arg(1).eq(2))
        .allow('socket', arg(0).eq(5))
        .allow('read', arg(0).ge(3), arg(0).le(4)),
      on('x86_64'),
    )
    expect(verdict(rules, x86_64, 'socket', 1n, 2n)).toBe('ALLOW')
    expect(verdict(rules, x86_64, 'socket', 1n, 3n)).toBe('ERRNO(1)')
    expect(verdict(rules, x86_64, 'socket', 5n, 3n)).toBe('ALLOW')
    expect([2n, 3n, 4n, 5n].map((fd) => verdict(rules, x86_64, 'read', fd))).toEqual([
      'ERRNO(1)', 'ALLOW', 'ALLOW', 'ERRNO(1)',
    ]) // prettier-ignore
  })

  it('warns where a rule with the default’s action looks like an exception', () => {
    expect(
      messages(base.allow('read', arg(0).lt(10)).deny('read', arg(0).eq(5)), on('x86_64', 'aarch64')),
    ).toEqual([
      'rule 2: "read" gets ALLOW from rule 1 for instance when args[0] == 0x5: ' +
        "a rule with the default's action takes nothing back",
    ])
    expect(messages(base.allow('read').deny('read', arg(0).eq(5)), on('x86_64'))).toEqual([
      'rule 2: "read" never gets ERRNO(EPERM) from this rule: rule 1 gives it ALLOW without conditions',
    ])
    expect(messages(base.allow('read', arg(0).lt(10)).deny('read', arg(0).eq(10)), on('x86_64'))).toEqual([])
    expect(messages(base.allow('read', arg(0).lt(10)).deny('read'), on('x86_64'))).toEqual([])
  })
})

describe('overlapping conditions with different actions', () => {
  const clash =
    (...rules: PolicyRule[]) =>
    () =>
      resolve(placedPolicy(...rules), on('x86_64'))

  it('are refused, naming both rules and an example', () => {
    const error = expect(
      clash(placed(4, 'socket', ALLOW, arg(0).lt(10)), placed(9, 'socket', TRAP, arg(0).ge(9), arg(2).eq(1))),
    )
    error.toThrow(
      'p.json:9:16: "socket" gets TRAP from this rule and ALLOW from the rule at p.json:4:5 on x86_64, ' +
        'for instance when args[0] == 0x9 and args[2] == 0x1; conditions with different actions may not overlap',
    )
  })

  it('are refused in a policy without places by position', () => {
    expect(() =>
      resolve(base.allow('read', arg(1).eq(1)).rule(LOG, 'read', arg(0).eq(1)), on('x86_64')),
    ).toThrow(
      '"read" gets LOG from rule 2 and ALLOW from rule 1 on x86_64, for instance when args[0] == 0x1 and ' +
        'args[1] == 0x1; conditions with different actions may not overlap',
    )
  })

  it('are fine when the action is the same', () => {
    expect(
      clash(placed(4, 'read', ALLOW, arg(0).lt(9)), placed(5, 'read', ALLOW, arg(0).lt(8))),
    ).not.toThrow()
  })

  it.each([
    ['ranges', arg(0).lt(9), arg(0).ge(9)],
    ['a value and its complement', arg(0).eq(7), arg(0).ne(7)],
    ['masks that share a bit', arg(0).maskedEq(6, 4), arg(0).maskedEq(3, 3)],
    ['a mask and a range', arg(0).maskedEq(8, 8), arg(0).lt(8)],
  ])('are told from %s that cannot both hold', (_, a, b) => {
    expect(clash(placed(1, 'read', ALLOW, a), placed(2, 'read', TRAP, b))).not.toThrow()
  })

  it.each([
    ['masks without a shared bit', arg(0).maskedEq(6, 4), arg(0).maskedEq(9, 8)],
    ['different arguments', arg(0).eq(4), arg(1).eq(4)],
    ['a mask and a range that meets it', arg(0).maskedEq(8, 8), arg(0).le(8)],
  ])('are found for %s', (_, a, b) => {
    expect(clash(placed(1, 'read', ALLOW, a), placed(2, 'read', TRAP, b))).toThrow('may not overlap')
  })

  it('are judged by what an ABI can pass', () => {
    const far = base.allow('read', arg(0).lt(2n ** 32n)).rule(TRAP, 'read', arg(0).eq(2n ** 32n))
    expect(() => resolve(far, on('x86_64', 'x86'))).not.toThrow()
    const wide = base
      .allow('read', arg(0).ne(2n ** 32n))
      .rule(TRAP, 'read', arg(0).maskedEq(2n ** 32n + 1n, 2n ** 32n))
    // On x86_64 they meet at 2^32 + 2; on x86 the second never holds.
    expect(() => resolve(wide, on('x86'))).not.toThrow()
    expect(() => resolve(wide, on('x86_64'))).toThrow('for instance when args[0] == 0x100000002')
  })

  it('are not suspected where many rules want different values', () => {
    const rules = Array.from({ length: 5000 }, (_, i) => [
      { names: [{ name: 'read' }], action: ALLOW, args: [arg(0).eq(i), arg(1).ne(0)] },
      { names: [{ name: 'read' }], action: TRAP, args: [arg(0).eq(10_000 + i), arg(1).eq(1)] },
      { names: [{ name: 'write' }], action: ALLOW, args: [arg(3).maskedEq(0xffff_0000, i << 16)] },
      { names: [{ name: 'write' }], action: TRAP, args: [arg(3).maskedEq(0xffff_0000, (10_000 + i) << 16)] },
    ]).flat()
    expect(() => resolve({ defaultAction: errno(1), rules }, on('x86_64', 'x86'))).not.toThrow()
  })

  it('are refused where too many may overlap to look at them all', () => {
    const rules = Array.from({ length: 500 }, (_, i) => [
      { names: [{ name: 'read' }], action: ALLOW, args: [arg(0).maskedEq(1n << BigInt(i % 32), 0)] },
      { names: [{ name: 'read' }], action: TRAP, args: [arg(1).eq(i)] },
    ]).flat()
    expect(() => resolve({ defaultAction: errno(1), rules }, on('x86_64'))).toThrow(
      '"read" has 1000 conditional rules with different actions, and more than 50000 pairs of them may overlap',
    )
  })
})

describe('a policy whose first rule wins', () => {
  const first = policy({ default: errno(1), overlaps: 'first' })
  const at = (what: Policy, ...args: readonly bigint[]): string => {
    const { rules } = resolve(what, on('x86_64'))
    const arch = abiTable('x86_64').auditArch
    return verdictName(meaning(rules, seccompData({ nr: 41, arch, args })))
  }

  it('means what its order says', () => {
    const narrow = first.deny('socket', arg(0).eq(40), errno(22)).allow('socket', arg(0).ne(16))
    expect([at(narrow, 40n), at(narrow, 1n), at(narrow, 16n)]).toEqual(['ERRNO(22)', 'ALLOW', 'ERRNO(1)'])
    const wide = first.allow('socket', arg(0).ne(16)).deny('socket', arg(0).eq(40), errno(22))
    expect([at(wide, 40n), at(wide, 16n)]).toEqual(['ALLOW', 'ERRNO(1)'])
  })

  it('may have a rule without conditions last, and rules with the action of the default before it', () => {
    const excepted = first.deny('socket', arg(0).eq(40)).allow('socket')
    expect([at(excepted, 40n), at(excepted, 1n)]).toEqual(['ERRNO(1)', 'ALLOW'])
    expect(said(excepted, on('x86_64'))).toEqual([])
  })

  it('is warned of rules after one without conditions', () => {
    const late = first.allow('socket').deny('socket', arg(0).eq(40))
    expect(at(late, 40n)).toBe('ALLOW')
    expect(said(late, on('x86_64')).map(({ name }) => name)).toEqual(['lost-refusal'])
  })

  it('leaves a call to the default where no rule says otherwise', () => {
    const nothing = first.deny('socket', arg(0).eq(40)).deny('socket')
    expect(resolve(nothing, on('x86_64')).rules.sections[0]!.rules).toHaveLength(1) // the numbers of x32
  })

  it('is refused where the word is misspelt', () => {
    const misspelt: Policy = { defaultAction: errno(1), rules: [], overlaps: 'frist' as 'first' }
    expect(() => resolve(misspelt, on('x86_64'))).toThrow(
      'overlaps: expected refuse, libseccomp, first; got "frist"; did you mean "first"?',
    )
    expect(() => resolve(first, { ...on('x86_64'), multiplexers: 'run' as 'runc' })).toThrow(
      'target.multiplexers: expected policy, runc; got "run"; did you mean "runc"?',
    )
  })

  it('keeps that when it is built on', () => {
    const more = new PolicyBuilder(first.allow('socket', arg(0).ne(16))).deny(
      'socket',
      arg(0).eq(40),
      errno(22),
    )
    expect(at(more, 40n)).toBe('ALLOW')
  })
})

describe('requirements', () => {
  const caps = (...list: Target['caps'] & {}) => ({ ...on('x86_64'), caps: list })
  const kernel = (major: number, minor: number) => ({ ...on('x86_64'), kernel: { major, minor } })
  const allows = (what: Policy, target: Target) =>
    verdict(resolve(what, target).rules, target.abis[0]!, 'bpf') === 'ALLOW'

  it('of capabilities ask for all, and rule out any', () => {
    const both = base.when({ caps: ['CAP_BPF', 'CAP_PERFMON'] }, (rules) => rules.allow('bpf'))
    expect([caps(), caps('CAP_BPF'), caps('CAP_PERFMON', 'CAP_BPF')].map((t) => allows(both, t))).toEqual([
      false,
      false,
      true,
    ])
    const neither = base.unless({ caps: ['CAP_BPF', 'CAP_PERFMON'] }, (rules) => rules.allow('bpf'))
    expect([caps(), caps('CAP_BPF'), caps('CAP_KILL')].map((t) => allows(neither, t))).toEqual([
      true,
      false,
      true,
    ])
  })

  it('take a container’s capabilities and the newest kernel where the target says nothing', () => {
    const rule = base.when({ caps: CONTAINER_CAPS, minKernel: { major: 7, minor: 1 } }, (rules) =>
      rules.allow('bpf'),
    )
    expect(allows(rule, on('x86_64'))).toBe(true)
    expect(allows(rule, kernel(7, 0))).toBe(false)
  })

  it('of a kernel ask for at least, and rule out at least', () => {
    const since = base.when({ minKernel: { major: 4, minor: 8 } }, (rules) => rules.allow('bpf'))
    expect([kernel(4, 7), kernel(4, 8), kernel(5, 0)].map((t) => allows(since, t))).toEqual([
      false,
      true,
      true,
    ])
    const until = base.unless({ minKernel: { major: 4, minor: 8 } }, (rules) => rules.allow('bpf'))
    expect([kernel(4, 7), kernel(4, 8), kernel(5, 0)].map((t) => allows(until, t))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('of an architecture are held against the first ABI, and the rule applies to all', () => {
    const rule = base.when({ arches: ['amd64', 'arm64'] }, (rules) => rules.allow('bpf'))
    const { rules } = resolve(rule, on('x86_64', 'x86'))
    expect(verdict(rules, x86_64, 'bpf')).toBe('ALLOW')
    expect(verdict(rules, x86, 'bpf')).toBe('ALLOW')
    expect(verdict(resolve(rule, on('x86', 'x86_64')).rules, x86_64, 'bpf')).toBe('ERRNO(1)')
  })

  it('that contradict each other are warned of', () => {
    const rule: PolicyRule = {
      ...placed(3, 'bpf'),
      includes: { caps: ['CAP_BPF'] },
      excludes: { caps: ['CAP_BPF'] },
    }
    expect(messages(placedPolicy(rule), on('x86_64'))[0]).toBe(
      'p.json:3:5: this rule never takes part: it includes and excludes CAP_BPF',
    )
    const arches = {
      ...placed(3, 'bpf'),
      includes: { arches: ['arm'] },
      excludes: { arches: ['arm', 'arm64'] },
    }
    expect(messages(placedPolicy(arches), on('x86_64'))[0]).toBe(
      'p.json:3:5: this rule never takes part: it includes and excludes arm',
    )
    const kernels = { names: [{ name: 'bpf' }], action: ALLOW, args: [], includes: { minKernel: { major: 5, minor: 0 } }, excludes: { minKernel: { major: 4, minor: 8 } } } // prettier-ignore
    expect(messages(placedPolicy(kernels), on('x86_64'))[0]).toBe(
      'rule 1 never takes part: its includes ask for a kernel that its excludes rule out',
    )
  })
})

describe('constants beyond 32 bits', () => {
  it('are warned of once, with the ABIs and what they come to', () => {
    const rule = placedPolicy({
      ...placed(4, 'read', ALLOW, {
        ...arg(0).lt(2n ** 32n + 5n),
        source: { file: 'p.json', line: 6, column: 9 },
      }),
      names: [{ name: 'read' }, { name: 'write' }, { name: 'close' }],
    })
    expect(messages(rule, on('x86_64', 'x86', 'x32'))).toEqual([
      'p.json:6:9: args[0] < 0x100000005 of "read" and 2 more has a constant beyond 32 bits, which is all an ' +
        'argument has on x86, x32: there this is always true',
    ])
    const { rules } = resolve(rule, on('x86_64', 'x86', 'x32'))
    expect(verdict(rules, x86, 'read', 2n ** 40n)).toBe('ALLOW')
    expect(verdict(rules, x32, 'read', 2n ** 40n)).toBe('ALLOW')
    expect(verdict(rules, x86_64, 'read', 2n ** 40n)).toBe('ERRNO(1)')
    expect(messages(rule, on('x86_64'))).toEqual([])
  })

  it('that never hold leave the call to the default', () => {
    const rule = base.allow('read', arg(0).eq(2n ** 32n + 5n)).allow('write')
    expect(messages(rule, on('arm'))).toEqual([
      'rule 1: args[0] == 0x100000005 of "read" has a constant beyond 32 bits, which is all an argument has on arm: ' +
        'there this is never true',
    ])
    expect(verdict(resolve(rule, on('arm')).rules, arm, 'read', 5n)).toBe('ERRNO(1)')
  })

  it('in masks count by their low half', () => {
    const rule = base.allow('read', arg(0).maskedEq(0x1_0000_0001n, 1))
    expect(messages(rule, on('x32'))[0]).toMatch(/there only the low 32 bits are compared$/)
    const { rules } = resolve(rule, on('x32'))
    expect([1n, 2n, 3n].map((value) => verdict(rules, x32, 'read', value))).toEqual([
      'ALLOW',
      'ERRNO(1)',
      'ALLOW',
    ])
  })
})

describe('names', () => {
  it('that no ABI knows are warned of once, with a suggestion', () => {
    const rule = placedPolicy(
      placed(7, 'fchmodat3'),
      placed(8, 'fchmodat3'),
      placed(9, 'zzzzzzzzzzz'),
      placed(10, 'read'),
    )
    const { rules } = resolve(rule, on('x86_64'))
    expect(said(rule, on('x86_64'))).toEqual([
      {
        name: 'unknown-name',
        severity: 'high',
        brief: 'p.json:7:16: unknown call "fchmodat3"; did you mean "fchmodat2"?',
        message: 'p.json:7:16: unknown system call "fchmodat3"; did you mean "fchmodat2"?',
        source: { file: 'p.json', line: 7, column: 16 },
      },
      {
        name: 'unknown-name',
        severity: 'high',
        brief: 'p.json:9:16: unknown call "zzzzzzzzzzz"',
        message: 'p.json:9:16: unknown system call "zzzzzzzzzzz"; the rule leaves it out',
        source: { file: 'p.json', line: 9, column: 16 },
      },
    ])
    expect(verdict(rules, x86_64, 'read')).toBe('ALLOW')
  })

  it('that no ABI knows share a warning beyond 10,000 of them', () => {
    const rules = Array.from({ length: 10_002 }, (_, i) => placed(i + 1, `zz${i}`))
    const shared = (count: number): readonly string[] =>
      resolve(placedPolicy(...rules.slice(0, count)), on('x86_64'))
        .warnings.filter(({ name }) => name === 'unknown-name')
        .slice(10_000)
        .map(({ message }) => message)
    expect(shared(10_000)).toEqual([])
    expect(shared(10_001)).toEqual(['p.json:10001:16: 1 more unknown system call is left out'])
    expect(shared(10_002)).toEqual(['p.json:10001:16: 2 more unknown system calls are left out'])
  })

  it('that no ABI knows are refused when strict, also in a rule that takes no part', () => {
    const rule = { ...placed(7, 'fchmodat3'), includes: { caps: ['CAP_SYS_ADMIN' as const] } }
    expect(() => resolve(placedPolicy(rule), on('x86_64'), { strict: true })).toThrow(
      expect.objectContaining({
        name: 'PolicyError',
        code: 'E_NAME',
        line: 7,
        message: 'p.json:7:16: unknown system call "fchmodat3"; did you mean "fchmodat2"?',
      }),
    )
  })

  it.each(['__proto__', 'constructor', 'toString', ''])('like "%s" are unknown like any other', (name) => {
    expect(resolve(placedPolicy(placed(1, name)), on('x86_64')).warnings[0]?.name).toBe('unknown-name')
  })

  it('that a target ABI lacks are counted in one line', () => {
    const { absent, absentSummary, warnings } = resolve(
      base.allow('read', 'waitpid', 'socketcall', 'mmap2', 'arch_prctl').deny('stime'),
      on('x86_64', 'x86', 'x32'),
    )
    expect(warnings.map(({ name }) => name)).toEqual(['multiplexer-gap', 'variant-gap', 'cannot-live'])
    expect(absent).toEqual([
      { abi: 'x86_64', names: ['waitpid', 'socketcall', 'mmap2'] },
      { abi: 'x32', names: ['waitpid', 'socketcall', 'mmap2'] },
    ])
    expect(absentSummary).toBe(
      '3 names are not system calls of x86_64 ("waitpid", "socketcall", "mmap2"), 3 not of x32 ("waitpid", "socketcall", "mmap2")',
    )
    expect(resolve(base.allow('waitpid'), on('x86_64')).absentSummary).toBe(
      '1 name is not a system call of x86_64 ("waitpid")',
    )
    const more = base.allow('waitpid', 'socketcall', 'mmap2', 'bdflush')
    expect(resolve(more, on('x86_64')).absentSummary).toBe('4 names are not system calls of x86_64')
    expect(resolve(base.allow('read'), on('x86_64'))).not.toHaveProperty('absentSummary')
  })
})

describe('rules without effect', () => {
  it('are told by the name of the policy, where it has one and they have no place', () => {
    const { defaultAction, rules } = base.allow('write', arg(0).lt(0))
    expect(messages({ defaultAction, rules, name: 'mine.mjs' }, on('x86_64'))[0]).toBe(
      'rule 1 of "mine.mjs" never holds for "write": args[0] < 0',
    )
  })

  it('are warned of where their conditions never hold', () => {
    expect(messages(base.allow('read').allow('write', arg(0).lt(0)), on('x86_64', 'x86'))).toEqual([
      'rule 2 never holds for "write": args[0] < 0',
    ])
    const rule = placed(4, 'write', ALLOW, arg(0).maskedEq(8, 8), arg(0).lt(8))
    expect(messages(placedPolicy(placed(3, 'read'), rule), on('x86_64'))).toEqual([
      'p.json:4:16: this rule never holds for "write": args[0] & 8 == 8 and args[0] < 8',
    ])
  })

  it('are warned of where none is left', () => {
    expect(
      messages(
        base.when({ arches: ['arm'] }, (rules) => rules.allow('read')),
        on('x86_64'),
      ),
    ).toEqual(['no rule applies to the target; every call gets ERRNO(EPERM)'])
    const named = policy({ default: ALLOW, name: 'mine' })
    expect(messages(named, on('x86_64'))).toEqual([
      'no rule of "mine" applies to the target; every call gets ALLOW',
    ])
    expect(contains(resolve(named, on('x86_64')).rules.sections[0]!.rules[0]!.numbers, 0x4000_0000)).toBe(
      true,
    )
  })
})

describe('targets', () => {
  it('need an ABI', () => {
    expect(() => resolve(base, { abis: [] })).toThrow('target has no ABI; name at least one')
  })

  it('have one byte order', () => {
    const big: AbiTable = { ...arm, endianness: 'big', token: 'x86' }
    expect(() => resolve(base, { abis: [x86_64, big] })).toThrow(
      'x86_64 is little endian and x86 is big endian; one filter serves one byte order',
    )
  })
})

it('KILL_THREAD as an action is not the bad-arch rule', () => {
  const { rules } = resolve(base.rule(KILL_THREAD, 'read'), on('x86_64'))
  expect(verdict(rules, x86_64, 'read')).toBe('KILL_THREAD')
})
