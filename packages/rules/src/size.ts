import { expectObject } from '@seccompile/shape'
import type { Predicate } from './predicate.ts'
import type { RuleSet } from './rule-set.ts'

const predicateSize = (predicate: Predicate): number =>
  predicate.kind === 'argument'
    ? predicate.values.length
    : predicate.of.reduce((sum, part) => sum + predicateSize(part), 0)

/** The size of `rules`: the number ranges plus the value ranges of all rules. */
export function size(rules: RuleSet): number {
  expectObject(rules, 'rules', 'sections', 'badArch')
  let sum = 0
  for (const section of rules.sections)
    for (const rule of section.rules) sum += rule.numbers.length + predicateSize(rule.when)
  return sum
}
