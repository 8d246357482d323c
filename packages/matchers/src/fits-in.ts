import { shown } from '@seccompile/shape'
import type { StatementAnswer } from './answer.ts'
import type { FilterUnderTest } from './filter-under-test.ts'

/**
 * Whether the program of `filter` has at most `most` instructions. A policy is compiled.
 * @throws RangeError where `most` is no such number, and what `compile` throws
 */
export function fitsIn(filter: FilterUnderTest, most: number): StatementAnswer {
  if (!Number.isSafeInteger(most) || most < 1)
    throw new RangeError(`toFitIn: expected a number of instructions of at least 1; got ${shown(most)}`)
  const has = filter.instructions()
  return {
    holds: has <= most ? 'yes' : 'no',
    statement: `to fit in ${most} instructions`,
    shown: () => `; it has ${has}`,
  }
}
