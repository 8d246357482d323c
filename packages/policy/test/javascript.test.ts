/** What TypeScript would refuse, written in JavaScript: a policy must not mean less than it says. */
import { seccompData, verdictOf } from '@seccompile/abi'
import { arg, errno, policy, policyAbis, PolicyBuilder, resolve } from '@seccompile/policy'
import type { Policy, PolicyRule, Requirement, RuleList, Target } from '@seccompile/policy'
import { actionVerdict } from '@seccompile/policy/toolkit'
import { meaning } from '@seccompile/rules'
import { abiTable, numberOf } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const x86_64 = abiTable('x86_64')
const deny = policy({ default: errno(1) })
/** `value`, in the type of whoever asks for it. */
const untyped = (value: unknown): never => value as never
const target = (patch: object): Target => ({ abis: [x86_64], ...patch })
const loose = (patch: object): Policy => untyped({ defaultAction: errno(1), rules: [], ...patch })
const ruled = (patch: object): Policy =>
  loose({ rules: [{ names: [{ name: 'read' }], action: errno(2), args: [], ...patch }] })

/** A rule that nobody has read: the misspelt key drops its condition. */
const unread = untyped([
  { names: [{ name: 'read' }], action: errno(2), args: [], include: { caps: ['CAP_BPF'] } },
])

class Changed extends PolicyBuilder {
  override readonly rules = unread
}

describe('a condition that says nothing', () => {
  const write = (rules: RuleList): RuleList => rules.allow('ptrace')
  it.each<[string, unknown]>([
    ['a map', new Map([['caps', ['CAP_SYS_PTRACE']]])],
    ['a set', new Set(['CAP_SYS_PTRACE'])],
    ['a promise', Promise.resolve({ caps: ['CAP_SYS_PTRACE'] })],
    ['a misspelt key that is inherited', Object.create({ cap: ['CAP_SYS_PTRACE'] })],
    ['a misspelt key by a symbol', { [Symbol('caps')]: ['CAP_SYS_PTRACE'] }],
    ['no key', {}],
    ['no capability', { caps: [] }],
  ])('is refused: %s', (_, needed) => {
    const source = policy({ default: errno(1) })
    expect(() => source.when(needed as Requirement, write)).toThrow(/^when/)
    expect(() => source.unless(needed as Requirement, write)).toThrow(/^unless/)
  })
})

