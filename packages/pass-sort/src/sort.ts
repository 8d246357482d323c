/*
 * Orders rules by lowest number.
 *
 *   before   41 when args[0] == 0x28 -> ERRNO(97)      after   0 -> ALLOW
 *            1..50 -> ALLOW                                    41 when args[0] == 0x28 -> ERRNO(97)
 *            0 -> ALLOW                                        1..50 -> ALLOW
 *            otherwise -> ERRNO(1)                             otherwise -> ERRNO(1)
 *
 * First match makes order matter only between two rules with different verdicts and a number in common. So each rule
 * gets a place: its lowest number, or the place of a rule that it has to follow where that is higher. Sorted by
 * place, and as they came where places are equal, rules that must not pass each other do not.
 *
 * A rule is never split. Above, 1..40 and 42..50 need not wait for 41; but a rule over all numbers behind a hundred
 * conditional ones would fall into a hundred pieces, for an order that means nothing more.
 *
 * Because nothing but that one order is kept, rules that differ in the order they were written in most often come
 * out the same.
 */
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { cellsOf, cellStarts, conflicts, mapSections } from '@seccompile/rules'
import type { Rule, Section } from '@seccompile/rules'

/** Where each of `rules` belongs, as a number to sort by. */
function placesOf(rules: readonly Rule[]): readonly number[] {
  const starts = cellStarts(rules)
  const before = conflicts(starts.length)
  return rules.map(({ numbers, verdict }) => {
    const cells = cellsOf(starts, numbers)
    // Sets of numbers are not empty, and their ranges are sorted (R2).
    const place = cells.reduce((at, cell) => Math.max(at, before.last(cell, verdict)), numbers[0]!.lo)
    for (const cell of cells) before.note(cell, verdict, place)
    return place
  })
}

function sortSection(section: Section): Section {
  const places = placesOf(section.rules)
  if (places.every((place, i) => i === 0 || places[i - 1]! <= place)) return section
  const order = places.map((place, i) => ({ place, rule: section.rules[i]! }))
  order.sort((a, b) => a.place - b.place) // stable: equal places keep their order
  return { ...section, rules: order.map(({ rule }) => rule) }
}

/** Orders rules by lowest number, as far as first match allows. */
export const sort: Pass<'rules', 'rules', 'sort'> = definePass({
  name: 'sort',
  from: 'rules',
  to: 'rules',
  summary: 'orders rules by lowest number, as far as first match allows',
  cost: { insns: 'never-more', idempotent: true },
  run: (rules) => mapSections(rules, sortSection),
})
