/*
 * Rules as search trees.
 *
 * The first match decides, so for each number there is a list of rules that can decide it, and what that list comes
 * to is a node: a verdict, or tests of arguments. Numbers with one node lie in cells; a tree finds the cell. Trees
 * of all architectures stand behind a chain of tests of `arch`, in the order of the sections.
 *
 *   before   0 -> ALLOW                      after   n0: arch == X86_64 ? n1 : n6
 *            1 -> ALLOW                              n1: nr >= 2 ? n2 : n5
 *            2 -> ERRNO(38)                          n2: nr >= 3 ? n3 : n4
 *            otherwise -> ERRNO(1)                   n3: ERRNO(1)   n4: ERRNO(38)   n5: ALLOW   n6: KILL_THREAD
 *
 * A cell weighs what its calls weigh. Cells that deny weigh next to nothing beside those that allow or have to ask
 * further: a refused call is the exception in a program that works, but among equal trees the one that refuses sooner
 * is better.
 *
 * Numbers and arguments are laid out one after the other here. One search that lays both out together, over
 * canonical diagrams, is the known way to the optimum and will take this file's place.
 */
import { actionOf, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import { definePass } from '@seccompile/pass'
import type { Fate, Pass, PassContext } from '@seccompile/pass'
import type { Rule, Section } from '@seccompile/rules'
import { layOut } from './argument-layout.ts'
import { numberCells } from './cells.ts'
import type { Cell } from './cells.ts'
import { searchTree } from './tree.ts'

/** So that a cell without known calls still counts, and one that denies a thousandth of that. */
const LEAST: Readonly<Record<Fate, number>> = { allow: 1e-6, ask: 1e-6, deny: 1e-9 }

function fateOf(node: Decision): Fate {
  if (node.kind !== 'verdict') return 'ask'
  return actionOf(node.verdict) === 'ALLOW' ? 'allow' : 'deny'
}

function weightOf({ lo, hi, node }: Cell, arch: number, { weigh }: PassContext): number {
  const fate = fateOf(node)
  return weigh(arch, { lo, hi }, fate) + LEAST[fate]
}

function layOutSection(builder: DecisionBuilder, section: Section, context: PassContext): Decision {
  const continuation = (rules: readonly Rule[], { otherwise }: Section): Decision =>
    rules.reduceRight(
      (next, { when, verdict }) =>
        layOut({ builder, insnCost: context.insnCost }, when, builder.verdict(verdict), next),
      builder.verdict(otherwise),
    )
  const cells = numberCells(section, continuation)
  const weighted = cells.map((cell) => ({ ...cell, weight: weightOf(cell, section.arch, context) }))
  return searchTree(builder, { word: WORD_NR, mask: WHOLE_WORD }, weighted, context.insnCost)
}

/** Lays rules out as search trees over the ranges of numbers, and of argument values, that are decided alike. */
export const bst: Pass<'rules', 'decision', 'bst'> = definePass({
  name: 'bst',
  from: 'rules',
  to: 'decision',
  summary: 'lays rules out as weighted search trees over ranges that are decided alike',
  run({ sections, badArch }, context) {
    const builder = decisionBuilder()
    return sections.reduceRight<Decision>(
      (next, section) =>
        builder.test(
          { word: WORD_ARCH, mask: WHOLE_WORD, op: 'eq', k: section.arch },
          layOutSection(builder, section, context),
          next,
        ),
      builder.verdict(badArch),
    )
  },
})
