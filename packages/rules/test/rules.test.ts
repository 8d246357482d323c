import { AUDIT_ARCH, seccompData, verdictOf } from '@seccompile/abi'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  all,
  ALWAYS,
  any,
  argument,
  contains,
  holds,
  meaning,
  print,
  ruleSet,
  size,
  U32,
  U64,
  verify,
  witnesses,
} from '@seccompile/rules'
import type { Predicate, Rule, RuleSet } from '@seccompile/rules'
import { rule } from '@seccompile/rules/test-makers'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)
const arch = AUDIT_ARCH.X86_64
const rules = (...list: Rule[]): RuleSet => ({
  sections: [{ arch, rules: list, otherwise: EPERM }],
  badArch: 0,
})
const socket = argument(0, [
  { lo: 0n, hi: 37n },
  { lo: 39n, hi: 39n },
  { lo: 41n, hi: U64.max },
])

describe('meaning', () => {
  const set = rules(rule(1, 1, ALWAYS, verdictOf('LOG')), rule(0, 5), rule(41, 41, socket))
  it.each([
    ['first match', seccompData({ nr: 1, arch }), verdictOf('LOG')],
    ['end of a range', seccompData({ nr: 5, arch }), ALLOW],
    ['no match', seccompData({ nr: 6, arch }), EPERM],
    ['condition holds', seccompData({ nr: 41, arch, args: [39n] }), ALLOW],
    ['condition fails', seccompData({ nr: 41, arch, args: [40n] }), EPERM],
    ['high word counts', seccompData({ nr: 41, arch, args: [0x1_0000_0028n] }), ALLOW],
    ['another architecture', seccompData({ nr: 1, arch: AUDIT_ARCH.I386 }), 0],
  ])('decides: %s', (_, data, verdict) => {
    expect(meaning(set, data)).toBe(verdict)
  })
})

describe('ruleSet', () => {
  it('yields the very object it was given, frozen all through', () => {
    const set = Object.freeze(
      rules(rule(41, 41, all([socket, any([socket, argument(1, [{ lo: 5n, hi: 5n }])])]))),
    )
    expect(ruleSet(set)).toBe(set)
    const parts: unknown[] = [set]
    for (const part of parts)
      if (typeof part === 'object' && part !== null) {
        expect(part).toSatisfy(Object.isFrozen)
        parts.push(...Object.values(part))
      }
    expect(parts.length).toBeGreaterThan(20)
  })

  it('checks rules again whose fields are inherited, and have changed', () => {
    const { badArch, sections } = rules(rule(0, 1))
    const kept = { badArch, sections }
    const set = ruleSet(Object.create(kept) as typeof kept)
    kept.badArch = -1
    expect(() => ruleSet(set)).toThrow('R3')
    expect(verify(set)).toHaveLength(1)
  })
})

