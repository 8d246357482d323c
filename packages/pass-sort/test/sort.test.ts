import { readFileSync } from 'node:fs'
import { verdictOf } from '@seccompile/abi'
import { runPass } from '@seccompile/pass'
import { argument, print, U32 } from '@seccompile/rules'
import type { Rule, RuleSet } from '@seccompile/rules'
import { rule, rules } from '@seccompile/rules/test-makers'
import { conformance } from '@seccompile/testkit'
import { describe, expect, it } from 'vitest'
import { sort } from '@seccompile/pass-sort'

const ALLOW = verdictOf('ALLOW')
const EAFNOSUPPORT = verdictOf('ERRNO', 97)
const LOG = verdictOf('LOG')
const sorted = (...list: Rule[]): readonly Rule[] => runPass(sort, rules(...list)).sections[0]!.rules
const vsock = argument(0, [{ lo: 40n, hi: 40n }])
/** The rules and the default as a person reads them, a line each. */
const lines = (printed: RuleSet): readonly string[] =>
  print(printed)
    .split('\n')
    .slice(1, -2)
    .map((line) => line.trim())

conformance(sort)

describe('sort', () => {
  it('does to its example what it says', () => {
    const before = rules(rule(41, 41, EAFNOSUPPORT, vsock), rule(1, 50), rule(0))
    const after = runPass(sort, before)
    expect(lines(after)).toEqual([
      '0 -> ALLOW',
      '41 when args[0] == 0x28 -> ERRNO(97)',
      '1..50 -> ALLOW',
      'otherwise -> ERRNO(1)',
    ])
    const essay = readFileSync(new URL('../src/sort.ts', import.meta.url), 'utf8')
    for (const line of [...lines(before), ...lines(after)]) expect(essay).toContain(line)
  })

  it('orders rules by lowest number, as numbers', () => {
    expect(sorted(rule(100), rule(U32.max), rule(20), rule(3, 1000))).toEqual([
      rule(3, 1000),
      rule(20),
      rule(100),
      rule(U32.max),
    ])
  })

  it('keeps the order of rules that differ on a number they share', () => {
    const list = [rule(9, 9, LOG), rule(5, 9), rule(9, 9, EAFNOSUPPORT)]
    const input = rules(...list)
    expect(runPass(sort, input)).toBe(input)
  })

  it('keeps that order through a rule in between', () => {
    // 5..9 has to follow 9, and 5 has to follow 5..9.
    expect(sorted(rule(7), rule(9, 9, LOG), rule(5, 9), rule(5, 5, LOG), rule(6))).toEqual([
      rule(6),
      rule(7),
      rule(9, 9, LOG),
      rule(5, 9),
      rule(5, 5, LOG),
    ])
  })

  it('lets rules with one verdict pass each other', () => {
    const when = rule(9, 9, ALLOW, vsock)
    expect(sorted(when, rule(5, 9))).toEqual([rule(5, 9), when])
  })

  it('puts a rule over all numbers right behind those it has to follow', () => {
    const wide = rule(0, U32.max, EAFNOSUPPORT)
    expect(sorted(rule(7), rule(3), wide, rule(9, 9, EAFNOSUPPORT))).toEqual([
      rule(3),
      rule(7),
      wide,
      rule(9, 9, EAFNOSUPPORT),
    ])
  })

  it('keeps rules that have nothing to do with each other in their order where lowest numbers are equal', () => {
    const list = [rule(5, 5, ALLOW, vsock), rule(5, 6, ALLOW), rule(5, 5, ALLOW)]
    expect(sorted(...list)).toEqual(list)
  })

  it('yields the very rules it was given', () => {
    const [one, two] = [rule(1), rule(2)]
    const list = sorted(two, one)
    expect(list[0]).toBe(one)
    expect(list[1]).toBe(two)
  })

  it('takes 10,000 rules in its stride', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      rule((i * 7919) % 10_000, undefined, i % 2 ? ALLOW : LOG),
    )
    const list = sorted(...many, rule(0, U32.max, EAFNOSUPPORT))
    expect(list.slice(0, -1).map(({ numbers }) => numbers[0]!.lo)).toEqual([...many.keys()])
  })
})
