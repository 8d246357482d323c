/*
 * Orders rules by length over weight: what many calls need and few tests find comes first.
 *
 *   before   7 -> ALLOW                                after   0..6 -> ALLOW
 *            41 when args[0] == 0x28 -> ERRNO(97)              7 -> ALLOW
 *            0..6, 40..44 -> ALLOW                             41 when args[0] == 0x28 -> ERRNO(97)
 *            otherwise -> ERRNO(1)                             40..44 -> ALLOW
 *                                                              otherwise -> ERRNO(1)
 *
 * In a list, every rule makes the calls of later rules wait for its own tests. Where the order is free, the weighted
 * sum of all waits is least if rules are sorted by tests over weight (W. E. Smith, 1956). The context gives the
 * weights. Rules with equal quotients keep the order of the policy, so with equal weights only long rules move back.
 *
 * First match makes order matter only between two rules with different verdicts and a number in common. So each rule
 * gets a place: its tests over its weight, or the place of a rule that it has to follow where that is higher. A
 * stable sort by place then keeps the order of any two such rules. The result is not the best where heavy rules have
 * to follow a light one: the light rule could move up with them.
 *
 * An unconditional rule is split into its ranges, which take the same tests in any order. A rule with a condition
 * stays whole, because each piece would need the tests of the condition.
 */
import { actionOf } from '@seccompile/abi'
import { definePass } from '@seccompile/pass'
import type { Fate, Pass, PassContext } from '@seccompile/pass'
import { cellsOf, cellStarts, conflicts, isAlways, mapSections, U32 } from '@seccompile/rules'
import type { Rule, Section } from '@seccompile/rules'

function fateOf(rules: readonly Rule[]): Fate {
  if (rules.some(({ when }) => !isAlways(when))) return 'ask'
  return rules.some(({ verdict }) => actionOf(verdict) === 'ALLOW') ? 'allow' : 'deny'
}

/** The number of tests that find the numbers of a rule. */
const testsOf = ({ numbers }: Rule): number =>
  numbers.reduce((sum, { lo, hi }) => sum + (lo === hi || lo === 0 || hi === U32.max ? 1 : 2), 0)

/** The place of each of `rules`, a number to sort by. */
function placesOf(rules: readonly Rule[], arch: number, weigh: PassContext['weigh']): readonly number[] {
  const starts = cellStarts(rules)
  const cells = rules.map(({ numbers }) => cellsOf(starts, numbers))
  const holders = starts.map((): Rule[] => [])
  for (const [i, of] of cells.entries()) for (const cell of of) holders[cell]!.push(rules[i]!)
  // Rules for the same calls share their weight.
  const shares = holders.map((own, cell) => {
    const range = { lo: starts[cell]!, hi: (starts[cell + 1] ?? U32.max + 1) - 1 }
    return own.length > 0 ? weigh(arch, range, fateOf(own)) / own.length : 0
  })
  const before = conflicts(starts.length)
  return rules.map((rule, i) => {
    const own = cells[i]!
    const weight = own.reduce((sum, cell) => sum + shares[cell]!, 0)
    const place = own.reduce(
      (at, cell) => Math.max(at, before.last(cell, rule.verdict)),
      testsOf(rule) / weight,
    )
    for (const cell of own) before.note(cell, rule.verdict, place)
    return place
  })
}

function sortSection(section: Section, weigh: PassContext['weigh']): Section {
  const rules = section.rules.flatMap((rule) =>
    isAlways(rule.when) && rule.numbers.length > 1
      ? rule.numbers.map((range) => ({ ...rule, numbers: [range] }))
      : [rule],
  )
  const places = placesOf(rules, section.arch, weigh)
  if (rules.length === section.rules.length && places.every((place, i) => i === 0 || places[i - 1]! <= place))
    return section
  const order = places.map((place, i) => ({ place, rule: rules[i]! }))
  // The sort is stable: equal places keep their order. A rule without weight has place Infinity.
  order.sort((a, b) => (a.place === b.place ? 0 : a.place - b.place))
  return { ...section, rules: order.map(({ rule }) => rule) }
}

/** Orders rules by the tests that they take over the weight of their calls, as far as first match allows. */
export const sort: Pass<'rules', 'rules', 'sort'> = definePass({
  name: 'sort',
  from: 'rules',
  to: 'rules',
  summary: 'moves rules to the front that many calls need and few tests find, and keeps the meaning',
  cost: { insns: 'never-more', idempotent: true },
  run: (rules, { weigh }) => mapSections(rules, (section) => sortSection(section, weigh)),
})
