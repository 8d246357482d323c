import { exactSearch } from './exact-search.ts'
import { mergeWeighed } from './search-tree.ts'
import type { Search, SearchLimits, WeightedCell } from './search-tree.ts'
import { thresholdSearch } from './threshold-search.ts'

/** How hard to look; see `PassContext.effort`. */
export type Effort = 'default' | 'max'

/** Costs that differ by less are the same. */
const EPSILON = 1e-12
/** Most cells that are searched exactly, and states that this may take: some milliseconds, or some seconds. */
const EXACT: Readonly<Record<Effort, { readonly cells: number; readonly states: number }>> = {
  default: { cells: 8, states: 200 },
  max: { cells: 400, states: 50_000 },
}

/**
 * The best tree found that finds the cell of a value.
 *
 * @param cells - sorted, without gaps, at least one; neighbours may go on alike where a heavy single value is cut out
 */
export function search(cells: readonly WeightedCell[], limits: SearchLimits, effort: Effort): Search {
  const quick = thresholdSearch(mergeWeighed(cells), limits)
  const { cells: most, states } = EXACT[effort]
  if (quick.exact || limits.longest !== Infinity || cells.length > most) return quick
  const exact = exactSearch(cells, limits.price, states)
  if (exact === undefined) return quick
  // Sums in another order may differ in their last bits; where nothing is gained, the tree stays.
  return exact.cost < quick.cost * (1 - EPSILON) ? exact : { ...quick, exact: true }
}
