/*
 * Lists of rules in forms that libseccomp compiles to what is written.
 *
 * libseccomp makes one tree of the rules of a call, and of some lists a tree that gives calls what no rule says. These forms of
 * lists were held against the rules, for thousands of random lists of each:
 *
 * - a single rule;
 * - rules of one comparison each;
 * - rules of any comparisons by `==` and by masks;
 * - rules whose lowest argument is the same, and whose comparisons but the last are by `==`.
 *
 * In the second and the last form no order compares more than 32 bits of an argument that another rule compares too.
 *
 * Held against libseccomp 2.6.0, at its default optimize level.
 * @see libseccomp src/db.c: _db_tree_add(); security-profiles-merger docs/api.md, Merge semantics, on the class
 */

import { expectList } from '@seccompile/shape'

/** A comparison of an argument, as far as the form of a list depends on it. */
interface ListComparison {
  readonly op: string
  readonly index: number
  readonly value: bigint
}

const MAX_NARROW = 0xffff_ffffn

const isByMask = ({ op }: ListComparison): boolean => op === 'EQ' || op === 'MASKED_EQ'
const isByOrder = ({ op }: ListComparison): boolean => op !== 'NE' && op !== 'EQ' && op !== 'MASKED_EQ'

/** Whether all comparisons but the last are by `==`. */
const isByEqual = (rule: readonly ListComparison[]): boolean =>
  rule.slice(0, -1).every(({ op }) => op === 'EQ')

/**
 * Whether `rules` have one of these forms. Each rule of the call is the list of its comparisons, by ascending
 * argument.
 */
export function isExactList(rules: readonly (readonly ListComparison[])[]): boolean {
  expectList(rules, 'rules')
  if (rules.length <= 1) return true
  const conditions = rules.flat()
  if (conditions.every(isByMask)) return true
  const counts = new Map<number, number>()
  for (const { index } of conditions) counts.set(index, (counts.get(index) ?? 0) + 1)
  const isWide = (condition: ListComparison): boolean =>
    isByOrder(condition) && condition.value > MAX_NARROW && counts.get(condition.index)! > 1
  if (conditions.some(isWide)) return false
  if (rules.every(({ length }) => length <= 1)) return true
  const lowest = new Set(rules.map(([first]) => first?.index))
  return lowest.size === 1 && rules.every(isByEqual)
}
