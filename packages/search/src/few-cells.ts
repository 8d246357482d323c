/*
 * The cost of the cheapest tree of two-way comparisons over a few cells.
 *
 * The cells that are left at a node of a tree are a set, and a few cells have few sets. A set is written as a number
 * with one bit for each cell. Both sides of a test then are smaller numbers than the set. So one pass over all
 * numbers, in ascending order, finds every cost. It takes less time than the bounds of exact-search.ts.
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/** The most cells for which every set is visited. */
export const MAX_FEW = 8

/**
 * The cost of the cheapest tree over `cells`, of which there are at most {@link MAX_FEW}.
 * @param price - the price of a test
 */
export function costOfFew(cells: readonly WeightedCell[], price: number): number {
  const n = cells.length
  const costs = new Float64Array(1 << n)
  const weights = new Float64Array(1 << n)
  /** The single values, as a set. */
  let singles = 0
  /** For each cell, the cells with its continuation, as a set. */
  const alike = new Int32Array(n)
  for (let at = 0; at < n; at += 1) {
    if (isSingle(cells[at]!)) singles |= 1 << at
    for (let other = 0; other < n; other += 1)
      if (cells[other]!.to === cells[at]!.to) alike[at]! |= 1 << other
  }
  for (let set = 1; set < costs.length; set += 1) {
    const highest = 31 - Math.clz32(set)
    const weight = weights[set & ~(1 << highest)]! + cells[highest]!.weight
    weights[set] = weight
    if ((set & ~alike[highest]!) === 0) continue
    let best = Infinity
    for (let at = 0; at <= highest; at += 1) {
      const bit = 1 << at
      if ((set & bit) === 0) continue
      const below = set & (bit - 1)
      if (below !== 0) best = Math.min(best, costs[below]! + costs[set & ~below]!)
      if ((singles & bit) !== 0) best = Math.min(best, costs[set & ~bit]!)
    }
    costs[set] = weight + price + best
  }
  return costs.at(-1)!
}
