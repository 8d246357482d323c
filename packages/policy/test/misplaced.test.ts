/** Mistakes of plain JavaScript in a policy by names: each with what is refused, and a near miss that is not. */
import { IPPROTO_TCP } from '@seccompile/constants/ipproto'
import { NETLINK_AUDIT } from '@seccompile/constants/netlink'
import { AF_INET, AF_UNIX } from '@seccompile/constants/af'
import { ENOSYS } from '@seccompile/constants/errno'
import { O_CREAT } from '@seccompile/constants/o'
import { SOCK_STREAM } from '@seccompile/constants/sock'
import { bits } from '@seccompile/constants'
import { print } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { all, any, arg, errno, not, policy, PolicyBuilder, resolve, variants } from '@seccompile/policy'
import type { Condition, Policy } from '@seccompile/policy'

/** An argument, and the arguments, as JavaScript sees them. */
type LooseArgument = Readonly<Record<string, (...values: readonly unknown[]) => Condition>>
type LooseArguments = Readonly<Record<string, LooseArgument>>
interface LooseBuilder extends Pick<PolicyBuilder, 'on'> {
  deny(...items: readonly unknown[]): PolicyBuilder
}

const abis = [signedAbiTable('x86_64')]
const resolved = (source: Policy): string => print(resolve(source, { abis }).rules)
const untyped = (value: unknown): never => value as never
const open: LooseBuilder = untyped(policy({ default: 'allow' }))
const onSocket = (test: (args: LooseArguments) => unknown): (() => unknown) => {
  return () => open.deny('socket', test)
}

describe('a constant', () => {
  it('of another family is refused, alone, in bits and as a mask', () => {
    const what =
      /^rule 1: "family" of "socket" takes constants of the family "af", and (SOCK_STREAM|bits\(SOCK_STREAM\)) is of "sock"$/
    for (const test of [
      ({ family }: LooseArguments) => family!['eq']!(SOCK_STREAM),
      ({ family }: LooseArguments) => family!['in']!(AF_UNIX, SOCK_STREAM),
      ({ family }: LooseArguments) => family!['lt']!(SOCK_STREAM),
      ({ family }: LooseArguments) => family!['hasAny']!(SOCK_STREAM),
      ({ family }: LooseArguments) => (family!['masked']!(SOCK_STREAM) as unknown as LooseArgument)['eq']!(1),
    ])
      expect(() => resolved(open.deny('socket', test))).toThrow(what)
    expect(() =>
      resolved(open.deny('setsockopt', ({ level }: LooseArguments) => level!['eq']!(AF_UNIX))),
    ).toThrow(
      'rule 1: "level" of "setsockopt" takes constants of the families "sol", "ipproto", and AF_UNIX is of "af"',
    )
    // Several families, and an argument of which no family is known.
    expect(() =>
      resolved(open.deny('setsockopt', ({ level }: LooseArguments) => level!['eq']!(IPPROTO_TCP))),
    ).not.toThrow()
    expect(() =>
      resolved(open.deny('socket', ({ protocol }: LooseArguments) => protocol!['eq']!(NETLINK_AUDIT))),
    ).not.toThrow()
    expect(() => resolved(open.deny('read', ({ fd }: LooseArguments) => fd!['eq']!(AF_UNIX)))).not.toThrow()
    // The number is taken as it is, and so is a constant of the family.
    expect(resolved(open.deny('socket', ({ family }: LooseArguments) => family!['eq']!(1)))).toBe(
      resolved(open.deny('socket', ({ family }: LooseArguments) => family!['eq']!(AF_UNIX))),
    )
  })

  it('of another copy of the package is the same constant', () => {
    const copy = JSON.parse(JSON.stringify(AF_UNIX)) as unknown
    expect(copy).not.toBe(AF_UNIX)
    const [one, other] = [AF_UNIX, copy].map((value) =>
      resolved(open.deny('socket', ({ family }: LooseArguments) => family!['notIn']!(value, AF_INET))),
    )
    expect(other).toBe(one)
  })

  it('that answers differently each time is read once', () => {
    let times = 0
    const sly = {
      constant: 'AF_UNIX',
      family: 'af',
      get value() {
        times += 1
        return times
      },
    }
    const source = open.deny('socket', ({ family }: LooseArguments) => family!['eq']!(sly))
    const read = times
    expect(resolved(source)).toBe(resolved(source))
    expect(times).toBe(read)
  })

  it('has no number for a condition by index', () => {
    const first: LooseArgument = untyped(arg(0))
    const what =
      /^argument value is (the constant AF_UNIX|bits\(…\)), whose number depends on the ABI; compare the argument by its name/
    expect(() => first['eq']!(AF_UNIX)).toThrow(what)
    expect(() => first['in']!(1, AF_UNIX)).toThrow(what)
    expect(() => first['maskedEq']!(AF_UNIX, 1)).toThrow(what)
    expect(() => first['ne']!(bits(AF_UNIX))).toThrow(what)
    expect(first['eq']!(1)).toEqual({ op: 'EQ', index: 0, value: 1n })
  })

  it('is no item of a rule', () => {
    expect(() => open.deny('socket', AF_UNIX)).toThrow(
      'rule item is the constant AF_UNIX; compare an argument with it: ({ family }) => family.eq(AF_UNIX)',
    )
    expect(() => open.deny('open', bits(O_CREAT))).toThrow(
      'rule item is bits(…); compare an argument with it',
    )
  })

  it('of an error is written errno(NAME)', () => {
    expect(() => open.deny('socket', ENOSYS)).toThrow(
      'rule item is the constant ENOSYS; write errno("ENOSYS")',
    )
    expect(() => open.deny('socket', 'ENOSYS')).toThrow(
      'unknown system call "ENOSYS"; write errno("ENOSYS") for the errno',
    )
    expect(() => errno(untyped(ENOSYS))).toThrow('errno is the constant ENOSYS; write errno("ENOSYS")')
    expect(() => policy({ default: untyped(ENOSYS) })).toThrow('policy.default: unknown key "constant"')
    expect(() => policy({ default: 'allow', unknown: untyped('ENOSYS') })).toThrow(
      'policy.unknown: expected an action such as errno("EPERM"); got "ENOSYS"',
    )
    expect(String(open.deny('socket', errno('ENOSYS')))).toContain('ERRNO(ENOSYS)')
  })
})

