/* A policy that is written as TypeScript and loaded again has the same meaning, and prints the same text. */
import { bits } from '@seccompile/constants'
import { policyOf, printPolicy } from '@seccompile/policy'
import { presetNames, presetPolicy } from '@seccompile/presets'
import type { Action, Policy, PolicyRule, SourceComments } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as door from 'seccompile'
import {
  AF_INET,
  AF_UNIX,
  CLONE_NEWNET,
  CLONE_NEWUSER,
  policySource,
  PolicyBuilder,
  resolve,
} from 'seccompile'

/** The policy that the text `source` exports; its imports are resolved. */
function loaded(source: string): Policy {
  const parts =
    /^(?:\/\/.*\n)*import \{\s+([\w,\s]+?),?\s+\} from 'seccompile'\n\nexport default ([^]*)\n$/.exec(source)
  expect(parts, source).not.toBeNull()
  const names = parts![1]!.split(/,\s*/)
  for (const name of names) expect(Object.keys(door), `${source} imports ${name}`).toContain(name)
  const text = `'use strict'; const { ${names.join(', ')} } = door; return ${parts![2]!}`
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the module that we wrote
  return (new Function('door', text) as (given: typeof door) => Policy)(door)
}

const outcome = (policy: Policy, abi: 'x86_64' | 'aarch64'): unknown => {
  try {
    return resolve(policy, { abis: [signedAbiTable(abi)] }).rules
  } catch (error) {
    return (error as Error).message
  }
}

/** Checks that `policy`, printed and loaded again, has the same meaning and prints the same text. */
function expectSame(policy: Policy): void {
  const source = policySource(policy)
  const again = loaded(source)
  for (const abi of ['x86_64', 'aarch64'] as const)
    expect(outcome(again, abi), source).toEqual(outcome(policy, abi))
  expect(policySource(again)).toBe(source)
  const commented = loaded(policySource(policy, commentsOn(policy)))
  expect(outcome(commented, 'x86_64'), source).toEqual(outcome(policy, 'x86_64'))
}

/** Comments with texts that would end a comment, or begin one. */
const commentsOn = ({ rules }: Policy): SourceComments => ({
  head: ['*/ throw 1', 'a\u2028throw 2'],
  rules: rules.map(({ names }) => ({
    above: ['/*', 'b\nthrow 3'],
    beside: names.map(() => 'c\r\u2029throw 4'),
  })),
  end: ['//', '`${throw}'],
})

/** Texts that break a careless quoting. */
const TEXTS = [
  "it's",
  '"',
  '\\',
  "\\'",
  '\\"',
  '12n',
  '"12n"',
  '${x}',
  '`',
  '\n',
  '\u2028',
  '</script>',
  '*/',
  '__proto__',
  '\0',
  '\ud800',
]

const U64 = 2n ** 64n - 1n
const NUMBERS = [0n, 1n, 5n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 63n, U64]
const value = fc.constantFrom(...NUMBERS)
const index = fc.integer({ min: 0, max: 5 })
const rawCondition: fc.Arbitrary<PolicyRule['args'][number]> = fc.oneof(
  fc.record({ op: fc.constantFrom('EQ', 'NE', 'LT', 'LE', 'GT', 'GE'), index, value }),
  fc.record({ op: fc.constant('MASKED_EQ'), index, value, valueTwo: value }),
  fc.record({
    op: fc.constantFrom('IN', 'NOT_IN'),
    index,
    values: fc.constantFrom(
      [{ lo: 1n, hi: 1n }],
      [
        { lo: 0n, hi: 5n },
        { lo: 2n ** 53n, hi: U64 },
      ],
    ),
  }),
)

const action: fc.Arbitrary<Action> = fc.constantFrom<Action>(
  ...(['ALLOW', 'LOG', 'TRAP', 'USER_NOTIF', 'KILL_THREAD', 'KILL_PROCESS'] as const).map((name) => ({
    action: name,
    data: 0,
  })),
  { action: 'ERRNO', data: 0 },
  { action: 'ERRNO', data: 'EPERM' },
  { action: 'ERRNO', data: 'ENOSYS' },
  { action: 'ERRNO', data: 4095 },
  { action: 'TRACE', data: 65535 },
  { action: 'TRAP', data: 7 },
)

type When = NonNullable<PolicyRule['when']>
const compared = (
  argument: string,
  values: fc.Arbitrary<readonly (number | bigint | typeof AF_UNIX)[]>,
): fc.Arbitrary<When> =>
  fc.record({
    kind: fc.constant('argument'),
    argument: fc.constant(argument),
    op: fc.constantFrom('in', 'notIn'),
    values,
  })

/**
 * Calls with conditions by name. The flags of `clone` have another index on some ABIs, and `arg` is also a name of
 * the builder.
 */
