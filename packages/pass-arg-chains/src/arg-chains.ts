/*
 * Joins the conditions under which a call gets a verdict, and writes them in one form with few tests.
 *
 *   before   41 when args[0] <= 0x25 -> ALLOW
 *            41 when args[0] == 0x27 -> ALLOW
 *            41 when args[0] >= 0x29 -> ALLOW
 *            135 when args[0] == 0 -> ALLOW
 *            135 when args[0] == 8 -> ALLOW
 *            otherwise -> ERRNO(1)
 *
 *   after    41 when args[0] not in {0x26, 0x28} -> ALLOW
 *            135 when (args[0] & 0xfffffffffffffff7) == 0 -> ALLOW
 *            otherwise -> ERRNO(1)
 *
 * Profiles say "or" by writing a rule again. A chain of such rules tests the same argument over and over; as one set,
 * three ranges of socket families are all but two values, and two personalities are one mask. So rules with the same
 * numbers and verdict become one rule under any of their conditions, where first match allows it (`gather`); then
 * each condition is simplified (simplify.ts) and its sets of values are covered by ranges and masks (cover.ts).
 * Conditions that mean the same get the same form as far as these steps see it, and `merge-ranges` can join them.
 *
 * Rules whose condition turns out never to hold are dropped. Rules whose sets of numbers overlap without being equal
 * are not joined; profiles are written call by call.
 */
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { any, gather, isNever, mapSections, predicateKey } from '@seccompile/rules'
import type { Predicate, Rule } from '@seccompile/rules'
import { canonicalForm, hasRoom } from './canonical-form.ts'

function numbersAndVerdict({ numbers, verdict, when }: Rule): string {
  const ranges = numbers.map(({ lo, hi }) => `${lo}-${hi}`)
  // A condition that has no room for another level is joined with its like only.
  return `${verdict} ${ranges.join()} ${hasRoom(when) ? '' : predicateKey(when)}`
}

function join(group: readonly Rule[]): Rule {
  const [first] = group
  const conditions = new Map(group.map(({ when }) => [predicateKey(when), when]))
  return { ...first!, when: any([...conditions.values()]) }
}

function canonicalRules(
  rules: readonly Rule[],
  formOf: (predicate: Predicate) => Predicate,
): readonly Rule[] {
  const canonical = rules.map((rule) => {
    const when = formOf(rule.when)
    return when === rule.when ? rule : { ...rule, when }
  })
  const possible = canonical.filter(({ when }) => !isNever(when))
  const isSame = possible.length === rules.length && possible.every((rule, i) => rule === rules[i])
  return isSame ? rules : possible
}

/** {@link canonicalForm}, worked out once for each object. */
function memoized(insnCost: number): (predicate: Predicate) => Predicate {
  const forms = new Map<Predicate, Predicate>()
  return (predicate) => {
    const known = forms.get(predicate)
    if (known !== undefined) return known
    const form = canonicalForm(predicate, insnCost)
    forms.set(predicate, form)
    forms.set(form, form)
    return form
  }
}

/** Joins the conditions of a call's rules that have one verdict, and rewrites conditions to take fewer tests. */
export const argChains: Pass<'rules', 'rules', 'arg-chains'> = definePass({
  name: 'arg-chains',
  from: 'rules',
  to: 'rules',
  summary: 'joins the conditions of a call, and rewrites them to take fewer tests',
  cost: { idempotent: true },
  run(rules, { insnCost }) {
    const formOf = memoized(insnCost)
    return mapSections(rules, (section) => {
      let current = section.rules
      for (;;) {
        // A rule that is dropped can clear the way for others to be joined, so this is repeated; twice, most often.
        const next = gather(canonicalRules(current, formOf), numbersAndVerdict, join)
        if (next === current) break
        current = next
      }
      return current === section.rules ? section : { ...section, rules: current }
    })
  },
})
