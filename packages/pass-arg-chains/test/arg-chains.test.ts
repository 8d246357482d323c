import { readFileSync } from 'node:fs'
import { verdictOf } from '@seccompile/abi'
import { runPass } from '@seccompile/pass'
import {
  all,
  ALWAYS,
  any,
  argument,
  LOW_WORD,
  MAX_PREDICATE_DEPTH,
  NEVER,
  print,
  U64,
  verify,
} from '@seccompile/rules'
import type { Predicate, Rule, RuleSet } from '@seccompile/rules'
import { rules } from '@seccompile/rules/test-makers'
import { conformance } from '@seccompile/testkit'
import { resolvedPolicy } from '@seccompile/vectors'
import type { ResolvedCondition } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'
import { argChains } from '@seccompile/pass-arg-chains'

const ALLOW = verdictOf('ALLOW')
const LOG = verdictOf('LOG')
const rule = (nr: number, when: Predicate = ALWAYS, verdict = ALLOW): Rule => ({
  numbers: [{ lo: nr, hi: nr }],
  when,
  verdict,
})
const chained = (...list: Rule[]): readonly Rule[] => runPass(argChains, rules(...list)).sections[0]!.rules
const within = (index: number, lo: bigint, hi = lo): Predicate => argument(index, [{ lo, hi }])
/** The rules and the default as a person reads them, a line each. */
const lines = (printed: RuleSet): readonly string[] =>
  print(printed)
    .split('\n')
    .slice(1, -2)
    .map((line) => line.trim())

conformance(argChains, { runs: 50 })

describe('arg-chains', () => {
  it('does to its example what it says', () => {
    const before = rules(
      rule(41, within(0, 0n, 37n)),
      rule(41, within(0, 39n)),
      rule(41, within(0, 41n, U64.max)),
      rule(135, within(0, 0n)),
      rule(135, within(0, 8n)),
    )
    const after = runPass(argChains, before)
    expect(lines(after)).toEqual([
      '41 when args[0] not in {0x26, 0x28} -> ALLOW',
      '135 when (args[0] & 0xfffffffffffffff7) == 0 -> ALLOW',
      'otherwise -> ERRNO(1)',
    ])
    const essay = readFileSync(new URL('../src/arg-chains.ts', import.meta.url), 'utf8')
    for (const line of [...lines(before), ...lines(after)]) expect(essay).toContain(line)
  })

  it('joins conditions for one verdict, and only those', () => {
    const [a, b] = [within(0, 1n), within(1, 2n)]
    expect(chained(rule(5, b), rule(5, a), rule(6, a))).toEqual([rule(5, any([a, b])), rule(6, a)])
    const input = rules(rule(5, a), rule(5, b, LOG))
    expect(runPass(argChains, input)).toBe(input)
  })

  it('joins a condition with no condition to none', () => {
    expect(chained(rule(5, within(0, 1n)), rule(5))).toEqual([rule(5)])
  })

  it('keeps conditions apart that another verdict stands between', () => {
    const list = [rule(5, within(0, 1n)), rule(5, within(1, 1n), LOG), rule(5, within(0, 3n))]
    expect(chained(...list)).toEqual(list)
  })

  it('joins them when what stood between never holds', () => {
    const never = all([within(0, 1n), within(0, 2n)])
    expect(chained(rule(5, within(0, 1n)), rule(5, never, LOG), rule(5, within(0, 2n)))).toEqual([
      rule(5, within(0, 1n, 2n)),
    ])
  })

  it('drops rules that never hold', () => {
    expect(chained(rule(5, NEVER))).toEqual([])
  })

  it('gives one form to conditions that mean the same', () => {
    const [first, second] = chained(
      rule(5, all([within(0, 1n), any([within(1, 4n), within(1, 3n)])])),
      rule(6, any([all([within(1, 3n), within(0, 1n)]), all([within(0, 1n), within(1, 4n)])])),
    )
    expect(first!.when).toEqual(second!.when)
  })

  it('brings the argument checks of docker-args to one rule a call', () => {
    const policy = resolvedPolicy('docker-args')
    const test = ({ arg, op, val, mask }: ResolvedCondition): Predicate => {
      const value = BigInt(val)
      if (op === 'EQ') return within(arg, value)
      if (op === 'LT') return within(arg, 0n, value - 1n)
      if (op === 'GT') return within(arg, value + 1n, U64.max)
      return argument(arg, [{ lo: value, hi: value }], BigInt(mask!))
    }
    const before = policy.rules.flatMap(({ nr, action, conds }) =>
      conds.map((ands) => rule(nr, all(ands.map(test)), verdictOf(action.action, action.errno ?? 0))),
    )
    expect(before.length).toBeGreaterThan(8)
    expect(lines(runPass(argChains, rules(...before)))).toEqual([
      '41 when args[0] not in {0x26, 0x28} -> ALLOW',
      '56 when (args[0] & 0x7e020000) == 0 -> ALLOW',
      '135 when (args[0] & 0xffffffff00000000) == 0 and ' +
        '((args[0] & 0xffffffff) == 0xffffffff or (args[0] & 0xfffdfff7) == 0) -> ALLOW',
      'otherwise -> ERRNO(1)',
    ])
  })

  it('does not nest conditions deeper than they may be (R6)', () => {
    const nested = (levels: number): Predicate =>
      Array.from({ length: levels }).reduce<Predicate>(
        (inner, _, i) => ({
          kind: i % 2 === 0 ? 'all' : 'any',
          of: [inner, argument(i % 6, [{ lo: BigInt(i), hi: BigInt(i) }], LOW_WORD)],
        }),
        argument(
          0,
          [0n, 8n, 0x20000n, 0x20008n, 0xffff_ffffn].map((v) => ({ lo: v, hi: v })),
        ),
      )
    for (let levels = MAX_PREDICATE_DEPTH - 8; levels <= MAX_PREDICATE_DEPTH; levels += 1) {
      const input = rules(rule(5, nested(levels)), rule(5, nested(levels - 1)))
      expect(verify(input)).toEqual([])
      const after = runPass(argChains, input)
      expect(verify(after)).toEqual([])
      expect(runPass(argChains, after)).toBe(after)
    }
  })

  it('takes 10,000 rules in its stride', () => {
    const calls = Array.from({ length: 5_000 }, (_, i) => rule(i))
    const values = Array.from({ length: 5_000 }, (_, i) => rule(9, within(0, BigInt(3 * i))))
    expect(chained(...values, ...calls)).toHaveLength(5_000)
  })
})
