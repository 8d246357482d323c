/*
 * Rules as a list of tests, in the order in which they are written.
 *
 * The order of matching is the order of testing, so nothing has to be proved. Each section tests its `arch`.
 * Then each rule in turn tests the number and its condition, and either decides or leads to the next rule.
 * libseccomp emits such a list unless asked for a tree, and trees are measured against it. The pass shares no
 * code with `bst`: each checks the other.
 *
 *   before   arch X86_64                          after   n0: arch == X86_64 ? n1 : n6
 *              0 -> ALLOW                                 n1: nr == 0 ? n4 : n2
 *              5..8 -> ALLOW                              n2: nr >= 5 ? n3 : n5
 *              otherwise -> ERRNO(1)                      n3: nr > 8 ? n5 : n4
 *            bad arch -> KILL_THREAD                      n4: ALLOW
 *                                                         n5: ERRNO(1)
 *                                                         n6: KILL_THREAD
 *
 * The list is slow by design: a call pays for every rule before its own. The graph of ten thousand rules is ten
 * thousand nodes deep, so a loop builds it from its end, without recursion.
 */
import { WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, DecisionBuilder, TestOp } from '@seccompile/decision'
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { U32 } from '@seccompile/rules'
import type { Range, Rule, Section } from '@seccompile/rules'
import { predicateTests } from './word-tests.ts'

function numberTest(
  builder: DecisionBuilder,
  { lo, hi }: Range<number>,
  then: Decision,
  otherwise: Decision,
): Decision {
  const test = (op: TestOp, k: number, yes: Decision, no: Decision): Decision =>
    builder.test({ word: WORD_NR, mask: WHOLE_WORD, op, k }, yes, no)
  if (lo === hi) return test('eq', lo, then, otherwise)
  const atMost = hi === U32.max ? then : test('gt', hi, otherwise, then)
  return lo === 0 ? atMost : test('ge', lo, atMost, otherwise)
}

function ruleTests(builder: DecisionBuilder, { numbers, when, verdict }: Rule, next: Decision): Decision {
  const matched = predicateTests(builder, when, builder.verdict(verdict), next)
  return numbers.reduceRight((otherwise, range) => numberTest(builder, range, matched, otherwise), next)
}

function sectionTests(builder: DecisionBuilder, { rules, otherwise }: Section): Decision {
  return rules.reduceRight((next, rule) => ruleTests(builder, rule, next), builder.verdict(otherwise))
}

/** Tests rules one after the other, in the order of matching, as libseccomp does by default. */
export const linear: Pass<'rules', 'decision', 'linear'> = definePass({
  name: 'linear',
  from: 'rules',
  to: 'decision',
  summary: 'tests rules one after the other, in their order',
  run({ sections, badArch }) {
    const builder = decisionBuilder()
    return sections.reduceRight<Decision>((next, section) => {
      const isArch = { word: WORD_ARCH, mask: WHOLE_WORD, op: 'eq', k: section.arch } as const
      return builder.test(isArch, sectionTests(builder, section), next)
    }, builder.verdict(badArch))
  },
})
