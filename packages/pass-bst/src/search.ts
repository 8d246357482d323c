import { exactSearch } from './exact-search.ts'
import { mergeWeighed } from './search-tree.ts'
import type { Search, SearchLimits, SearchTree, WeightedCell } from './search-tree.ts'
import { thresholdSearch } from './threshold-search.ts'

/** How hard to look: see `PassContext.effort`, and less for the words of an argument, of which there may be thousands. */
export type Effort = 'least' | 'default' | 'max'

/** Costs that differ by less are the same. */
const EPSILON = 1e-12
/** Most cells that are searched exactly, and states that this may take: a fraction of a millisecond, a few, or seconds. */
const EXACT: Readonly<Record<Effort, { readonly cells: number; readonly states: number }>> = {
  least: { cells: 8, states: 200 },
  default: { cells: 32, states: 2000 },
  max: { cells: 400, states: 50_000 },
}

/** Whether no path of `tree` and what is left after it passes `longest`. */
function fits(tree: SearchTree, cells: readonly WeightedCell[], longest: number): boolean {
  const rests = new Map<number, number>()
  for (const { to, rest = 0 } of cells) rests.set(to, Math.max(rest, rests.get(to) ?? 0))
  const walk = (at: SearchTree, depth: number): boolean =>
    at.kind === 'found'
      ? depth + rests.get(at.to)! <= longest
      : walk(at.then, depth + 1) && walk(at.else, depth + 1)
  return longest === Infinity || walk(tree, 0)
}

/** The cheapest tree of all, or `undefined` where that takes more than `effort` allows; see `exactSearch`. */
export function searchExactly(
  cells: readonly WeightedCell[],
  price: number,
  effort: Effort,
): Search | undefined {
  const { cells: most, states } = EXACT[effort]
  return cells.length > most ? undefined : exactSearch(cells, price, states)
}

/**
 * The best tree found that finds the cell of a value.
 *
 * @param cells - sorted, without gaps, at least one; neighbours may go on alike where a heavy single value is cut out
 */
export function search(cells: readonly WeightedCell[], limits: SearchLimits, effort: Effort): Search {
  const quick = thresholdSearch(mergeWeighed(cells), limits)
  const exact = quick.exact ? undefined : searchExactly(cells, limits.price, effort)
  if (exact === undefined || !fits(exact.tree, cells, limits.longest)) return quick
  // Sums in another order may differ in their last bits; where nothing is gained, the tree stays.
  return exact.cost < quick.cost * (1 - EPSILON) ? exact : { ...quick, exact: true }
}
