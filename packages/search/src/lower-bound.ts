/*
 * A lower bound of the cost of a search by any tree of two-way comparisons.
 *
 * A tree tests `>= k` or `== k`, for any k. A threshold divides a part of the blocks in two. An equality test takes
 * one value out of the part. The exact problem is exponential because it depends on which values are out. A bound
 * that depends only on how many are out is polynomial:
 *
 *     least(i, j, out) = 0 where taking out `out` values can leave blocks i to j with one continuation, else
 *                        weight + price + the least of
 *       least(i, s, a) + least(s + 1, j, out - a)   for each s and each a from 0 to `out`
 *       least(i, j, out + 1)
 *
 * where the weight is that of blocks i to j without their `out` heaviest values. No set of `out` values weighs more,
 * so every tree costs at least that. Above a number of values out, not every test is tried, and the bound of a part
 * is that of its two halves (bound-table.ts). Where a caller needs only the cost of all blocks, the bound is for
 * parts of cheapest trees, with fewer tests to try (cheapest-table.ts).
 *
 * Cells must be atoms: no tree tests a single value of a cell of several values. atoms.ts says which cells are atoms.
 */
import { blocksOf, joined } from './block.ts'
import type { Block } from './block.ts'
import { BoundTable, MOST_OUT, MOST_TRIED } from './bound-table.ts'
import { checkCells } from './cell.ts'
import type { WeightedCell } from './cell.ts'
import { CheapestTable } from './cheapest-table.ts'
import { leaves } from './ends.ts'
import { FewestOut } from './fewest-out.ts'
import { HeaviestOut } from './heaviest-out.ts'
import type { LeastCosts } from './least-costs.ts'
import { checkLimits } from './search-tree.ts'

/**
 * The least costs of searches among `blocks` and among their parts. The table takes at most n³ steps.
 *
 * @param blocks - in the order of their values; neighbours may have one continuation
 * @param price - the price of a test in the tree, in the unit of weights
 */
export function leastCosts(blocks: readonly Block[], price: number): LeastCosts {
  const table = new BoundTable(blocks)
  const part = new HeaviestOut(blocks, MOST_OUT)
  const fewest = new FewestOut(blocks)
  for (let i = blocks.length - 1; i >= 0; i -= 1) {
    table.begin(i)
    part.begin()
    fewest.begin(i)
    for (let j = i; j < blocks.length; j += 1) {
      table.reach(j)
      for (let out = Math.min(MOST_OUT, fewest.to(j) - 1); out >= 0; out -= 1) {
        const here = part.weight(j, out) + price
        const cost =
          out > MOST_TRIED
            ? Math.max(here, table.halves())
            : here + Math.min(table.of(i, j, out + 1), table.leastSplit(out))
        table.enter(out, cost)
      }
    }
  }
  return table
}

/**
 * A lower bound of the cost of every tree for `cells`.
 *
 * @param cells - sorted, without gaps, atoms; neighbours may have one continuation
 * @param price - the price of a test in the tree, in the unit of weights
 * @throws RangeError where cells or the price are wrong
 */
export function leastCost(cells: readonly WeightedCell[], price: number): number {
  checkCells(cells)
  checkLimits({ price, longest: Infinity })
  const blocks = joined(blocksOf(cells))
  return new CheapestTable(blocks, leaves(blocks), price).of(0, blocks.length - 1)
}
