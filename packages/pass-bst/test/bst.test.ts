import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { longestPath, print, size } from '@seccompile/decision'
import { runPass } from '@seccompile/pass'
import { ALWAYS, argument, any, LOW_WORD, U64 } from '@seccompile/rules'
import type { Predicate, Rule, RuleSet } from '@seccompile/rules'
import { conformance } from '@seccompile/testkit'
import { describe, expect, it } from 'vitest'
import { bst } from '@seccompile/pass-bst'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)
const rule = (lo: number, hi = lo, when: Predicate = ALWAYS, verdict = ALLOW): Rule => ({
  numbers: [{ lo, hi }],
  when,
  verdict,
})
const rules = (...list: Rule[]): RuleSet => ({
  sections: [{ arch: AUDIT_ARCH.X86_64, rules: list, otherwise: EPERM }],
  badArch: verdictOf('KILL_THREAD'),
})
const is = (index: number, value: bigint, mask?: bigint): Predicate =>
  argument(index, [{ lo: value, hi: value }], mask)

conformance(bst)

describe('bst', () => {
  it('lays its example out as it says', () => {
    const root = runPass(bst, rules(rule(0), rule(1), rule(2, 2, ALWAYS, verdictOf('ERRNO', 38))))
    expect(print(root)).toBe(
      [
        'n0: arch == X86_64 ? n1 : n6',
        'n1: nr >= 2 ? n2 : n5',
        'n2: nr >= 3 ? n3 : n4',
        'n3: ERRNO(1)',
        'n4: ERRNO(38)',
        'n5: ALLOW',
        'n6: KILL_THREAD',
        '',
      ].join('\n'),
    )
  })

  it('asks nothing of a section that decides all alike', () => {
    expect(size(runPass(bst, rules(rule(3, 3, ALWAYS, EPERM))))).toBe(3)
  })

  it('costs the logarithm of 306 calls, not their number', () => {
    const calls = Array.from({ length: 306 }, (_, i) => rule(2 * i))
    expect(longestPath(runPass(bst, rules(...calls)))).toBeLessThanOrEqual(11)
  })

  it('tests "not 38 and not 40" by two equalities and one high word', () => {
    const socket = argument(0, [
      { lo: 0n, hi: 37n },
      { lo: 39n, hi: 39n },
      { lo: 41n, hi: U64.max },
    ])
    const text = print(runPass(bst, rules(rule(41, 41, socket))))
    expect(text.match(/args\[0\]\.low == /g)).toHaveLength(2)
    expect(text.match(/args\[0\]\.high/g)).toHaveLength(1)
  })

  it('tests "no bit of a mask" by one `set`', () => {
    const clone = is(0, 0n, 0x7e02_0000n)
    const text = print(runPass(bst, rules(rule(56, 56, clone))))
    expect(text).toContain('args[0].low & 0x7e020000 ?')
    expect(text).not.toContain('args[0].high')
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

  it('looks only at low words under a low mask', () => {
    expect(print(runPass(bst, rules(rule(1, 1, is(2, 7n, LOW_WORD)))))).not.toContain('high')
  })
})
