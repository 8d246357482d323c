import { argumentTests } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'

/** The number of ranges of values that `conditions` test, for all arguments and masks together. */
export function rangesIn(conditions: readonly Predicate[]): number {
  let ranges = 0
  for (const when of conditions) for (const { values } of argumentTests(when)) ranges += values.length
  return ranges
}
