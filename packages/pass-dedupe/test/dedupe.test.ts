import { readFileSync } from 'node:fs'
import { verdictOf } from '@seccompile/abi'
import { runPass } from '@seccompile/pass'
import { all, any, NEVER, print, U32 } from '@seccompile/rules'
import type { Rule, RuleSet } from '@seccompile/rules'
import { is, rule, rules } from '@seccompile/rules/test-makers'
import { conformance } from '@seccompile/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dedupe } from '@seccompile/pass-dedupe'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)
const ENOSYS = verdictOf('ERRNO', 38)
const LOG = verdictOf('LOG')
const deduped = (...list: Rule[]): readonly Rule[] => runPass(dedupe, rules(...list)).sections[0]!.rules
/** The rules and the default as a person reads them, a line each. */
const lines = (printed: RuleSet): readonly string[] =>
  print(printed)
    .split('\n')
    .slice(1, -2)
    .map((line) => line.trim())

conformance(dedupe, { runs: 60 })

describe('dedupe', () => {
  it('does to its example what it says', () => {
    const before = rules(
      rule(0, 1),
      rule(1, 3, ENOSYS),
      rule(5, 5, ALLOW, is(0, 1n)),
      rule(5, 5, LOG, is(0, 1n)),
      rule(7, 7, EPERM),
    )
    const after = runPass(dedupe, before)
    expect(lines(after)).toEqual([
      '0..1 -> ALLOW',
      '2..3 -> ERRNO(38)',
      '5 when args[0] == 1 -> ALLOW',
      'otherwise -> ERRNO(1)',
    ])
    const essay = readFileSync(new URL('../src/dedupe.ts', import.meta.url), 'utf8')
    for (const line of [...lines(before), ...lines(after)]) expect(essay).toContain(line)
  })

  it('takes numbers from a rule that an earlier one decides', () => {
    expect(deduped(rule(5, 6), rule(0, 9, ENOSYS))).toEqual([
      rule(5, 6),
      {
        ...rule(0, 9, ENOSYS),
        numbers: [
          { lo: 0, hi: 4 },
          { lo: 7, hi: 9 },
        ],
      },
    ])
  })

  it('drops rules that no call gets to', () => {
    expect(deduped(rule(0, 9), rule(3, 4, LOG), rule(5, 5, LOG, is(0, 1n)))).toEqual([rule(0, 9)])
  })

  it('keeps conditional rules from deciding for others', () => {
    const list = [rule(5, 5, ALLOW, is(0, 1n)), rule(5, 5, LOG)]
    const input = rules(...list)
    expect(runPass(dedupe, input)).toBe(input)
  })

  it('drops a rule whose condition never holds', () => {
    expect(deduped(rule(5, 5, ALLOW, NEVER))).toEqual([])
    expect(deduped(rule(5, 5, ALLOW, { kind: 'all', of: [is(0, 1n), NEVER] }))).toEqual([])
  })

  it.each([
    ['equal', is(0, 1n), is(0, 1n), true],
    ['an `all` with that part', is(0, 1n), all([is(1, 2n), is(0, 1n)]), true],
    ['one part of an `any`', any([is(0, 1n), is(0, 2n)]), is(0, 2n), true],
    ['an `any` of some parts of an `any`', any([is(0, 1n), is(1, 2n), is(2, 3n)]), any([is(2, 3n), is(1, 2n)]), true],
    ['one part of an `all`', all([is(0, 1n), is(1, 2n)]), is(0, 1n), false],
    ['an `any` with that part', is(0, 1n), any([is(0, 1n), is(0, 2n)]), false],
  ] as const)(
    'sees whether an earlier condition covers a later one that is %s',
    (_, first, then, isCovered) => {
      const list = [rule(5, 5, ALLOW, first), rule(5, 5, LOG, then)]
      expect(deduped(...list)).toEqual(isCovered ? list.slice(0, 1) : list)
    },
  ) // prettier-ignore

  it('keeps a repeated condition on numbers that the earlier rule has not', () => {
    expect(deduped(rule(5, 6, ALLOW, is(0, 1n)), rule(6, 7, LOG, is(0, 1n)))).toEqual([
      rule(5, 6, ALLOW, is(0, 1n)),
      rule(7, 7, LOG, is(0, 1n)),
    ])
  })

  it('drops what repeats the default, unless another rule would get the call', () => {
    expect(deduped(rule(1, 1), rule(2, 2, EPERM))).toEqual([rule(1, 1)])
    const guard = [rule(2, 2, EPERM, is(0, 1n)), rule(2, 2)]
    expect(deduped(...guard)).toEqual(guard)
  })

  it('drops a condition for a verdict that the rules after it come to anyway', () => {
    const input = [rule(2, 2, ALLOW, is(0, 1n)), rule(2, 2, ALLOW, is(1, 1n)), rule(0, 9)]
    expect(deduped(...input)).toEqual([rule(0, 9)])
    const guarded = [rule(2, 2, ALLOW, is(0, 1n)), rule(2, 2, LOG, is(1, 1n)), rule(0, 9)]
    expect(deduped(...guarded)).toEqual(guarded)
  })

  it('reaches to the last number', () => {
    expect(deduped(rule(U32.max, U32.max), rule(0x4000_0000, U32.max, ENOSYS))).toEqual([
      rule(U32.max, U32.max),
      rule(0x4000_0000, U32.max - 1, ENOSYS),
    ])
  })

  it('leaves unconditional rules disjoint', () => {
    const numbers = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    const oneRule = fc.tuple(numbers, fc.constantFrom(ALLOW, LOG, EPERM)).map(([[lo, hi], v]) => rule(lo, hi, v))
    fc.assert(
      fc.property(fc.array(oneRule), (list) => {
        const seen = new Set<number>()
        for (const { numbers: ranges } of deduped(...list))
          for (const { lo, hi } of ranges)
            for (let nr = lo; nr <= hi; nr += 1) {
              expect(seen.has(nr)).toBe(false)
              seen.add(nr)
            }
      }),
    )
  }) // prettier-ignore

  it('takes 10,000 rules in its stride', () => {
    const calls = Array.from({ length: 10_000 }, (_, i) => rule(i, i, i % 2 === 0 ? ALLOW : LOG))
    expect(deduped(...calls, ...calls, rule(0, U32.max, ENOSYS))).toHaveLength(10_001)
  })
})
