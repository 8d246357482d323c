/*
 * Drops rules, and numbers of rules, that no call reaches or that change no verdict.
 *
 *   before   0..1 -> ALLOW                       after   0..1 -> ALLOW
 *            1..3 -> ERRNO(38)                           2..3 -> ERRNO(38)
 *            5 when args[0] == 1 -> ALLOW                5 when args[0] == 1 -> ALLOW
 *            5 when args[0] == 1 -> LOG                  otherwise -> ERRNO(1)
 *            7 -> ERRNO(1)
 *            otherwise -> ERRNO(1)
 *
 * The pass goes through the rules of each cell of numbers twice. On the way down it finds rules that no call reaches:
 * an earlier rule is unconditional, or its condition holds wherever the condition of the later rule holds. On the way
 * up it finds rules that change no verdict: the rules after them and the default give all calls the same verdict. In
 * these cells, the rule loses its numbers. Rules keep their order, and a rule without numbers is dropped.
 *
 * Afterwards no two unconditional rules have a number in common.
 *
 * The pass compares conditions by their form only. One condition implies another in three cases: both are equal; the
 * second is an `any` with the first as a part; the first is an `all` with the second as a part. Repeated rules have
 * such a form. Conditions on overlapping sets of values are for `arg-chains`.
 *
 * A rule that loses numbers from its middle gets more ranges. The pass removes these numbers nevertheless: layouts by
 * cells are not affected, and disjoint rules can stand in any order.
 */
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { cellsOf, cellStarts, isAlways, mapSections, numbersOf } from '@seccompile/rules'
import type { Rule, Section } from '@seccompile/rules'
import { decidedConditions } from './decided-conditions.ts'

/** A value in place of a `Verdict` that stands for more than one verdict. */
const MIXED = -1

/** For each of `rules`, the cells in which a call can reach it and match. */
function reachable(rules: readonly Rule[], starts: readonly number[]): readonly (readonly number[])[] {
  const always = new Uint8Array(starts.length)
  const conditions = decidedConditions()
  return rules.map(({ numbers, when }) => {
    const isDecided = conditions.decides(when)
    const cells = cellsOf(starts, numbers).filter((cell) => always[cell] === 0 && !isDecided(cell))
    if (isAlways(when)) for (const cell of cells) always[cell] = 1
    else conditions.add(when, cells)
    return cells
  })
}

/**
 * For each rule, those of its `cells` that need it: there, the later rules and the default give some call another
 * verdict.
 */
function telling(
  { rules, otherwise }: Section,
  starts: readonly number[],
  cells: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const below = new Float64Array(starts.length).fill(otherwise)
  const fromLast = rules.map((rule, i) => ({ ...rule, cells: cells[i]! })).reverse()
  return fromLast
    .map(({ cells: reached, when, verdict }) => {
      const own = reached.filter((cell) => below[cell] !== verdict)
      for (const cell of own) below[cell] = isAlways(when) ? verdict : MIXED
      return own
    })
    .reverse()
}

function dedupeSection(section: Section): Section {
  const starts = cellStarts(section.rules)
  const kept = telling(section, starts, reachable(section.rules, starts))
  const rules = section.rules.flatMap((rule, i): readonly Rule[] => {
    const cells = kept[i]!
    if (cells.length === 0) return []
    if (cells.length === cellsOf(starts, rule.numbers).length) return [rule]
    return [{ ...rule, numbers: numbersOf(starts, cells) }]
  })
  const isSame = rules.length === section.rules.length && rules.every((rule, i) => rule === section.rules[i])
  return isSame ? section : { ...section, rules }
}

/** Drops rules, and numbers of rules, that no call reaches or that repeat the rules after them. */
export const dedupe: Pass<'rules', 'rules', 'dedupe'> = definePass({
  name: 'dedupe',
  from: 'rules',
  to: 'rules',
  summary: 'drops what earlier rules decide and what repeats the default',
  cost: { idempotent: true },
  run: (rules) => mapSections(rules, dedupeSection),
})
