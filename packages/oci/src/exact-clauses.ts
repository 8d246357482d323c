/* Rules in the forms that libseccomp compiles exactly. `isExactList` of @seccompile/policy recognises these forms. */
import { clausesOf } from '@seccompile/notation'
import type { Clause } from '@seccompile/notation'
import type { Predicate } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'

/** The most rules of a call that are written with masks alone. A profile for a container should not have more. @see SPO#3432 */
const MAX_MASKED = 128

/** Rules for `when` that compare only by `==` and by masks; `undefined` where there would be too many. */
export function exactClauses(when: Predicate, wordSize: 32 | 64): readonly Clause[] | undefined {
  expectObject(when, 'when', 'kind')
  const clauses = clausesOf(when, wordSize, 'masks')
  return clauses === undefined || clauses.length > MAX_MASKED ? undefined : clauses
}
