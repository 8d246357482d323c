/* Policies that meant less than they said. */
import { seccompData, verdictName } from '@seccompile/abi'
import { bits } from '@seccompile/constants'
import { AT_FDCWD } from '@seccompile/constants/at'
import { CLONE_CLEAR_SIGHAND, CLONE_NEWPID, CLONE_NEWUSER } from '@seccompile/constants/clone'
import { all, arg, errno, KILL_PROCESS, policy, PolicyBuilder, resolve } from '@seccompile/policy'
import type { Policy, Target } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

function verdict(
  what: Policy,
  token: AbiToken,
  call: string,
  args: readonly bigint[],
  target: Omit<Target, 'abis'> = {},
): string {
  const abi = signedAbiTable(token)
  const { rules } = resolve(what, { abis: [abi], ...target })
  return verdictName(meaning(rules, seccompData({ nr: numberOf(abi, call)!, arch: abi.auditArch, args })))
}

const open = policy({ default: 'allow' })

describe('flags that the argument has no bit for', () => {
  it('do not take others with them: bits() of a narrow and a wide one', () => {
    const wide = open.deny('clone', ({ clone_flags }) =>
      clone_flags.hasAny(CLONE_NEWPID, bits(CLONE_NEWUSER, CLONE_CLEAR_SIGHAND)),
    )
    expect(verdict(wide, 'x86', 'clone', [0x1000_0000n])).toBe('ERRNO(1)')
    expect(verdict(wide, 'x86_64', 'clone', [0x2000_0000n])).toBe('ERRNO(1)')
    expect(verdict(wide, 'x86', 'clone', [0x4000_0000n])).toBe('ALLOW')
  })

  it('are never all set', () => {
    const both = policy({ default: 'deny' }).allow('clone', ({ clone_flags }) =>
      clone_flags.hasAll(CLONE_NEWUSER, CLONE_CLEAR_SIGHAND),
    )
    expect(verdict(both, 'x86_64', 'clone', [0x1000_0000n])).toBe('ERRNO(1)')
    const one = policy({ default: 'deny' }).allow('clone', ({ clone_flags }) =>
      clone_flags.hasAll(CLONE_NEWUSER),
    )
    expect(verdict(one, 'x86_64', 'clone', [0x1000_0000n])).toBe('ALLOW')
  })
})

describe('a negative number', () => {
  const minusOne = open.deny('mremap', ({ old_len }) => old_len.eq(-1))

  it('of an unsigned argument is refused on every ABI, and not a comparison that never holds', () => {
    for (const token of ['x86_64', 'x86', 'arm'] as const)
      expect(() => verdict(minusOne, token, 'mremap', [])).toThrow(
        /it has no sign, and the kernel reads -1 as 0xf+/,
      )
  })

  it('of a constant is compared by its bits in an argument without a sign', () => {
    const ordered = open.deny('ioctl', ({ fd }) => fd.ge(AT_FDCWD))
    expect(verdict(ordered, 'x86_64', 'ioctl', [5n])).toBe('ALLOW')
    expect(verdict(ordered, 'x86_64', 'ioctl', [0xffff_ff9cn])).toBe('ERRNO(1)')
    const relative = open.deny('openat', ({ dfd }) => dfd.ge(AT_FDCWD))
    expect(verdict(relative, 'x86_64', 'openat', [5n])).toBe('ERRNO(1)')
  })
})

describe('a condition that is given as data', () => {
  const given = (condition: object, more: object = {}) => ({
    defaultAction: { action: 'ALLOW', data: 0 },
    rules: [{ names: [{ name: 'socket' }], action: errno(1), args: [], when: condition, ...more }],
  })

  it('has a mask only where the comparison looks at it', () => {
    const masked = { kind: 'argument', argument: 'type', mask: 0xf0, values: [0x0f] }
    for (const op of ['hasAny', 'hasNone', 'hasAll', 'lt', 'between'])
      expect(() => resolve(given({ ...masked, op }) as never, { abis: [signedAbiTable('x86_64')] })).toThrow(
        `rules[0].when.mask: expected no mask for ${op}, only for eq, ne, in and notIn`,
      )
    const eq = { ...masked, op: 'eq', values: [0x10] }
    expect(() => resolve(given(eq) as never, { abis: [signedAbiTable('x86_64')] })).not.toThrow()
  })

  it('is not for no ABI at all', () => {
    const on = given({ kind: 'argument', argument: 'family', op: 'eq', values: [2] }, { abis: [] })
    expect(() => resolve(on as never, { abis: [signedAbiTable('x86_64')] })).toThrow(
      'rules[0].abis: expected one ABI or more, or no such key',
    )
  })
})

describe('a callback', () => {
  it('may not take the bits under a mask and not compare them', () => {
    expect(() => open.deny('socket', ({ type }) => type.masked(0xf) && type.eq(1))).toThrow(
      'condition on "socket" takes "type.masked(0xf)" and does not test it; join conditions by all(…) or any(…), not by && or ||',
    )
    expect(() => open.deny('socket', ({ type }) => all(type.masked(0xf).eq(1), type.eq(1)))).not.toThrow()
  })
})

describe('the multiplexers of runc', () => {
  const runc = { multiplexers: 'runc' } as const

  // The rules of "socket" exclude each other. Those of "socketcall" lose the condition, and clash.
  it('are compared for themselves, though the rules of the call behind them do not clash', () => {
    const apart = open.deny('socket', arg(0).eq(2)).rule(KILL_PROCESS, 'socket', arg(0).eq(3))
    expect(() => verdict(apart, 'x86', 'socketcall', [1n], runc)).toThrow(
      '"socketcall" gets KILL_PROCESS from rule 2 and ERRNO(EPERM) from rule 1 on x86',
    )
    const alike = open.deny('socket', arg(0).eq(2)).deny('socket', arg(0).eq(3))
    expect(verdict(alike, 'x86', 'socketcall', [1n], runc)).toBe('ERRNO(1)')
  })
})

describe('extend', () => {
  const first = policy({ default: 'deny', overlaps: 'first' })
    .deny('socket', arg(0).eq(2), errno(13))
    .allow('socket')

  it('refuses rules whose precedence is another: the first rule would lose to the second', () => {
    expect(() => policy({ default: 'deny' }).allow('read').extend(first)).toThrow(
      'extend: overlaps of one policy is "refuse", and of one policy "first"; give both the same, or none',
    )
    expect(
      verdict(policy({ default: 'deny', overlaps: 'first' }).extend(first), 'x86_64', 'socket', [2n]),
    ).toBe('ERRNO(13)')
  })

  it('has the precedence of the other policy where it has no rules yet', () => {
    expect(verdict(policy({ default: 'deny' }).extend(first), 'x86_64', 'socket', [2n])).toBe('ERRNO(13)')
  })

  it('takes from the other policy what it says of other ABIs and of unknown calls, and refuses a contradiction', () => {
    const other = policy({
      default: 'deny',
      badArch: KILL_PROCESS,
      unknown: errno(38),
    })
    const joined = new PolicyBuilder(policy({ default: 'deny' })).extend(other)
    expect([joined.badArch, joined.unknown]).toEqual([KILL_PROCESS, errno(38)])
    expect(() => policy({ default: 'deny', unknown: errno(5) }).extend(other)).toThrow(
      'extend: unknown of one policy is',
    )
  })
})
