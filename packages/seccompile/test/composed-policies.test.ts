/* Policies made of policies, held against the prover, which works on diagrams and shares no code with the builder. */
import { verdictOf } from '@seccompile/abi'
import { equal, intersect, subset } from '@seccompile/prover'
import { RuleList } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AF_INET,
  AF_UNIX,
  arg,
  CLONE_NEWNET,
  CLONE_NEWUSER,
  errno,
  policy,
  resolve,
  LOG,
  trace,
} from 'seccompile'
import type { Action, Policy, PolicyBuilder } from 'seccompile'

const ir = (rules: RuleSet) => ({ level: 'rules', ir: rules }) as const
const rulesOf = (source: Policy, abi: AbiToken = 'x86_64'): RuleSet =>
  resolve(source, { abis: [signedAbiTable(abi)] }).rules

function expectEqual(one: RuleSet, other: RuleSet): void {
  expect(equal(ir(one), ir(other))).toMatchObject({ kind: 'equal' })
}
const isWithin = (one: Policy, other: Policy): string => subset(ir(rulesOf(one)), ir(rulesOf(other))).kind

/** A rule, as a function that adds it to a builder. */
type Write = (to: PolicyBuilder, action: Action) => PolicyBuilder
const WRITES: readonly Write[] = [
  (to, action) => to.rule(action, 'read', 'write'),
  (to, action) => to.rule(action, 'write', 'socket'),
  (to, action) => to.rule(action, 'socket', ({ family }) => family.notIn(AF_UNIX)),
  (to, action) => to.rule(action, 'socket', ({ family }) => family.in(AF_INET, 0, 0x7fff_ffff, -1)),
  (to, action) =>
    to.rule(action, 'clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER, CLONE_NEWNET)),
  (to, action) =>
    to.rule(action, 'clone', ({ clone_flags }) => clone_flags.hasAll(CLONE_NEWUSER, CLONE_NEWNET)),
  (to, action) => to.rule(action, 'socket', arg(0).in(0, [2, 10], 0x1_0000_0002), arg(1).maskedEq(0xf, 1)),
  (to, action) => to.on(['x86_64'], (rules) => rules.rule(action, 'close', ({ fd }) => fd.le(2))),
  (to, action) => to.on(['aarch64'], (rules) => rules.rule(action, 'close')),
]
const writes = fc.array(fc.constantFrom(...WRITES), { maxLength: 5 })
const action = fc.constantFrom<Action>(
  ...(['ALLOW', 'LOG', 'TRAP', 'KILL_PROCESS'] as const).map((name) => ({ action: name, data: 0 })),
  errno('EPERM'),
  errno('ENOSYS'),
)

/** A policy whose rules have actions of any kind. The first rule that holds decides. */
const mixed = fc
  .record({
    otherwise: action,
    rules: fc.array(fc.tuple(fc.constantFrom(...WRITES), action), { maxLength: 5 }),
  })
  .map(({ otherwise, rules }) =>
    rules.reduce((to, [write, each]) => write(to, each), policy({ default: otherwise, overlaps: 'first' })),
  )
const written = (base: PolicyBuilder, list: readonly Write[], each: Action): PolicyBuilder =>
  list.reduce((to, write) => write(to, each), base)

describe('intersect', () => {
  it('gives each call the stricter verdict, as the prover intersects', () => {
    fc.assert(
      fc.property(mixed, mixed, (one, other) => {
        const both = rulesOf(one.intersect(other))
        // For equal actions, the prover prefers the newer filter, its second argument.
        const proved = intersect(ir(rulesOf(other)), ir(rulesOf(one)))
        if (proved.kind !== 'rules') throw new Error(proved.kind)
        expectEqual(both, proved.rules)
        expect(isWithin(one.intersect(other), one)).toBe('subset')
      }),
      { numRuns: 60 },
    )
  })

  it('joins more than two, in any grouping', () => {
    fc.assert(
      fc.property(mixed, mixed, mixed, (one, two, three) =>
        expectEqual(
          rulesOf(one.intersect(two).intersect(three)),
          rulesOf(one.intersect(two.intersect(three))),
        ),
      ),
      { numRuns: 30 },
    )
  })
})

describe('restrict', () => {
  it('takes from a policy what its rules refuse, and nothing else', () => {
    fc.assert(
      fc.property(mixed, writes, (base, list) => {
        const refusing = written(policy({ default: 'allow' }), list, errno('EPERM'))
        const restricted = base.restrict((rules) => new RuleList([...rules.rules, ...refusing.rules]))
        expectEqual(rulesOf(restricted), rulesOf(base.intersect(refusing)))
        expect(isWithin(restricted, base)).toBe('subset')
      }),
      { numRuns: 40 },
    )
  })
})

describe('extend', () => {
  const refusing = (list: readonly Write[]): PolicyBuilder =>
    written(policy({ default: 'allow' }), list, errno('EPERM'))
  const allowing = (list: readonly Write[]): PolicyBuilder =>
    written(policy({ default: 'deny' }), list, { action: 'ALLOW', data: 0 })

  it('refuses what one of two policies refuses', () => {
    fc.assert(
      fc.property(writes, writes, (one, other) =>
        expectEqual(
          rulesOf(refusing(one).extend(refusing(other))),
          rulesOf(refusing(one).intersect(refusing(other))),
        ),
      ),
      { numRuns: 40 },
    )
  })

  it('allows what one of two policies allows', () => {
    fc.assert(
      fc.property(writes, writes, (one, other) => {
        const both = allowing(one).extend(allowing(other))
        expectEqual(rulesOf(both), rulesOf(allowing([...one, ...other])))
        expect(isWithin(allowing(one), both)).toBe('subset')
        expect(isWithin(allowing(other), both)).toBe('subset')
      }),
      { numRuns: 40 },
    )
  })
})

describe('on', () => {
  it('adds rules for its ABIs and for no others', () => {
    const base = policy({ default: 'allow' }).deny('read')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WRITES.slice(0, 7)), { maxLength: 4 }), (list) => {
        const all = written(base, list, errno('EPERM'))
        const some = base.on(['aarch64'], (rules) => new RuleList([...rules.rules, ...all.rules.slice(1)]))
        expectEqual(rulesOf(some, 'aarch64'), rulesOf(all, 'aarch64'))
        expectEqual(rulesOf(some), rulesOf(base))
      }),
      { numRuns: 30 },
    )
  })
})

it('refuses policies that have too many conditions on one call together', () => {
  const many = (index: 0 | 1, name: string, actions: readonly [Action, Action]): PolicyBuilder =>
    Array.from({ length: 300 }, (_, i) => i).reduce<PolicyBuilder>(
      (to, i) => to.rule(actions[i % 2]!, 'socket', arg(index).eq(i)),
      policy({ default: 'allow', overlaps: 'first', name }),
    )
  const mine = many(0, 'mine', [LOG, trace(1)])
  expect(() => rulesOf(mine.intersect(many(1, 'theirs', [errno(1), errno(2)])))).toThrow(
    /^"theirs" and other parts of the policy have conditions on the same calls, and more than 50000 pairs of conditions; test fewer values/,
  )
  const small = mine.intersect(policy({ default: 'allow' }).deny('socket', arg(1).eq(5)))
  expect(rulesOf(small).badArch).toBe(verdictOf('KILL_THREAD'))
})
