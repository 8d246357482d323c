import { readFileSync } from 'node:fs'
import { AUDIT_ARCH, seccompData, verdictOf } from '@seccompile/abi'
import { longestPath, meaning, print, size } from '@seccompile/decision'
import { runPass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { ALWAYS, argument, U32, U64 } from '@seccompile/rules'
import type { Predicate, Rule, RuleSet } from '@seccompile/rules'
import { conformance } from '@seccompile/testkit'
import { describe, expect, it } from 'vitest'
import { libseccompList, libseccompTree } from '@seccompile/pass-libseccomp-shapes'

const ALLOW = verdictOf('ALLOW')
const rule = (lo: number, hi = lo, when: Predicate = ALWAYS, verdict = ALLOW): Rule => ({
  numbers: [{ lo, hi }],
  when,
  verdict,
})
const rules = (...list: Rule[]): RuleSet => ({
  sections: [{ arch: AUDIT_ARCH.X86_64, rules: list, otherwise: verdictOf('ERRNO', 1) }],
  badArch: verdictOf('KILL_THREAD'),
})
const within = (lo: bigint, hi: bigint, mask?: bigint): Predicate => argument(0, [{ lo, hi }], mask)
type ShapePass = Pass<'rules', 'decision'>
/** The tests of `shape` as text, without those of `arch`. */
const testsOf = (shape: ShapePass, ...list: Rule[]): readonly string[] =>
  print(runPass(shape, rules(...list)))
    .split('\n')
    .flatMap((line) => /(?<=: )[^?]*(?= \?)/.exec(line)?.[0] ?? [])
    .slice(1)

const shapes = [libseccompList, libseccompTree] as const
for (const shape of shapes) conformance(shape, { runs: 60 })

describe.each([
  [libseccompList, [rule(41, 41, within(1n, 1n)), rule(39)]],
  [libseccompTree, [1, 2, 4, 6, 8].map((nr) => rule(nr))],
] as const)('$name', (shape, list) => {
  it('lays its example out as it says', () => {
    const text = print(runPass(shape, rules(...list)))
    const essay = readFileSync(new URL(`../src/${shape.name}.ts`, import.meta.url), 'utf8')
    for (const line of text.trimEnd().split('\n')) expect(essay).toContain(line)
    expect(essay.match(/n\d+: /g)).toHaveLength(size(runPass(shape, rules(...list))))
  })
})

describe.each(shapes)('$name', (shape) => {
  it('tests ranges before calls, and keeps -1 out of the numbers of x32 by an equality', () => {
    const x32 = rule(0x4000_0000, U32.max - 1, ALWAYS, verdictOf('KILL_THREAD'))
    expect(testsOf(shape, rule(5), x32)).toEqual(['nr >= 0x40000000', 'nr == 0xffffffff', 'nr == 5'])
  })

  it('is done with a call whose condition fails, or goes on with its next rule', () => {
    const root = runPass(
      shape,
      rules(rule(7, 7, within(1n, 1n), verdictOf('LOG')), rule(7, 7, within(2n, 2n)), rule(8)),
    )
    const verdicts = [1n, 2n, 3n].map((arg) =>
      meaning(root, seccompData({ nr: 7, arch: AUDIT_ARCH.X86_64, args: [arg] })),
    )
    expect(verdicts).toEqual([verdictOf('LOG'), ALLOW, verdictOf('ERRNO', 1)])
  })

  it('tests a high word once for all low words that go with it, the highest first', () => {
    const some = argument(
      0,
      [0n, 8n, 0x2_0000n].map((value) => ({ lo: value, hi: value })),
    )
    expect(testsOf(shape, rule(135, 135, some)).slice(1)).toEqual([
      'args[0].high == 0',
      'args[0].low == 0x20000',
      'args[0].low == 8',
      'args[0].low == 0',
    ])
  })

  it.each([
    [
      'at least',
      within(0x1_0000_0005n, U64.max),
      ['args[0].high == 1', 'args[0].low >= 5', 'args[0].high >= 2'],
    ],
    ['at most', within(0n, 0x1_0000_0005n), ['args[0].high == 0', 'args[0].high == 1', 'args[0].low > 5']],
    ['a high word or more', within(1n << 32n, U64.max), ['args[0].high >= 1']],
    ['bits of the low word', within(0n, 5n, 0x7e02_0007n), ['(args[0].low & 0x7e020007) > 5']],
    [
      'bits of both',
      within(8n, 8n, 0xf_0000_0008n),
      ['(args[0].high & 0xf) == 0', '(args[0].low & 0x8) == 8'],
    ],
  ])('tests no more of an argument than it takes: %s', (_, when, tests) => {
    expect(testsOf(shape, rule(1, 1, when)).slice(1)).toEqual(tests)
  })
})

describe('libseccomp-list', () => {
  it('keeps the order of the rules, but for calls with conditions, the more the later', () => {
    const two = argument(0, [
      { lo: 1n, hi: 1n },
      { lo: 1n << 40n, hi: 1n << 40n },
    ])
    const tests = testsOf(libseccompList, rule(9, 9, two), rule(7, 7, within(1n, 1n)), rule(8), rule(2))
    expect(tests.filter((test) => test.startsWith('nr'))).toEqual([
      'nr == 8',
      'nr == 2',
      'nr == 7',
      'nr == 9',
    ])
  })
})

describe('libseccomp-tree', () => {
  it.each([[1, 1], [4, 4], [5, 5], [16, 6], [64, 8], [65, 9], [306, 11]])(
    'has the depth of a tree over leaves of four of %i calls', (count, depth) => {
      const list = Array.from({ length: count }, (_, nr) => rule(nr))
      expect(longestPath(runPass(libseccompTree, rules(...list)))).toBe(1 + depth)
    },
  ) // prettier-ignore
})
