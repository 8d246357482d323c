/*
 * Lists of rules in forms that a profile is written in.
 *
 * libseccomp makes one tree of the rules of a call. A profile that is written keeps to forms of lists whose tree was held against
 * the rules, for thousands of random lists of each form:
 *
 * - a single rule;
 * - rules of one comparison each;
 * - rules of any comparisons by `==` and by masks;
 * - rules whose lowest argument is the same, and whose comparisons but the last are by `==`.
 *
 * In the second and the last form no order compares more than 32 bits of an argument that another rule compares too.
 *
 * Held against libseccomp 2.6.0, at its default optimize level.
 * @see libseccomp src/db.c: _db_tree_add()
 */
import { expectList, expectObject } from '@seccompile/abi/shape'
import { clausesOf } from '@seccompile/notation'
import type { Clause, ClauseCondition } from '@seccompile/notation'
import type { Predicate } from '@seccompile/rules'

const MAX_NARROW = 0xffff_ffffn

const isByMask = ({ op }: ClauseCondition): boolean => op === 'EQ' || op === 'MASKED_EQ'
const isByOrder = ({ op }: ClauseCondition): boolean => op !== 'NE' && op !== 'EQ' && op !== 'MASKED_EQ'

/** Whether no comparison but the last is by anything else than `==`. */
const isByEqual = (clause: Clause): boolean => clause.slice(0, -1).every(({ op }) => op === 'EQ')

/** Whether the rules `clauses` of a call, which exclude one another, have one of these forms. */
export function isExactList(clauses: readonly Clause[]): boolean {
  expectList(clauses, 'clauses')
  if (clauses.length <= 1) return true
  const conditions = clauses.flat()
  if (conditions.every(isByMask)) return true
  const isShared = (index: number): boolean =>
    conditions.filter((condition) => condition.index === index).length > 1
  const isWide = (condition: ClauseCondition): boolean =>
    isByOrder(condition) && condition.value > MAX_NARROW && isShared(condition.index)
  if (conditions.some(isWide)) return false
  if (clauses.every(({ length }) => length <= 1)) return true
  const lowest = new Set(clauses.map(([first]) => first?.index))
  return lowest.size === 1 && clauses.every(isByEqual)
}

/** The most rules of a call that are written with masks alone: containers are not to have more. @see SPO#3432 */
const MAX_MASKED = 128

/** The rules for `when` with comparisons by `==` and by masks alone; `undefined` where they are too many. */
export function exactClauses(when: Predicate, wordSize: 32 | 64): readonly Clause[] | undefined {
  expectObject(when, 'when', 'kind')
  const clauses = clausesOf(when, wordSize, 'masks')
  return clauses === undefined || clauses.length > MAX_MASKED ? undefined : clauses
}
