/*
 * Brings rules that belong together into one place, as far as first match allows.
 *
 * A rule joins the group of its key that was opened last: there, if nothing between conflicts with the rule
 * (conflicts.ts), else here, if nothing between conflicts with the group, which then moves down; else it opens the
 * next group. Moving one rule can clear the way for another, so this is repeated until nothing joins. Every round
 * but the last makes the list shorter; in practice there are two.
 *
 * Weak where a group would have to be taken apart for some of its rules to join; it stays whole.
 */
import { cellsOf, cellStarts } from './cells.ts'
import { conflicts } from './conflicts.ts'
import type { Rule } from './rule-set.ts'

/** A group in the making: it grows. */
interface Group {
  readonly rules: Rule[]
  readonly cells: number[]
}

function add(group: Group, rule: Rule, cells: readonly number[]): void {
  group.rules.push(rule)
  for (const cell of cells) group.cells.push(cell)
}

function gatherOnce(rules: readonly Rule[], keys: readonly string[]): readonly Group[] {
  const starts = cellStarts(rules)
  const before = conflicts(starts.length)
  const groups: (Group | undefined)[] = []
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
 * `rules`, meaning the same, with rules of one key joined where that is sound; the very list it was given where
 * nothing joins. Groups stand where their first rule stood, or their last where only that is sound.
 *
 * @param keyOf - rules of one key must have one verdict
 * @param join - one rule for several of one key, in order: with their verdict, it matches what any of them does
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
