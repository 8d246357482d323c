/*
 * What a search costs at least, whatever tree of two-way comparisons does it.
 *
 * A tree tests `>= k` or `== k`, for any k. A threshold divides a part of the cells in two. An equality test takes one
 * value out of the part. Which values are out makes the exact problem exponential; how many are out does not. So
 *
 *     least(i, j, out) = 0 where `out` values are enough to leave cells i to j with one continuation, else
 *                        weight + price + the least of
 *       least(i, s, a) + least(s + 1, j, out - a)   for each s and each a from 0 to `out`
 *       least(i, j, out + 1)
 *
 * where the weight is that of cells i to j without the `out` heaviest among them. No set of `out` values weighs more,
 * so every tree costs at least that. Past `MAX_OUT` values the rest is taken to cost nothing: a tree that begins with so
 * many equality tests has cost a lot by then.
 *
 * A cell of several values counts as one value that holds all the weight. Of each cell, take the value that the tree finds
 * with the fewest tests. Moving the weight of the cell there makes the tree no dearer. So the bound holds for cells as wide
 * as one likes, and narrower cells make it tighter. For the same reason a threshold inside a cell needs no case of its own:
 * one of the two halves has no weight, and leaving it out makes the tree no dearer. That may happen to the first cell and
 * the last, which therefore count as one value; a cell between two others keeps all its values.
 */
import type { WeightedCell } from './search-tree.ts'

/** What searches cost at least. */
export interface LeastCosts {
  /** The least cost of cells `i` to `j` without any `out` values; 0 where that is not known. */
  readonly of: (i: number, j: number, out: number) => number
}

/** More values in a cell than any search takes out one by one. */
const MANY = 2 ** 20

/** At i · n + j: the fewest values to take out of cells i to j for the rest to have one continuation. */
function fewestOut(cells: readonly WeightedCell[]): Int32Array {
  const n = cells.length
  const fewest = new Int32Array(n * n)
  const ways = new Map<number, number>()
  const way = cells.map(({ to }) => ways.get(to) ?? (ways.set(to, ways.size), ways.size - 1))
  const more = cells.map(({ lo, hi }) => Math.min(hi - lo, MANY))
  const values = new Float64Array(ways.size)
  for (let i = 0; i < n; i += 1) {
    values.fill(0)
    let [total, most] = [0, 0]
    const add = (at: number, count: number): void => {
      total += count
      values[way[at]!]! += count
      most = Math.max(most, values[way[at]!]!)
    }
    for (let j = i; j < n; j += 1) {
      // The cell before is between two others now.
      if (j > i + 1) add(j - 1, more[j - 1]!)
      add(j, 1)
      fewest[i * n + j] = Math.min(MANY, total - most)
    }
  }
  return fewest
}

/** At (out · n + i) · n + j: what the `out` heaviest of cells i to j weigh. */
function heaviestSums(cells: readonly WeightedCell[], maxOut: number): Float64Array {
  const n = cells.length
  const sums = new Float64Array((maxOut + 1) * n * n)
  const heaviest = new Float64Array(maxOut)
  for (let i = 0; i < n; i += 1) {
    heaviest.fill(0)
    for (let j = i; j < n; j += 1) {
      let { weight } = cells[j]!
      let sum = 0
      for (let rank = 0; rank < maxOut; rank += 1) {
        const held = heaviest[rank]!
        if (weight > held) {
          heaviest[rank] = weight
          weight = held
        }
        sum += heaviest[rank]!
        sums[((rank + 1) * n + i) * n + j] = sum
      }
    }
  }
  return sums
}

/**
 * What searches of `cells` and their parts cost at least. The table takes n³ / 6 · (maxOut + 1)² / 2 steps.
 *
 * @param cells - sorted, without gaps; neighbours may have one continuation
 * @param price - what a test in the program costs, in the unit of weights
 * @param maxOut - most values that are taken out; the more, the tighter the bound
 */
export function leastCosts(cells: readonly WeightedCell[], price: number, maxOut: number): LeastCosts {
  const n = cells.length
  const fewest = fewestOut(cells)
  const heaviest = heaviestSums(cells, maxOut)
  const before = new Float64Array(n + 1)
  cells.forEach(({ weight }, i) => (before[i + 1] = before[i]! + weight))
  const least = new Float64Array((maxOut + 1) * n * n)
  /** The same at (out · n + j) · n + i, so that parts with one end in common lie side by side. */
  const byEnd = new Float64Array((maxOut + 1) * n * n)
  for (let length = 2; length <= n; length += 1)
    for (let i = 0, j = length - 1; j < n; i += 1, j += 1) {
      const weight = before[j + 1]! - before[i]!
      for (let out = Math.min(maxOut, fewest[i * n + j]! - 1); out >= 0; out -= 1) {
        const at = (out * n + i) * n + j
        // One value more than is looked at, or enough of them: 0 either way.
        let best = out < maxOut ? least[at + n * n]! : 0
        for (let left = 0; left <= out; left += 1) {
          const row = (left * n + i) * n
          const column = ((out - left) * n + j) * n + 1
          for (let s = i; s < j; s += 1) {
            const sum = least[row + s]! + byEnd[column + s]!
            if (sum < best) best = sum
          }
        }
        least[at] = Math.max(0, weight - heaviest[at]!) + price + best
        byEnd[(out * n + j) * n + i] = least[at]!
      }
    }
  return { of: (i, j, out) => (i >= j || out > maxOut ? 0 : least[(out * n + i) * n + j]!) }
}