describe('a policy in JavaScript', () => {
  it('with three items in a range is refused, and not cut to two', () => {
    expect(() => arg(0).in(untyped([1, 10, 2]))).toThrow(
      'argument range has 3 ends; write a range as [lo, hi]',
    )
    expect(() => arg(0).notIn(untyped([0, 1, 2]))).toThrow('values one by one: in(1, 10, 2)')
    expect(() => arg(0).in(untyped([1]))).toThrow('argument range has 1 ends')
  })

  it('with an item too many for a comparison is refused', () => {
    const first = arg(0) as unknown as Record<'eq' | 'maskedEq', (...values: readonly number[]) => unknown>
    expect(() => first.eq(1, 2)).toThrow('comparison has 2 values and takes 1; one of several is in(1, 2)')
    expect(() => first.maskedEq(1)).toThrow('has 1 values and takes 2')
  })

  it.each([
    [{ cap: ['CAP_SYS_ADMIN'] }, 'when: unknown key "cap"; did you mean "caps"?'],
    [{ caps: 'CAP_SYS_ADMIN' }, 'when.caps: expected a list; got "CAP_SYS_ADMIN"'],
    [{ caps: ['CAP_SYS_ADMN'] }, 'did you mean "CAP_SYS_ADMIN"?'],
    [{ caps: undefined }, 'when.caps: expected a value, or no such key; got undefined'],
    [
      { arches: ['x86_64'] },
      'when.arches[0]: expected an architecture such as "amd64"; got "x86_64"; did you mean "amd64"?',
    ],
    [{ minKernel: '6.1' }, 'when.minKernel: expected an object such as { major: 6, minor: 1 }'],
    [{ minkernel: { major: 6, minor: 1 } }, 'did you mean "minKernel"?'],
    ['CAP_SYS_ADMIN', 'when: expected an object; got "CAP_SYS_ADMIN"'],
  ])('does not lose the condition of when and unless: %j', (needed, message) => {
    expect(() => deny.when(untyped(needed), (rules) => rules.allow('read'))).toThrow(message)
    expect(() => deny.unless(untyped(needed), (rules) => rules.allow('read'))).toThrow(
      message.replaceAll('when', 'unless'),
    )
  })

  it('does not lose the rules of when and unless', () => {
    expect(() =>
      deny.when(
        { arches: ['amd64'] },
        untyped(() => {}),
      ),
    ).toThrow('when: the function returns undefined; return the rules')
    expect(() => deny.unless({ arches: ['amd64'] }, untyped(undefined))).toThrow(
      'unless: expected a function',
    )
  })

  it.each([
    [{ default: errno(1), badarch: errno(2) }, 'policy: unknown key "badarch"; did you mean "badArch"?'],
    [{ defaultAction: errno(1) }, 'policy: unknown key "defaultAction"'],
    [
      { default: 'ALLOW' },
      'policy.default: expected allow, deny, kill, log; got "ALLOW"; did you mean "allow"?',
    ],
    [
      {},
      'policy.default: expected allow, deny, kill, log, or an action such as errno("EPERM"); got undefined',
    ],
    [{ default: errno(1), abis: ['x86-64'] }, 'policy.abis[0]: expected the token of an ABI'],
    [
      { default: errno(1), unknown: { action: 'ERRNO', data: 'ENOSIS' } },
      'got "ENOSIS"; did you mean "ENOSYS"?',
    ],
    [
      { default: { action: 'TRACE', data: 'ENOSYS' } },
      'policy.default.data: expected a number, as data of TRACE',
    ],
    [
      { default: { action: 'ERRNO' } },
      'policy.default.data: expected a whole number, 0 to 65535; got undefined',
    ],
    [{ default: errno(1), architectures: 'x86' }, 'policy.architectures: expected a list; got "x86"'],
  ])('begins with options that are known: %#', (options, message) => {
    expect(() => policy(untyped(options))).toThrow(message)
  })

  it.each([
    [['read', errno(1)], 'rule item is an action; only deny takes one'],
    [[['read', 'write']], 'rule item is a list of 2; write the names one by one'],
    [['read', undefined], 'rule item is undefined'],
    [['read', { op: 'EQ', index: 0, vaule: 1n }], 'unknown key "vaule"; did you mean "value"?'],
    [['read', { op: 'EQ', index: 0, value: 1 }], 'condition.value: expected a bigint'],
  ])('has rules of names and conditions: %#', (items, message) => {
    expect(() => deny.allow(...(items as never[]))).toThrow(message)
  })

  it('has rules with an action that is one', () => {
    expect(() => deny.rule(untyped({ action: 'ERRNO' }), 'read')).toThrow(
      'action.data: expected a whole number',
    )
    expect(() => deny.deny(untyped({ action: 'ERNO', data: 1 }), 'read')).toThrow('did you mean "ERRNO"?')
    expect(() => actionVerdict(untyped({ action: 'ERRNO' }))).toThrow('data')
  })

  it.each([
    [loose({ badarch: errno(1) }), 'unknown key "badarch"; did you mean "badArch"?'],
    [ruled({ include: { caps: ['CAP_BPF'] } }), 'rules[0]: unknown key "include"; did you mean "includes"?'],
    [ruled({ includes: { cap: ['CAP_BPF'] } }), 'rules[0].includes: unknown key "cap"; did you mean "caps"?'],
    [ruled({ excludes: { arches: ['amd46'] } }), 'rules[0].excludes.arches[0]'],
    [ruled({ arg: [] }), 'rules[0]: unknown key "arg"; did you mean "args"?'],
    [ruled({ names: [{ name: 'read', sorce: {} }] }), 'rules[0].names[0]: unknown key "sorce"'],
    [ruled({ args: [{ op: 'IN', index: 0, value: 1n }] }), 'unknown key "value"; did you mean "values"?'],
    [ruled({ args: [, { op: 'EQ', index: 0, value: 1n }] }), 'rules[0].args[0]'], // eslint-disable-line no-sparse-arrays -- the case
  ])('as plain data is refused for a key that is not known: %#', (given, message) => {
    expect(() => resolve(given, target({}))).toThrow(message)
    expect(() => resolve(new PolicyBuilder(given), target({}))).toThrow(message)
  })

  it('ignores rules that a caller hands to the constructor of a builder', () => {
    const handed: unknown = Reflect.construct(PolicyBuilder, [deny, unread])
    expect(resolve(untyped(handed), target({})).rules.sections[0]!.rules).toEqual(
      resolve(deny, target({})).rules.sections[0]!.rules,
    )
  })

  it('reads rules that no method of a builder has checked', () => {
    const open = (from: object, rules: unknown): unknown =>
      Reflect.apply(Reflect.get(from, 'with'), from, [rules])
    expect(() => open(deny.allow('write'), unread)).toThrow('unknown key "include"; did you mean "includes"?')

    const names = [{ name: 'read' }]
    const made = open(deny, [Object.freeze({ names, action: errno(2), args: [] })]) as PolicyBuilder
    names.push({ name: 'ptrace' })
    expect(made.rules[0]!.names).toEqual([{ name: 'read' }])
  })

  it.each([1, 2])('reads the rules of what is no builder, and shows others after %i times', (reads) => {
    let times = 0
    const sly = Object.create(PolicyBuilder.prototype, {
      defaultAction: { enumerable: true, value: errno(1) },
      rules: { enumerable: true, get: () => (times++ < reads ? unread : []) },
    }) as PolicyBuilder
    expect(() => resolve(sly.allow('write'), target({}))).toThrow('unknown key "include"')
  })

  it.each<[string, Policy]>([
    ['a class that extends the builder', new Changed(deny)],
    ['a builder made of one', new PolicyBuilder(new Changed(deny))],
  ])('is read again where its rules may be others than those of a builder: %s', (_, given) => {
    expect(() => resolve(given, target({}))).toThrow('unknown key "include"; did you mean "includes"?')
  })

  it('cannot change behind a getter', () => {
    let times = 0
    const sly = loose({
      get defaultAction() {
        times += 1
        return times === 1 ? errno(1) : { action: 'ALLOW', data: 0 }
      },
    })
    const { rules } = resolve(sly, target({}))
    const data = seccompData({ nr: numberOf(x86_64, 'read')!, arch: x86_64.auditArch })
    expect(meaning(rules, data)).toBe(verdictOf('ERRNO', 1))
  })
})

