/*
 * Predicates as other tools take them: a list of clauses, one of which has to hold; a clause is a list of tests that all
 * hold; a test is a list of alternatives of comparisons.
 *
 * The texts for other tools and the count of ways read predicates here, and nowhere else. No code is shared with the
 * compiler, whose filters are judged by what is found with these.
 */
import { WHOLE_ARGUMENT } from '@seccompile/rules'
import type { ArgumentTest, Predicate } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'

/** Tests that all hold. Without tests a clause always holds. */
export type TestClause = readonly ArgumentTest[]

/** The clauses of `when`: the predicate holds where one of them does. */
export function testClauses(when: Predicate): readonly TestClause[] {
  switch (when.kind) {
    case 'argument':
      return [[when]]
    case 'any':
      return when.of.flatMap(testClauses)
    case 'all':
      return when.of.reduce<readonly TestClause[]>(
        (clauses, part) => {
          const others = testClauses(part)
          return clauses.flatMap((clause) => others.map((other) => [...clause, ...other]))
        },
        [[]],
      )
    default:
      return assertNever(when)
  }
}

/** The signs of comparisons, which kafel and minijail share. */
export type Sign = '==' | '!=' | '<=' | '>='

/** A comparison: `(argument & mask) sign value`. */
export interface SignedComparison {
  readonly index: number
  readonly mask: bigint
  readonly sign: Sign
  readonly value: bigint
}

/** The alternatives of `test`, each a list of comparisons that all hold. */
export function alternativesOf({
  index,
  mask,
  values,
}: ArgumentTest): readonly (readonly SignedComparison[])[] {
  const compare = (sign: Sign, value: bigint): SignedComparison => ({ index, mask, sign, value })
  const [first, second] = values
  const isAllButOne =
    values.length === 2 && first!.lo === 0n && second!.hi === mask && second!.lo - first!.hi === 2n
  if (isAllButOne) return [[compare('!=', first!.hi + 1n)]]
  return values.map(({ lo, hi }) => {
    if (lo === hi) return [compare('==', lo)]
    return [...(lo === 0n ? [] : [compare('>=', lo)]), ...(hi === mask ? [] : [compare('<=', hi)])]
  })
}

/** Whether `mask` keeps all bits of an argument. */
export const isWhole = (mask: bigint): boolean => mask === WHOLE_ARGUMENT
