/*
 * Brings rules of one key into one place, as far as first match allows.
 *
 * A rule joins the last group of its key. If no rule between them conflicts with the rule (conflicts.ts), the rule
 * moves up to the group. Else, if no rule between them conflicts with the group, the group moves down to the rule.
 * Else the rule opens a new group. Moving one rule can make room for another, so rounds are repeated until no rule
 * joins. Every round except the last makes the list shorter. In practice, there are two rounds.
 *
 * Weakness: a group is never split, even where some of its rules alone could move and join.
 */
import { cellsOf, cellStarts } from './cells.ts'
import { conflicts } from './conflicts.ts'
import type { Rule } from './rule-set.ts'

/** A group of rules that will be joined. It grows while the list is walked. */
interface RuleGroup {
  readonly rules: Rule[]
  readonly cells: number[]
}

function add(group: RuleGroup, rule: Rule, cells: readonly number[]): void {
  group.rules.push(rule)
  for (const cell of cells) group.cells.push(cell)
}

function gatherOnce(rules: readonly Rule[], keys: readonly string[]): readonly RuleGroup[] {
  const starts = cellStarts(rules)
  const before = conflicts(starts.length)
  const groups: (RuleGroup | undefined)[] = []
  const open = new Map<string, number>()

  rules.forEach((rule, i) => {
    const key = keys[i]!
    const { verdict } = rule
    const isFree = (cells: readonly number[], since: number): boolean =>
      cells.every((cell) => before.last(cell, verdict) < since)
    const note = (cells: readonly number[], place: number): void => {
      for (const cell of cells) before.note(cell, verdict, place)
    }

    const cells = cellsOf(starts, rule.numbers)
    const place = open.get(key)
    const group = place === undefined ? undefined : groups[place]
    if (place !== undefined && group !== undefined && isFree(cells, place)) {
      add(group, rule, cells)
      note(cells, place)
      return
    }
    const here = groups.length
    open.set(key, here)
    if (place !== undefined && group !== undefined && isFree(group.cells, place)) {
      add(group, rule, cells)
      groups.push(group)
      groups[place] = undefined
      note(group.cells, here)
      return
    }
    groups.push({ rules: [rule], cells: [...cells] })
    note(cells, here)
  })
  return groups.filter((group) => group !== undefined)
}

/**
 * `rules` with rules of one key joined where that keeps the meaning. Where no rule joins, the result is the same
 * object. A group stands at the place of its first rule, or at the place of a later one where only that keeps the
 * meaning.
 *
 * @param keyOf - rules of one key must have one verdict
 * @param join - makes one rule of several of one key, in order: it has their verdict, and matches a call that
 * any of them matches
 */
export function gather(
  rules: readonly Rule[],
  keyOf: (rule: Rule) => string,
  join: (group: readonly Rule[]) => Rule,
): readonly Rule[] {
  let current = rules
  for (;;) {
    const groups = gatherOnce(current, current.map(keyOf))
    if (groups.length === current.length) return current
    current = groups.map((group) => (group.rules.length === 1 ? group.rules[0]! : join(group.rules)))
  }
}
