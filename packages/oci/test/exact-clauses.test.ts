/* How many rules a call has that is written with equality and masks alone. */
import { exactClauses } from '@seccompile/oci'
import { argument } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { expect, it } from 'vitest'

/** That argument 1 has one of `count` values, of which each needs a rule. */
const among = (count: number): Predicate =>
  argument(
    1,
    Array.from({ length: count }, (_, i) => ({ lo: BigInt(3 * i), hi: BigInt(3 * i) })),
  )

it('writes at most 128 rules for a call', () => {
  expect(exactClauses(among(128), 64)).toHaveLength(128)
  expect(exactClauses(among(129), 64)).toBeUndefined()
})