describe('bits()', () => {
  it('joins constants of one family, and nothing else', () => {
    expect(() => bits(untyped(AF_UNIX), untyped(SOCK_STREAM))).toThrow('expected constants of one family')
    expect(() => bits(AF_UNIX, untyped(2))).toThrow('bits: expected constants; got 2')
    expect(() => bits(untyped(null))).toThrow('bits: expected constants; got null')
    expect(() => bits(untyped(bits(AF_UNIX)), AF_INET)).toThrow(
      'bits: expected constants; got bits; write all constants in one bits(…)',
    )
    expect(bits(AF_UNIX, AF_INET).bits).toEqual([AF_UNIX, AF_INET])
  })

  it('is what joins constants: an operator does not', () => {
    const or = (a: unknown, b: unknown): number => (a as number) | (b as number)
    expect(() => or(AF_UNIX, AF_INET)).toThrow(
      'AF_UNIX is no number: its value depends on the ABI; join constants with bits(…)',
    )
    expect(() => or(bits(AF_UNIX), 1)).toThrow('AF_UNIX is no number')
  })
})

describe('a callback in JavaScript', () => {
  it('is not async', () => {
    expect(onSocket(async ({ family }) => Promise.resolve(family!['eq']!(1)))).toThrow(
      'condition on "socket" is a promise; return the condition from a function that is not async',
    )
  })

  it('returns a comparison, and no argument', () => {
    expect(onSocket(({ family }) => family)).toThrow(
      'condition on "socket" is an argument; compare it: family.eq(AF_UNIX)',
    )
    expect(onSocket(({ type }) => type!['masked']!(15))).toThrow('condition on "socket" is an argument')
    expect(onSocket(({ family }) => family!['eq']!(1))).not.toThrow()
  })

  it('takes arguments by their names', () => {
    const what = 'condition on "socket": take arguments by their names'
    expect(
      onSocket((args) => ('family' in args ? args['family']['eq']!(1) : args['type']!['eq']!(1))),
    ).toThrow(what)
    expect(onSocket(({ family, ...others }) => others['type'] ?? family!['eq']!(1))).toThrow(what)
    expect(onSocket((args) => Object.values(args)[0]?.['eq']!(1))).toThrow(what)
    expect(onSocket((args) => ((args as Record<string, unknown>)['family'] = 1))).toThrow(what)
  })

  it('has arguments of any name, and none of them is inherited', () => {
    for (const name of ['toString', '__proto__', 'constructor', 'then', 'hasOwnProperty'])
      expect(() => resolved(open.deny('socket', (args: LooseArguments) => args[name]!['eq']!(1)))).toThrow(
        `rule 1: "socket" has no argument "${name}" on x86_64; it has family, type, protocol`,
      )
  })

  it('joins one condition or more', () => {
    // Without conditions, all() holds always: allow(…) would let every call run.
    for (const join of [all, any])
      expect(onSocket(() => join())).toThrow('condition on "socket".of: expected one condition or more')
    expect(onSocket(({ family }) => all(untyped([family!['eq']!(1)])))).toThrow(
      'expected an object; got a list of 1',
    )
    const two: (...of: readonly Condition[]) => Condition = untyped(not)
    expect(onSocket(({ family }) => two(family!['eq']!(1), family!['eq']!(2)))).toThrow(
      'makes "family == 2" and does not return it',
    )
    expect(onSocket(({ family }) => all(family!['eq']!(1)))).not.toThrow()
  })

  it('compares with values, and not with conditions or arguments', () => {
    for (const value of [null, true, undefined, NaN, Symbol('x'), () => 1, new Date(0)])
      expect(onSocket(({ family }) => family!['eq']!(value))).toThrow(
        /family\.eq: value is|values\[0\]: expected/,
      )
    expect(onSocket(({ family, type }) => family!['eq']!(type))).toThrow('family.eq: value is an object')
  })
})