const CALLS: readonly (readonly [string, fc.Arbitrary<When>])[] = [
  ['socket', compared('family', fc.subarray([AF_UNIX, AF_INET, 5, 7n], { minLength: 1 }))],
  ['openat', compared('dfd', fc.subarray([-100, -1n, 0, 2 ** 31 - 1], { minLength: 1 }))],
  ['fcntl', compared('arg', fc.subarray<number | bigint>([0, 2n ** 53n, U64], { minLength: 1 }))],
  [
    'clone',
    fc.constantFrom<When>(
      { kind: 'argument', argument: 'clone_flags', op: 'hasAny', values: [CLONE_NEWUSER, CLONE_NEWNET] },
      {
        kind: 'argument',
        argument: 'clone_flags',
        op: 'eq',
        mask: bits(CLONE_NEWUSER, CLONE_NEWNET),
        values: [CLONE_NEWNET],
      },
    ),
  ],
]

const rule: fc.Arbitrary<PolicyRule> = fc.constantFrom(...CALLS).chain(([name, simple]) => {
  const { when } = fc.letrec<{ when: When }>((tie) => ({
    when: fc.oneof(
      { depthSize: 'small' },
      simple,
      rawCondition,
      fc.record({
        kind: fc.constantFrom('all', 'any'),
        of: fc.array(tie('when'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not'), of: tie('when') }),
    ),
  }))
  return fc.record<PolicyRule, 'names' | 'action' | 'args'>(
    {
      names: fc.constantFrom([{ name }], [{ name }, { name: 'no_such_call' }]),
      action,
      args: fc.array(rawCondition, { maxLength: 2 }),
      when,
      abis: fc.constantFrom<PolicyRule['abis']>(['x86_64'], ['aarch64', 'x86_64']),
      includes: fc.constantFrom(
        { caps: ['CAP_SYS_ADMIN'] as const, minKernel: { major: 5, minor: 1 } },
        { arches: ['amd64'] },
      ),
      excludes: fc.constantFrom({ caps: ['CAP_BPF'] as const }, { minKernel: { major: 4, minor: 8 } }),
    },
    { requiredKeys: ['names', 'action', 'args'] },
  )
})

const flat: fc.Arbitrary<Policy> = fc.record<Policy, 'defaultAction' | 'rules' | 'overlaps'>(
  {
    defaultAction: action,
    rules: fc.array(rule, { maxLength: 4 }),
    overlaps: fc.constant('first'),
    name: fc.constantFrom(...TEXTS),
    badArch: action,
    unknown: action,
    abis: fc.constantFrom<NonNullable<Policy['abis']>>(['x86_64'], ['aarch64', 'x86_64']),
    caps: fc.constantFrom<NonNullable<Policy['caps']>>([], ['CAP_SYS_ADMIN']),
    kernel: fc.constant({ major: 6, minor: 1 }),
    architectures: fc.constant(['x86']),
    archMap: fc.constant([{ main: 'x86_64', sub: ['x86'] }]),
    notFor: fc.constantFrom<NonNullable<Policy['notFor']>>(
      [{ abis: ['x32'], reason: "it's" }],
      [{ abis: ['aarch64'], reason: '' }],
    ),
  },
  { requiredKeys: ['defaultAction', 'rules', 'overlaps'] },
)

describe('a policy as TypeScript, loaded again', () => {
  it.each(presetNames)('means the same: the preset %s', (name) => expectSame(presetPolicy(name)))

  it('means the same, whatever its parts are', () => {
    fc.assert(fc.property(flat, expectSame), { numRuns: 150 })
  })

  it('means the same where other policies hold as well', () => {
    const part = flat.map(({ caps: _caps, kernel: _kernel, abis: _abis, ...rest }) => rest as Policy)
    fc.assert(
      fc.property(flat, part, part, (policy, one, other) =>
        expectSame(new PolicyBuilder(policy).intersect(new PolicyBuilder(one).intersect(other))),
      ),
      { numRuns: 50 },
    )
  })

  it.each(TEXTS)('keeps its name: %j', (name) => {
    const again = loaded(policySource({ defaultAction: door.ALLOW, rules: [], name }))
    expect(again.name).toBe(name)
  })

  it('keeps arguments whose names are words of JavaScript, or of the builder', () => {
    for (const argument of [
      'arg',
      'all',
      'new',
      'default',
      'a-b',
      "it's",
      '__proto__',
      'toString',
      '"',
      'eval',
    ]) {
      const when = { kind: 'all', of: [{ kind: 'argument', argument, op: 'eq', values: [1] }, { op: 'EQ', index: 1, value: 2n }] } as const // prettier-ignore
      const policy = policyOf({ defaultAction: door.ALLOW, rules: [{ names: [{ name: 'fcntl' }], action: door.LOG, args: [], when }] }) // prettier-ignore
      expect(printPolicy(loaded(policySource(policy)))).toBe(printPolicy(policy))
    }
  })

  it('runs nothing that stands in the name of a constant', () => {
    for (const constant of ['x; throw 1', 'policy', 'ALLOW', "'", '__proto__', '(() => { throw 1 })()']) {
      const when = { kind: 'argument', argument: 'family', op: 'eq', values: [{ constant, family: 'af', value: 1 }] } as const // prettier-ignore
      const policy = policyOf({ defaultAction: door.ALLOW, rules: [{ names: [{ name: 'socket' }], action: door.LOG, args: [], when }] }) // prettier-ignore
      expectSame(policy)
    }
  })
})
