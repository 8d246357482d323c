/*
 * Exchange rules: tests that no cheapest tree needs at a place, because the tree costs no more after an exchange.
 *
 * Each rule is a predicate with its proof. Where a rule cannot decide, the test stays. So the exact search finds
 * trees of the same cost with the rules as without, and visits far fewer parts. M. Chrobak and N. E. Young use such
 * exchanges of equality tests in "Classification via two-way comparisons" (WADS 2023).
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/**
 * Whether an equality test of cell `first` may stand directly above one of cell `second`.
 *
 * Two equality tests in a row can be swapped: each value then takes the place of the other. The tree costs less with
 * the lighter value below. So the order by weight is enough, and by place where weights are equal.
 */
export function isInOrder(cells: readonly WeightedCell[], first: number, second: number): boolean {
  const difference = cells[first]!.weight - cells[second]!.weight
  return difference > 0 || (difference === 0 && first < second)
}

/**
 * Whether an equality test of cell `value` may stand directly above a threshold. `otherSide` is the weight of the
 * side of the threshold without the value.
 *
 * The equality test can go below the threshold, on the side of its value. Then the value takes one test more, and the other
 * side takes one test less. So the test stays above only where the other side weighs less than the value.
 */
export function staysAboveThreshold(
  cells: readonly WeightedCell[],
  value: number,
  otherSide: number,
): boolean {
  return otherSide < cells[value]!.weight
}

/**
 * The most that a leaf can weigh that would hold the value of cell `left[place]` if no equality test took it out.
 *
 * A leaf holds neighbours with one continuation, without the single values that tests above it take out. So it
 * reaches, on each side, up to the first wider cell with another continuation than the wider cells before it.
 */
function heaviestLeaf(cells: readonly WeightedCell[], left: readonly number[], place: number): number {
  const sums = new Map<number, number>()
  for (const step of [-1, 1]) {
    /** The continuation of the first wider cell. */
    let only: number | undefined
    for (let next = place + step; next >= 0 && next < left.length; next += step) {
      const cell = cells[left[next]!]!
      if (only === undefined || cell.to === only) sums.set(cell.to, (sums.get(cell.to) ?? 0) + cell.weight)
      if (isSingle(cell)) continue
      only ??= cell.to
      if (cell.to !== only) break
    }
  }
  return Math.max(...sums.values())
}

/**
 * Whether an equality test of cell `left[place]` may stand above a search of the other cells in `left`, which weigh
 * `weight` with it.
 *
 * The equality test can go down to the leaf where its value would end up, at most `left.length - 2` tests deep. Then the
 * value takes at most that many tests more, and all but the value and the leaf take one test less.
 *
 * Where only the value and the leaf are left, the test stands directly above the leaf, and cannot go down. So the
 * rule must not take a rounding error for the weight of other cells.
 *
 * @param rounding - the largest difference between `weight` and the sum of the weights of `left`
 */
export function staysAboveLeaf(
  cells: readonly WeightedCell[],
  left: readonly number[],
  place: number,
  weight: number,
  rounding: number,
): boolean {
  const own = cells[left[place]!]!.weight
  const deepest = left.length - 2
  return weight - own - heaviestLeaf(cells, left, place) <= own * deepest + rounding
}

/**
 * Whether a threshold between the neighbours `below` and `above` can be of use.
 *
 * A threshold between two wider cells of one continuation is of no use: without a single value beside it, both cells
 * can go to the side that finds them sooner.
 */
export function dividesUsefully(below: WeightedCell, above: WeightedCell): boolean {
  return below.to !== above.to || isSingle(below) || isSingle(above)
}
