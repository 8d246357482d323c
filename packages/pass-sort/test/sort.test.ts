import { readFileSync } from 'node:fs'
import { verdictOf } from '@seccompile/abi'
import { runPass } from '@seccompile/pass'
import type { PassContext } from '@seccompile/pass'
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

conformance(sort, { runs: 60 })

describe('sort', () => {
  it('does to its example what it says', () => {
    const before = rules(rule(7), rule(41, 41, EAFNOSUPPORT, vsock), {
      ...rule(0),
      numbers: [
        { lo: 0, hi: 6 },
        { lo: 40, hi: 44 },
      ],
    })
    const after = runPass(sort, before)
    expect(lines(after)).toEqual([
      '0..6 -> ALLOW',
      '7 -> ALLOW',
      '41 when args[0] == 0x28 -> ERRNO(97)',
      '40..44 -> ALLOW',
      'otherwise -> ERRNO(1)',
    ])
    const essay = readFileSync(new URL('../src/sort.ts', import.meta.url), 'utf8')
    for (const line of [...lines(before), ...lines(after)]) expect(essay).toContain(line)
  })

  it('puts heavy rules before light ones, and short ones before long ones of the same weight', () => {
    const weigh: PassContext['weigh'] = (_arch, { lo }) => (lo === 9 ? 8 : 1)
    const list = rules(rule(20, 29), rule(3), rule(9))
    expect(runPass(sort, list, { weigh }).sections[0]!.rules).toEqual([rule(9), rule(3), rule(20, 29)])
  })

  it('keeps the order of the policy where rules weigh the same', () => {
    const input = rules(rule(100), rule(U32.max), rule(20))
    expect(runPass(sort, input)).toBe(input)
  })

  it('gives rules for the same calls their weight in equal parts', () => {
    const [one, two] = [rule(5, 5, EAFNOSUPPORT, vsock), rule(5)]
    expect(sorted(one, two, rule(7))).toEqual([rule(7), one, two])
  })

  it('says what calls come to when it asks for their weight', () => {
    const asked: unknown[] = []
    runPass(sort, rules(rule(1), rule(2, 2, LOG), rule(3, 3, ALLOW, vsock)), {
      weigh: (_arch, { lo, hi }, fate) => {
        asked.push([lo, hi, fate])
        return 1
      },
    })
    expect(asked).toEqual([
      [1, 1, 'allow'],
      [2, 2, 'deny'],
      [3, 3, 'ask'],
    ])
  })

  it('keeps the order of rules that differ on a number they share', () => {
    const input = rules(rule(9, 9, LOG), rule(5, 9), rule(9, 9, EAFNOSUPPORT))
    expect(runPass(sort, input)).toBe(input)
  })

  it('keeps that order through a rule in between', () => {
    // 5..9 has to follow 9, and 5 has to follow 5..9.
    expect(sorted(rule(9, 9, LOG), rule(5, 9), rule(5, 5, LOG), rule(1, 4))).toEqual([
      rule(1, 4),
      rule(9, 9, LOG),
      rule(5, 9),
      rule(5, 5, LOG),
    ])
  })

  it('lets rules with one verdict pass each other', () => {
    const when = rule(9, 9, ALLOW, vsock)
    expect(sorted(when, rule(5, 9))).toEqual([rule(5, 9), when])
  })

  it('keeps a condition in one place', () => {
    const numbers = [
      { lo: 1, hi: 1 },
      { lo: 5, hi: 9 },
    ]
    const list = [{ ...rule(1, 1, ALLOW, vsock), numbers }, { ...rule(20), numbers: [...numbers, { lo: 20, hi: 40 }] }] // prettier-ignore
    expect(sorted(...list)).toHaveLength(4)
  })

  it('yields the very rules it was given', () => {
    const [one, two] = [rule(1, 1, LOG), rule(2)]
    const list = sorted(one, two)
    expect(list[0]).toBe(two)
    expect(list[1]).toBe(one)
  })

  it('takes 10,000 rules in its stride', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      rule((i * 7919) % 10_000, undefined, i % 2 ? ALLOW : LOG),
    )
    const list = sorted(...many, rule(0, U32.max, EAFNOSUPPORT))
    expect(list.slice(0, 5000).every(({ verdict }) => verdict === ALLOW)).toBe(true)
    expect(list.at(-1)!.verdict).toBe(EAFNOSUPPORT)
  })
})