describe('verify', () => {
  const good = rule(0, 1)
  it('accepts every rule set that the generator makes', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), (set) => {
        expect(verify(set)).toEqual([])
      }),
    )
  })
  const test = argument(0, [{ lo: 1n, hi: 1n }]) as Extract<Predicate, { kind: 'argument' }>
  it('reports a number among bigints, and goes on with the set', () => {
    const values = [
      { lo: 0n, hi: 1 as unknown as bigint },
      { lo: 3n, hi: 3n },
    ]
    const found = verify(rules({ ...good, when: { ...test, values } })).map(({ invariant }) => invariant)
    expect(found).toEqual(['R1'])
  })
  let deep: Predicate = test
  for (let i = 0; i < 70; i += 1) deep = { kind: 'all', of: [deep] }
  it.each<[string, RuleSet]>([
    ['R1', rules({ ...good, numbers: [{ lo: 2, hi: 1 }] })],
    ['R1', rules({ ...good, numbers: [{ lo: 0, hi: 2 ** 32 }] })],
    ['R1', rules({ ...good, numbers: [{ lo: 0.5, hi: 1 }] })],
    ['R2', rules({ ...good, numbers: [] })],
    [
      'R2',
      rules({
        ...good,
        numbers: [
          { lo: 0, hi: 1 },
          { lo: 2, hi: 3 },
        ],
      }),
    ],
    [
      'R2',
      rules({
        ...good,
        numbers: [
          { lo: 5, hi: 6 },
          { lo: 1, hi: 1 },
        ],
      }),
    ],
    ['R3', rules({ ...good, verdict: -1 })],
    ['R3', { ...rules(good), badArch: 2 ** 32 }],
    ['R4', { sections: [], badArch: 0 }],
    ['R4', { sections: [rules(good).sections[0]!, rules(good).sections[0]!], badArch: 0 }],
    ['R5', rules({ ...good, when: { ...test, index: 6 } })],
    ['R5', rules({ ...good, when: { ...test, mask: 1n << 64n } })],
    ['R5', rules({ ...good, when: { ...test, mask: 0n, values: [{ lo: 0n, hi: 0n }] } })],
    ['R5', rules({ ...good, when: { ...test, mask: 1n, values: [{ lo: 2n, hi: 2n }] } })],
    ['R6', rules({ ...good, when: deep })],
  ])('reports %s', (invariant, set) => {
    expect(verify(set).map((problem) => problem.invariant)).toEqual([invariant])
    expect(() => ruleSet(set)).toThrow(`(${invariant})`)
  })
})

describe('print and size', () => {
  it('show a rule a line, named where a name is known', () => {
    const set = rules(rule(0, 1), rule(41, 41, socket))
    expect(print(set, { nameOf: (_, nr) => ['read', 'write'][nr] })).toBe(
      [
        'arch X86_64',
        '  read..write -> ALLOW',
        '  41 when args[0] not in {0x26, 0x28} -> ALLOW',
        '  otherwise -> ERRNO(1)',
        'bad arch -> KILL_THREAD',
        '',
      ].join('\n'),
    )
    expect(size(set)).toBe(5)
  })
})

describe('witnesses', () => {
  it('stand on both sides of every number edge', () => {
    const numbers = new Set(
      witnesses(rules(rule(10, 20)))
        .filter((w) => w.arch === arch)
        .map(({ nr }) => nr),
    )
    for (const nr of [9, 10, 20, 21]) expect(numbers).toContain(nr)
  })

  it('reach a condition whose rule also tests another argument', () => {
    const both = all([argument(0, [{ lo: 7n, hi: 7n }]), argument(3, [{ lo: 0x1_0000_0000n, hi: U64.max }])])
    const verdicts = witnesses(rules(rule(5, 5, both))).map(({ args }) => [args[0] === 7n, args[3]] as const)
    expect(verdicts).toContainEqual([true, 0x1_0000_0000n])
    expect(verdicts).toContainEqual([true, 0xffff_ffffn])
  })

  it('drive every rule to match and not to match, wherever it can', () => {
    const reach = any([argument(0, [{ lo: 1n, hi: 1n }]), argument(1, [{ lo: 2n, hi: 2n }], 0xfn)])
    const set = rules(rule(1, 1, argument(0, [{ lo: 1n, hi: 1n }]), 0), rule(0, 2, reach), rule(2, 3))
    const calls = witnesses(set)
    for (const { numbers, when } of set.sections[0]!.rules) {
      const on = calls.filter(({ nr }) => contains(numbers, nr))
      expect(on.some(({ args }) => holds(when, args))).toBe(true)
      expect(on.some(({ args }) => !holds(when, args))).toBe(when !== ALWAYS)
    }
  })

  it('stand in a fixed order: numbers of each section, then every other architecture', () => {
    const others = [0, U32.max, (arch ^ 1) >>> 0, (arch ^ 0x8000_0000) >>> 0]
    expect(witnesses(rules(rule(10))).map((w) => [w.nr, w.arch])).toEqual([
      ...[0, U32.max, 9, 10, 11].map((nr) => [nr, arch]),
      ...others.flatMap((other) => [0, U32.max].map((nr) => [nr, other])),
    ])
  })
})