describe('the items of a rule in JavaScript', () => {
  it('are names one by one: variants() is spread', () => {
    expect(() => open.deny(variants('open'))).toThrow(
      'rule item is a list of 4; write the names one by one: ...names',
    )
    expect(String(open.deny(...variants('open')))).toContain('open, creat, openat, openat2 ->')
  })

  it('have an action with its two keys', () => {
    expect(() => open.deny('read', { action: 'ERRNO', data: 1, extra: 1 })).toThrow(
      'action: unknown key "extra"',
    )
    expect(() => open.deny('read', errno(1), errno(2))).toThrow('rule has 2 actions; write one')
    expect(() => open.deny('read', errno)).toThrow('errno is an object; the kernel returns 0 to 4095')
    expect(() => open.deny('read', { action: 'ERRNO', data: 1 })).not.toThrow()
  })

  it('are for one ABI or more', () => {
    expect(() => policy({ default: 'allow', abis: [] })).toThrow('policy.abis: expected one ABI or more')
    expect(() => open.on([], (rules) => rules)).toThrow('on: expected one ABI or more; got a list of 0')
  })
})

describe('a policy that contradicts itself', () => {
  it('names both places', () => {
    const warnings = (source: Policy): readonly string[] =>
      resolve(source, { abis })
        .warnings.filter(({ name }) => name !== 'cannot-live')
        .map(({ message }) => message)
    const twice = policy({ default: 'deny', name: 'mine' })
    expect(warnings(twice.allow('read').kill('read'))).toEqual([
      'rule 2 of "mine": "read" never gets KILL_PROCESS from this rule: rule 1 of "mine" gives it ALLOW without conditions',
    ])
    expect(() =>
      warnings(
        twice
          .allow('socket', ({ family }) => family.in(AF_UNIX, AF_INET))
          .kill('socket', ({ family }) => family.eq(AF_INET)),
      ),
    ).toThrow(
      '"socket" gets KILL_PROCESS from rule 2 of "mine" and ALLOW from rule 1 of "mine" on x86_64, for instance when args[0] == 0x2',
    )
    expect(
      warnings(
        twice
          .allow('socket', ({ family }) => family.eq(AF_UNIX))
          .kill('socket', ({ family }) => family.eq(AF_INET)),
      ),
    ).toEqual([])
    expect(() => twice.extend(policy({ default: 'allow', name: 'other' }))).toThrow(
      'extend: "mine" gives other calls ERRNO(EPERM) and "other" gives them ALLOW; intersect() joins policies with different defaults',
    )
  })
})

describe('a policy', () => {
  const source = policy({ default: 'deny', abis: ['x86_64'] })
    .allow('socket', ({ family }) => any(family.eq(AF_UNIX), family.eq(40)))
    .on(['x86_64'], (rules) => rules.deny('read', arg(0).eq(1), errno(5)))
    .restrict((rules) => rules.deny('write'))

  it('does not change, nor does a part of it', () => {
    const visit = (value: unknown, where: string): void => {
      if (typeof value !== 'object' || value === null) return
      expect(Object.isFrozen(value), where).toBe(true)
      for (const [key, part] of Object.entries(value)) visit(part, `${where}.${key}`)
    }
    visit(source, 'policy')
    expect(() => (source.rules as unknown[]).push(1)).toThrow(TypeError)
    expect(() => ((source as { defaultAction: unknown }).defaultAction = 1)).toThrow(TypeError)
  })

  it('keeps what it was given when that changes', () => {
    const given = { defaultAction: { action: 'ALLOW', data: 0 }, rules: [{ names: [{ name: 'read' }], action: { action: 'ERRNO', data: 1 }, args: [] }] } // prettier-ignore
    const kept = new PolicyBuilder(given as Policy)
    const before = String(kept)
    given.rules[0]!.names.push({ name: 'write' })
    given.rules[0]!.action.data = 2
    given.defaultAction.action = 'KILL_PROCESS'
    expect(String(kept)).toBe(before)
    expect(Object.isFrozen(given.rules)).toBe(false)
  })

  it('is not changed by the methods that add to it', () => {
    const before = String(source)
    source
      .deny('close')
      .kill('open')
      .extend(source)
      .intersect(source)
      .restrict((rules) => rules.kill('read'))
    expect(String(source)).toBe(before)
  })
})