describe('a target in JavaScript', () => {
  it.each([
    [{ caps: ['FOO'] }, 'target.caps[0]: expected a name of capabilities(7); got "FOO"'],
    [{ caps: 'CAP_SYS_ADMIN' }, 'target.caps: expected a list'],
    [{ cap: [] }, 'target: unknown key "cap"; did you mean "caps"?'],
    [{ kernel: '6.1' }, 'target.kernel: expected an object such as { major: 6, minor: 1 }'],
    [{ kernel: { major: 6 } }, 'target.kernel.minor: expected a whole number'],
    [{ unknown: 'FOO' }, 'target.unknown: expected "ENOSYS", or an action such as errno(38); got "FOO"'],
    [{ unknown: { action: 'ERRNO' } }, 'target.unknown.data: expected a whole number'],
    [{ abis: ['x86_64'] }, 'target.abis[0]: expected the table of an ABI, such as abiTable("x86_64")'],
    [{ abis: x86_64 }, 'target.abis: expected a list'],
  ])('is refused where it is none: %j', (patch, message) => {
    expect(() => resolve(deny, untyped({ ...target({}), ...patch }))).toThrow(
      expect.objectContaining({ name: 'PolicyError', message: expect.stringContaining(message) as string }),
    )
  })

  it('is strict or not', () => {
    expect(() => resolve(deny, target({}), untyped({ strict: 'no' }))).toThrow(
      'options.strict: expected true or false',
    )
    expect(() => resolve(deny, target({}), untyped({ strikt: true }))).toThrow('did you mean "strict"?')
  })

  it('has a main ABI that there is', () => {
    expect(() => policyAbis(deny, untyped('__proto__'))).toThrow('main: expected the token of an ABI')
    expect(() => abiTable(untyped('__proto__'))).toThrow('ABI: expected x86_64')
    expect(() => abiTable(untyped('constructor'))).toThrow(TypeError)
  })
})

it('takes no key of Object.prototype for a part of a rule that is checked', () => {
  const polluted = Object.prototype as { source?: unknown }
  polluted.source = { evil: 1 }
  let made: readonly PolicyRule[]
  try {
    made = deny.when({ caps: ['CAP_BPF'] }, (rules) => rules.allow('bpf')).rules
  } finally {
    delete polluted.source
  }
  expect(made.every((rule) => rule.source === undefined)).toBe(true)
})
