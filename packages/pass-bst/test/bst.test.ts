import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { longestPath, print, size } from '@seccompile/decision'
import { createMemo, runPass } from '@seccompile/pass'
import { all, ALWAYS, any, argument, LOW_WORD, U64 } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { is, rule, rules } from '@seccompile/rules/test-makers'
import { conformance } from '@seccompile/testkit'
import { describe, expect, it } from 'vitest'
import { bst } from '@seccompile/pass-bst'

const EPERM = verdictOf('ERRNO', 1)

conformance(bst, { runs: 60 })

describe('bst', () => {
  it('lays its example out as it says', () => {
    const root = runPass(bst, rules(rule(0), rule(1), rule(2, 2, ALWAYS, verdictOf('ERRNO', 38))))
    expect(print(root)).toBe(
      [
        'n0: arch == X86_64 ? n1 : n6',
        'n1: nr >= 2 ? n2 : n5',
        'n2: nr == 2 ? n3 : n4',
        'n3: ERRNO(38)',
        'n4: ERRNO(1)',
        'n5: ALLOW',
        'n6: KILL_THREAD',
        '',
      ].join('\n'),
    )
  })

  it('looks for no short tree where a condition alone passes the longest path', () => {
    const deep = rule(
      300,
      300,
      any(Array.from({ length: 60 }, (_, i) => is(i % 6, BigInt(i) << 20n, 0xfffffffffn << BigInt(i % 28)))),
    )
    const others = Array.from({ length: 60 }, (_, i) => rule(3 * i))
    // The same tree as without a bound.
    expect(print(runPass(bst, rules(...others, deep), { maxPath: 20 }))).toBe(
      print(runPass(bst, rules(...others, deep))),
    )
  })

  it('searches once for runs with one memo and one context', () => {
    const memo = createMemo()
    const weigh = (): number => 1
    const given = rules(rule(0), rule(2, 9), rule(12, 12, ALWAYS, EPERM))
    const first = runPass(bst, given, { memo, weigh })
    expect(runPass(bst, given, { memo, weigh })).toBe(first)
    for (const other of [{ insnCost: 1 }, { effort: 'max' }, { maxPath: 30 }, { weigh: () => 2 }] as const)
      expect(runPass(bst, given, { memo, weigh, ...other })).not.toBe(first)
  })

  it('asks nothing of a section that decides all alike', () => {
    expect(size(runPass(bst, rules(rule(3, 3, ALWAYS, EPERM))))).toBe(3)
  })

  it.each([Number.NaN, -1, 1e308])('refuses %d as a weight, which no search can use', (weight) => {
    expect(() => runPass(bst, rules(rule(0, 9)), { weigh: () => weight })).toThrow(
      expect.objectContaining({
        name: 'PassError',
        cause: expect.objectContaining({
          message: expect.stringMatching(
            /^weigh\(\) yields \S+ for 0 to 9; expected a number from 0/,
          ) as string,
        }) as Error,
      }),
    )
  })

  it('costs the logarithm of 306 calls, not their number', () => {
    const calls = Array.from({ length: 306 }, (_, i) => rule(2 * i))
    expect(longestPath(runPass(bst, rules(...calls)))).toBeLessThanOrEqual(11)
  })

  it('keeps every path within the bound, where that can be had', () => {
    const calls = rules(...Array.from({ length: 64 }, (_, i) => rule(2 * i)))
    // 127 ranges: two tests of arch and its load, a load of the number, seven tests, and the return.
    const heavyFirst = (_: number, { lo, hi }: { lo: number; hi: number }): number => 4 ** -lo + hi * 1e-30
    const plain = runPass(bst, calls, { weigh: heavyFirst })
    expect(longestPath(plain)).toBeGreaterThan(20)
    expect(longestPath(runPass(bst, calls, { weigh: heavyFirst, maxPath: 12 }))).toBeLessThanOrEqual(9)
    expect(longestPath(runPass(bst, calls, { weigh: heavyFirst, maxPath: 3 }))).toBeLessThanOrEqual(9)
  })

  it('finds the heavier architecture first, and among equals the earlier', () => {
    const sections = [AUDIT_ARCH.X86_64, AUDIT_ARCH.I386].map((arch) => ({
      arch,
      rules: [rule(1), rule(5)],
      otherwise: EPERM,
    }))
    const two: RuleSet = { sections, badArch: verdictOf('KILL_THREAD') }
    expect(print(runPass(bst, two))).toMatch(/^n0: arch == X86_64/)
    const x86 = (arch: number): number => (arch === AUDIT_ARCH.I386 ? 1 : 0.5)
    expect(print(runPass(bst, two, { weigh: x86 }))).toMatch(/^n0: arch == I386/)
  })

  it('leaves the conditions of a call in a row, in the order of matching', () => {
    const when = all([is(1, 2n), any([is(0, 1n), is(0, 3n, LOW_WORD)])])
    const text = print(runPass(bst, rules(rule(41, 41, when), rule(41, 41, is(5, 0n), verdictOf('LOG')))))
    expect(text.match(/args\[\d\]\.\w+/g)).toEqual([
      'args[1].high',
      'args[1].low',
      'args[0].high',
      'args[0].low',
      'args[0].low',
      'args[5].high',
      'args[5].low',
    ])
  })

  it('shares equal conditions of different calls', () => {
    const when = any([is(0, 1n), is(1, 2n)])
    const one = size(runPass(bst, rules(rule(10, 11, when))))
    expect(size(runPass(bst, rules(rule(10, 10, when), rule(11, 11, when))))).toBe(one)
  })

  it('makes what weighs most cheapest', () => {
    const calls = rules(...Array.from({ length: 64 }, (_, i) => rule(2 * i)))
    const weigh = (_: number, { lo, hi }: { lo: number; hi: number }): number =>
      lo <= 126 && 126 <= hi ? 1e6 : 1
    const depthOf = (root: ReturnType<typeof bst.run>, nr: number): number => {
      let depth = 0
      let node = root
      for (; node.kind === 'test'; depth += 1) {
        const value = node.word === 1 ? AUDIT_ARCH.X86_64 : nr
        node = (node.op === 'eq' ? value === node.k : value >= node.k) ? node.then : node.else
      }
      return depth
    }
    expect(depthOf(runPass(bst, calls, { weigh }), 126)).toBeLessThan(depthOf(runPass(bst, calls), 126))
    expect(depthOf(runPass(bst, calls, { weigh }), 126)).toBeLessThanOrEqual(3)
  })

  /** A value with pseudo-random bits. */
  const scattered = (i: number): bigint => BigInt.asUintN(64, BigInt(i + 1) * 0x9e37_79b9_7f4a_7c15n)

  it('tests conditions one after the other that no small diagram holds', () => {
    const masks = Array.from({ length: 100 }, (_, i) => scattered(i) | 1n)
    const root = runPass(bst, rules(rule(16, 16, any(masks.map((mask) => is(1, 1n, mask))))))
    // Two words for each condition, and for some a test of one bit before them.
    expect(size(root)).toBeLessThan(3 * masks.length)
    const bits = Array.from({ length: 30 }, (_, i) => 1n << BigInt(i))
    const pairs = any(bits.map((bit) => all([is(1, bit, bit), is(2, bit, bit)])))
    expect(size(runPass(bst, rules(rule(16, 16, pairs))))).toBeLessThan(70)
  })

  it('takes rules in a row where their diagram takes twice the tests', () => {
    const pairs = Array.from({ length: 400 }, (_, i) => all([is(0, BigInt(i % 20)), is(1, scattered(i))]))
    expect(size(runPass(bst, rules(rule(16, 16, any(pairs)))))).toBeLessThan(4 * 400 + 100)
  })

  it('tests a range of an argument and another mask of it apart (soak, seed 72113566)', () => {
    const range = argument(5, [{ lo: 0x8000_0000n, hi: 0x1_0000_0000n }])
    const when = all([range, is(5, 0x1_0000_0000n, 0x65f9_f7eb_6cf9_3fc1n)])
    const root = runPass(bst, rules(rule(7, 7, any([when, is(0, 0xffff_ffffn, LOW_WORD)]))))
    expect(size(root)).toBeLessThan(40)
    const not = all([
      argument(5, [
        { lo: 0n, hi: 3n },
        { lo: 5n, hi: 0x7fff_ffffn },
        { lo: 0x1_0000_0001n, hi: U64.max },
      ]),
      argument(
        5,
        [
          { lo: 0n, hi: 0xffff_ffffn },
          { lo: 0x1_0000_0001n, hi: 0x65f9_f7eb_6cf9_3fc1n },
        ],
        0x65f9_f7eb_6cf9_3fc1n,
      ),
    ])
    expect(size(runPass(bst, rules(rule(7, 7, not))))).toBeLessThan(40)
  })

  it('finds its way through rules in a row that are thousands of tests deep', () => {
    const masks = Array.from({ length: 2500 }, (_, i) => scattered(i) | 1n)
    const root = runPass(bst, rules(rule(16, 16, any(masks.map((mask) => is(1, 1n, mask))))), { maxPath: 9 })
    expect(longestPath(root)).toBeGreaterThan(2500)
  })

  it('looks only at low words under a low mask', () => {
    expect(print(runPass(bst, rules(rule(1, 1, is(2, 7n, LOW_WORD)))))).not.toContain('high')
  })
})
