import { exactSearch } from './exact-search.ts'
import type { Search, SearchLimits, SearchTree, WeightedCell } from './search-tree.ts'
import { thresholdSearch } from './threshold-search.ts'

/** How hard to look: see `PassContext.effort`, and less for the words of an argument, of which there may be thousands. */
export type Effort = 'least' | 'default' | 'max'

/** Costs that differ by less are the same: sums in another order may differ in their last bits. */
const EPSILON = 1e-9
/** Most cells that are searched exactly, and what that may take: parts by cells. A millisecond is some thousand. */
const EXACT: Readonly<Record<Effort, { readonly cells: number; readonly work: number }>> = {
  least: { cells: 8, work: 2 ** 10 },
  default: { cells: 32, work: 2 ** 13 },
  max: { cells: 400, work: 2 ** 19 },
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

/**
 * `found`, or the cheapest tree of all where that costs less, as far as `effort` allows to know; see `exactSearch` for
 * which trees these are.
 */
export function improved(
  found: Search,
  cells: readonly WeightedCell[],
  { price, longest }: SearchLimits,
  effort: Effort,
): Search {
  const { cells: most, work } = EXACT[effort]
  if (found.exact || cells.length > most) return found
  const best = exactSearch(cells, price, found.cost * (1 - EPSILON), work / cells.length)
  switch (best.kind) {
    case 'found':
      return fits(best.tree, cells, longest) ? { ...best, exact: true } : found
    case 'none':
      return { ...found, exact: true }
    case 'gave-up':
      return found
  }
}

/**
 * The best tree found that finds the cell of a value.
 *
 * @param cells - sorted, without gaps, at least one; neighbours may have one continuation, where a heavy single value is a
 *   cell of its own
 */
export function search(cells: readonly WeightedCell[], limits: SearchLimits, effort: Effort): Search {
  return improved(thresholdSearch(cells, limits), cells, limits, effort)
}
