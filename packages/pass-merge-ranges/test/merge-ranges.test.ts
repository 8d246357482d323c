import { readFileSync } from 'node:fs'
import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { runPass } from '@seccompile/pass'
import { argument, print, size, U32 } from '@seccompile/rules'
import type { Rule, RuleSet } from '@seccompile/rules'
import { rule, rules } from '@seccompile/rules/test-makers'
import { conformance } from '@seccompile/testkit'
import { resolvedPolicy } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'
import { mergeRanges } from '@seccompile/pass-merge-ranges'

const ALLOW = verdictOf('ALLOW')
const EAFNOSUPPORT = verdictOf('ERRNO', 97)
const LOG = verdictOf('LOG')
const merged = (...list: Rule[]): readonly Rule[] => runPass(mergeRanges, rules(...list)).sections[0]!.rules
const vsock = argument(0, [{ lo: 40n, hi: 40n }])
/** The rules and the default as a person reads them, a line each. */
const lines = (printed: RuleSet): readonly string[] =>
  print(printed)
    .split('\n')
    .slice(1, -2)
    .map((line) => line.trim())

conformance(mergeRanges)

describe('merge-ranges', () => {
  it('does to its example what it says', () => {
    const before = rules(rule(0), rule(1), rule(41, 41, EAFNOSUPPORT, vsock), rule(60), rule(2))
    const after = runPass(mergeRanges, before)
    expect(lines(after)).toEqual([
      '0..2, 60 -> ALLOW',
      '41 when args[0] == 0x28 -> ERRNO(97)',
      'otherwise -> ERRNO(1)',
    ])
    const essay = readFileSync(new URL('../src/merge-ranges.ts', import.meta.url), 'utf8')
    for (const line of [...lines(before), ...lines(after)]) expect(essay).toContain(line)
  })

  it('makes ranges of neighbouring numbers up to the last one', () => {
    expect(merged(rule(U32.max), rule(7), rule(U32.max - 1), rule(6, 8), rule(9))).toEqual([
      {
        ...rule(0),
        numbers: [
          { lo: 6, hi: 9 },
          { lo: U32.max - 1, hi: U32.max },
        ],
      },
    ])
  })

  it('keeps rules apart when their verdicts differ', () => {
    const input = rules(rule(1), rule(2, 2, LOG))
    expect(runPass(mergeRanges, input)).toBe(input)
  })

  it('keeps rules apart when their conditions differ', () => {
    const input = rules(
      rule(1),
      rule(2, 2, ALLOW, vsock),
      rule(3, 3, ALLOW, argument(1, [{ lo: 40n, hi: 40n }])),
    )
    expect(runPass(mergeRanges, input)).toBe(input)
  })

  it('joins rules under one condition', () => {
    expect(merged(rule(1, 1, LOG, vsock), rule(2, 2, LOG, vsock))).toEqual([rule(1, 2, LOG, vsock)])
  })

  it('joins rules below one that only the lower may not pass', () => {
    const guard = rule(2, 2, LOG, vsock)
    expect(merged(rule(1), guard, rule(2))).toEqual([guard, rule(1, 2)])
  })

  it('keeps rules apart when neither may pass what stands between', () => {
    const input = rules(rule(1), rule(1, 2, LOG, vsock), rule(2))
    expect(runPass(mergeRanges, input)).toBe(input)
  })

  it('does not join across architectures', () => {
    const [section] = rules(rule(1)).sections
    const input = { ...rules(), sections: [section!, { ...section!, arch: AUDIT_ARCH.I386 }] }
    expect(runPass(mergeRanges, input)).toBe(input)
  })

  it("makes one rule of 31 ranges of the 309 calls that Docker's profile allows", () => {
    const calls = resolvedPolicy('docker-flat').rules.map(({ nr }) => rule(nr))
    expect(calls).toHaveLength(309)
    const after = runPass(mergeRanges, rules(...calls))
    expect(after.sections[0]!.rules).toHaveLength(1)
    expect(size(after)).toBe(31)
  })

  it('takes 10,000 rules in its stride', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => rule((i * 7919) % 10_000))
    expect(merged(...many)).toEqual([rule(0, 9_999)])
  })
})
