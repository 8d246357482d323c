/* Rules in a form that a profile is written in: `isExactList` of @seccompile/policy says which these are. */
import { clausesOf } from '@seccompile/notation'
import type { Clause } from '@seccompile/notation'
import type { Predicate } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'

/** The most rules of a call that are written with masks alone: containers are not to have more. @see SPO#3432 */
const MAX_MASKED = 128

/** The rules for `when` with comparisons by `==` and by masks alone; `undefined` where they are too many. */
export function exactClauses(when: Predicate, wordSize: 32 | 64): readonly Clause[] | undefined {
  expectObject(when, 'when', 'kind')
  const clauses = clausesOf(when, wordSize, 'masks')
  return clauses === undefined || clauses.length > MAX_MASKED ? undefined : clauses
}
