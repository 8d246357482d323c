import { argumentTests } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'

/** How many ranges of values `conditions` test, those of every argument and mask together. */
export function rangesIn(conditions: readonly Predicate[]): number {
  let ranges = 0
  for (const when of conditions) for (const { values } of argumentTests(when)) ranges += values.length
  return ranges
}
