/*
 * The least that a search can cost, whatever tree of two-way comparisons performs it.
 *
 * A tree tests `>= k` or `== k`, for any k. A threshold divides a part of the blocks in two. An equality test takes one
 * value out of the part. Which values are out makes the exact problem exponential; how many are out does not. So
 *
 *     least(i, j, out) = 0 where taking out `out` values can leave blocks i to j with one continuation, else
 *                        weight + price + the least of
 *       least(i, s, a) + least(s + 1, j, out - a)   for each s and each a from 0 to `out`
 *       least(i, j, out + 1)
 *
 * where the weight is that of blocks i to j without the `out` heaviest values among them. No set of `out` values weighs more,
 * so every tree costs at least that. Where more values are out than every test is tried for, a part costs what its two halves
 * cost (bound-table.ts). A caller who needs the cost of all blocks alone asks for parts of cheapest trees, of which fewer tests have
 * to be tried (cheapest-table.ts).
 *
 * Cells are atoms: a tree tests no value of a cell of several values alone. atoms.ts says which cells may be taken so.
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
 * No more than any tree for `cells` costs.
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
