/*
 * Divides the numbers of a section into cells with one outcome.
 *
 * The unit of a search tree is not the system call but the cell, a maximal range of numbers with one outcome. Docker's 309
 * calls on x86_64 are some 60 cells.
 */
import type { DiagramCell, Node } from '@seccompile/diagram'
import { deciding } from '@seccompile/rules'
import type { DecidingRules, RuleSet, Section } from '@seccompile/rules'
import { createOutcomes } from './outcomes.ts'
import type { Outcomes } from './outcomes.ts'

/**
 * The numbers of `section`, 0 to 2^32 - 1, as ascending cells; neighbours have different outcomes.
 *
 * @param ranges - ranges of numbers, with the rules that can decide them
 */
export function numberCells(
  { rules, otherwise }: Section,
  outcomes: Outcomes,
  ranges: readonly DecidingRules[] = deciding(rules),
): readonly DiagramCell[] {
  const cells: DiagramCell[] = []
  let begin = 0
  let to: Node | undefined
  for (let at = 0; at < ranges.length; at += 1) {
    const { lo, rules: own } = ranges[at]!
    const next = outcomes.of(own, otherwise)
    if (next === to) continue
    if (to !== undefined) cells.push({ lo: begin, hi: lo - 1, to })
    begin = lo
    to = next
  }
  if (to !== undefined) cells.push({ lo: begin, hi: ranges.at(-1)!.hi, to })
  return cells
}

/** The outcomes of rules. */
export interface RuleOutcomes {
  readonly outcomes: Outcomes
  /** The numbers of each section with the rules that can decide them. */
  readonly ranges: readonly (readonly DecidingRules[])[]
  /** The numbers of each section as cells; see {@link numberCells}. */
  readonly cells: readonly (readonly DiagramCell[])[]
}

/** The outcomes of `rules`. The memo of a compilation computes them once. */
export function ruleOutcomes({ sections }: RuleSet): RuleOutcomes {
  const outcomes = createOutcomes()
  const ranges = sections.map(({ rules }) => deciding(rules))
  return { outcomes, ranges, cells: sections.map((each, at) => numberCells(each, outcomes, ranges[at])) }
}
