/*
 * Tests that both shapes share. The sections are tested in their order, and a section is a list of calls. libseccomp
 * has no ranges of numbers except that of x32, which it tests before any call.
 */
import { WORD_ARCH } from '@seccompile/abi'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import { cellsOf, cellStarts, U32 } from '@seccompile/rules'
import type { Range, Rule, RuleSet, Section } from '@seccompile/rules'
import { conditionTests } from './condition-tests.ts'
import { NR, rangeTest } from './range-test.ts'

/** A number, or a range of numbers with the same rules, and the tests that follow it. */
export interface CallRange extends Range<number> {
  readonly rest: Decision
}

/** The calls of a section that its rules decide, in the order of the first rule of each. */
function callsOf(builder: DecisionBuilder, { rules, otherwise }: Section): readonly CallRange[] {
  const starts = cellStarts(rules)
  const rulesOf = new Map<number, Rule[]>()
  for (const rule of rules)
    for (const cell of cellsOf(starts, rule.numbers)) {
      const known = rulesOf.get(cell)
      if (known === undefined) rulesOf.set(cell, [rule])
      else known.push(rule)
    }
  const unmatched = builder.verdict(otherwise)
  return [...rulesOf].map(([cell, of]) => ({
    lo: starts[cell]!, // a cell is an index of `starts`
    hi: (starts[cell + 1] ?? U32.max + 1) - 1,
    rest: of.reduceRight(
      (next, { when, verdict }) => conditionTests(builder, when, builder.verdict(verdict), next),
      unmatched,
    ),
  }))
}

/** The tests that `layOut` makes of the single calls of each section; ranges are tested before them. */
export function sectionTests(
  { sections, badArch }: RuleSet,
  layOut: (builder: DecisionBuilder, calls: readonly CallRange[], unmatched: Decision) => Decision,
): Decision {
  const builder = decisionBuilder()
  return sections.reduceRight<Decision>((next, section) => {
    const calls = callsOf(builder, section)
    const single = calls.filter(({ lo, hi }) => lo === hi)
    const laidOut = layOut(builder, single, builder.verdict(section.otherwise))
    const body = calls
      .filter(({ lo, hi }) => lo < hi)
      .reduceRight((rest, range) => rangeTest(builder, NR, range, range.rest, rest), laidOut)
    return builder.test({ word: WORD_ARCH, mask: WHOLE_WORD, op: 'eq', k: section.arch }, body, next)
  }, builder.verdict(badArch))
}
