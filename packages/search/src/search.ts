import type { WeightedCell } from './cell.ts'
import { exactSearch } from './exact-search.ts'
import { costOfFew, MAX_FEW } from './few-cells.ts'
import { polynomialSearch } from './polynomial-search.ts'
import type { Search, SearchLimits, SearchTree } from './search-tree.ts'

/** The effort of the exact search, which follows the polynomial one. A millisecond is some thousands of `work`. */
export interface SearchEffort {
  /** The most cells for an exact search. */
  readonly cells: number
  /** The most parts that the exact search visits, times the number of cells. */
  readonly work: number
}

/** The default effort: a few milliseconds. */
const DEFAULT_EFFORT: SearchEffort = { cells: 32, work: 2 ** 13 }

/** Costs with a smaller difference are equal: sums in another order may differ in their last bits. */
const EPSILON = 1e-9

/** Whether every path of `tree`, with the `rest` of the cell at its end, is at most `longest` steps long. */
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
 * The cheapest tree, where the exact search finds it within `effort` and it costs less than `known`; else `known`.
 * A `known` of cost `Infinity` has no tree, and is returned as it is.
 */
export function improved(
  known: Search,
  cells: readonly WeightedCell[],
  { price, longest }: SearchLimits,
  { cells: most, work }: SearchEffort,
): Search {
  if (known.exact || known.cost === Infinity || cells.length > most) return known
  if (cells.length <= MAX_FEW && costOfFew(cells, price) >= known.cost * (1 - EPSILON))
    return { ...known, exact: true }
  const best = exactSearch(cells, price, known.cost * (1 - EPSILON), work / cells.length)
  switch (best.kind) {
    case 'found':
      return fits(best.tree, cells, longest) ? { ...best, exact: true } : known
    case 'none':
      return { ...known, exact: true }
    case 'gave-up':
      return known
  }
}

/**
 * The cheapest tree of two-way comparisons that the search finds within `effort`, and whether it is proved to be the
 * cheapest.
 *
 * @param cells - sorted, without gaps, at least one. A heavy single value can be a cell between two others of its
 *   continuation; a wider cell gets no equality test.
 * @throws RangeError where there is no cell, or where cells or limits are wrong
 */
export function search(
  cells: readonly WeightedCell[],
  limits: SearchLimits = { price: 0, longest: Infinity },
  effort: SearchEffort = DEFAULT_EFFORT,
): Search {
  return improved(polynomialSearch(cells, limits), cells, limits, effort)
}
