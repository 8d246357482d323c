/*
 * Predicates as other tools take them: a list of clauses, one of which has to hold; a clause is a list of tests that all
 * hold; a test is a list of alternatives of comparisons.
 *
 * The texts for other tools and the argument lists read predicates here, and nowhere else. No code is shared with the
 * compiler, whose filters are judged by what is found with these.
 */
import { difference, U64, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { ArgumentTest, Predicate, RangeSet } from '@seccompile/rules'
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

/** The ranges from 0 to `mask` that `values` lack. */
const gapsOf = (mask: bigint, values: RangeSet<bigint>): RangeSet<bigint> =>
  difference(U64, [{ lo: 0n, hi: mask }], values)

/**
 * The alternatives of `test`, each a list of comparisons that all hold. A range of at most `mostApart` values is written
 * value by value.
 */
export function alternativesOf(
  { index, mask, values }: ArgumentTest,
  mostApart: bigint,
): readonly (readonly SignedComparison[])[] {
  const compare = (sign: Sign, value: bigint): SignedComparison => ({ index, mask, sign, value })
  const missing = gapsOf(mask, values)
  if (missing.length === 1 && missing[0]!.lo === missing[0]!.hi) return [[compare('!=', missing[0]!.lo)]]
  return values.flatMap(({ lo, hi }) => {
    if (lo === hi) return [[compare('==', lo)]]
    if (lo === 0n) return [[compare('<=', hi)]]
    if (hi === mask) return [[compare('>=', lo)]]
    return hi - lo < mostApart
      ? Array.from({ length: Number(hi - lo) + 1 }, (_, i) => [compare('==', lo + BigInt(i))])
      : [[compare('>=', lo), compare('<=', hi)]]
  })
}

/** The bits of `value`, one by one. */
export const bitsOf = (value: bigint): readonly bigint[] =>
  Array.from({ length: 64 }, (_, i) => 1n << BigInt(i)).filter((bit) => (value & bit) !== 0n)

/** Whether `mask` keeps all bits of an argument. */
export const isWhole = (mask: bigint): boolean => mask === WHOLE_ARGUMENT
