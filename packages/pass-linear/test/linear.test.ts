import { readFileSync } from 'node:fs'
import { AUDIT_ARCH, seccompData, verdictOf } from '@seccompile/abi'
import { longestPath, meaning, print, size } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { runPass } from '@seccompile/pass'
import { all, any, argument, LOW_WORD, NEVER, U32, U64 } from '@seccompile/rules'
import type { Predicate, Rule } from '@seccompile/rules'
import { rule, rules } from '@seccompile/rules/test-makers'
import { conformance } from '@seccompile/testkit'
import { describe, expect, it } from 'vitest'
import { linear } from '@seccompile/pass-linear'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)
const lay = (...list: Rule[]): Decision => runPass(linear, rules(...list))
/** The tests in the graph of one rule with `when`, as text, in order. */
const testsOf = (when: Predicate): readonly string[] =>
  print(lay(rule(0, U32.max, when)))
    .split('\n')
    .flatMap((line) => /\(?args[^?]*(?= \?)/.exec(line)?.[0] ?? [])
const within = (lo: bigint, hi: bigint, mask?: bigint): Predicate => argument(0, [{ lo, hi }], mask)

conformance(linear, { runs: 60 })

describe('linear', () => {
  it('lays its example out as it says', () => {
    const text = print(lay(rule(0), rule(5, 8)))
    const essay = readFileSync(new URL('../src/linear.ts', import.meta.url), 'utf8')
    expect(text).toBe(
      [
        'n0: arch == X86_64 ? n1 : n6',
        'n1: nr == 0 ? n4 : n2',
        'n2: nr >= 5 ? n3 : n5',
        'n3: nr > 8 ? n5 : n4',
        'n4: ALLOW',
        'n5: ERRNO(1)',
        'n6: KILL_THREAD',
        '',
      ].join('\n'),
    )
    for (const line of text.trimEnd().split('\n')) expect(essay).toContain(line)
  })

  it('tests architectures in the order of the sections', () => {
    const [section] = rules().sections
    const two = [AUDIT_ARCH.I386, AUDIT_ARCH.X86_64].map((arch) => ({ ...section!, arch }))
    const text = print(linear.run({ ...rules(), sections: two }, undefined as never))
    expect(text.indexOf('arch == I386')).toBeLessThan(text.indexOf('arch == X86_64'))
  })

  it('takes one test for a number, two for a range and one for a range that ends where numbers do', () => {
    const costs = [
      [5, 5],
      [5, 6],
      [0, 6],
      [6, U32.max],
      [0, U32.max],
    ].map(([lo, hi]) => longestPath(lay(rule(lo!, hi))) - 1)
    expect(costs).toEqual([1, 2, 1, 1, 0])
  })

  it('executes one test more for every call further down a list of 306', () => {
    const root = lay(...Array.from({ length: 306 }, (_, i) => rule(2 * i)))
    expect(longestPath(root)).toBe(1 + 306)
    expect(size(root)).toBe(1 + 306 + 3)
  })

  it('goes on with the next rule where a condition fails', () => {
    const one = within(1n, 1n)
    const root = lay(rule(7, 7, one, verdictOf('LOG')), rule(7, 7, within(2n, 2n)), rule(7, 7, NEVER))
    const verdicts = [1n, 2n, 3n].map((arg) =>
      meaning(root, seccompData({ nr: 7, arch: AUDIT_ARCH.X86_64, args: [arg] })),
    )
    expect(verdicts).toEqual([verdictOf('LOG'), ALLOW, EPERM])
  })

  it('compares 64 bits by the high word, and the low word where those are equal', () => {
    expect(testsOf(within(0x1_0000_0005n, 0x1_0000_0005n))).toEqual(['args[0].high == 1', 'args[0].low == 5'])
    expect(testsOf(within(0x1_0000_0005n, U64.max))).toEqual([
      'args[0].high > 1',
      'args[0].high == 1',
      'args[0].low >= 5',
    ])
    expect(testsOf(within(0n, 0x1_0000_0005n))).toEqual([
      'args[0].high > 1',
      'args[0].high == 1',
      'args[0].low > 5',
    ])
  })

  it('leaves out word tests whose outcome is known', () => {
    expect(testsOf(within(0n, LOW_WORD))).toEqual(['args[0].high > 0'])
    expect(testsOf(within(0x1_0000_0000n, U64.max))).toEqual(['args[0].high > 1', 'args[0].high == 1'])
  })

  it('reads no word that the mask leaves out', () => {
    expect(testsOf(within(5n, 9n, LOW_WORD))).toEqual(['args[0].low >= 5', 'args[0].low > 9'])
    expect(testsOf(within(8n, 8n, 0xf8n))).toEqual(['(args[0].low & 0xf8) == 8'])
    expect(testsOf(within(1n << 32n, 1n << 32n, 1n << 32n))).toEqual(['(args[0].high & 0x1) == 1'])
  })

  it('knows that a value outside the mask never comes', () => {
    expect(lay(rule(0, U32.max, within(1n, 1n, 2n)))).toEqual(lay())
  })

  it('tries the parts of a condition in order', () => {
    const is = (index: number, value: bigint): Predicate =>
      argument(index, [{ lo: value, hi: value }], LOW_WORD)
    const words = testsOf(any([all([is(3, 1n), is(1, 2n)]), is(0, 3n)]))
    expect(words).toEqual(['args[3].low == 1', 'args[1].low == 2', 'args[0].low == 3'])
  })

  it('lays out 10,000 rules', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => rule(3 * i + 1, 3 * i + 2))
    expect(longestPath(lay(...many))).toBe(1 + 2 * 10_000)
  })
})
