/*
 * The least that a search can cost, whatever tree of two-way comparisons performs it.
 *
 * A tree tests `>= k` or `== k`, for any k. A threshold divides a part of the cells in two. An equality test takes one
 * value out of the part. Which values are out makes the exact problem exponential; how many are out does not. So
 *
 *     least(i, j, out) = 0 where taking out `out` values can leave cells i to j with one continuation, else
 *                        weight + price + the least of
 *       least(i, s, a) + least(s + 1, j, out - a)   for each s and each a from 0 to `out`
 *       least(i, j, out + 1)
 *
 * where the weight is that of cells i to j without the `out` heaviest among them. No set of `out` values weighs more,
 * so every tree costs at least that. Where the cost of the leaves alone (code-costs.ts) is higher, that cost
 * counts; it also counts beyond `maxOut` values.
 *
 * A part costs no less than the parts within it. So the cheapest threshold, with `a` values out below it, costs no less than that of
 * cells i to j - 1 and that of cells i + 1 to j. Where this is as much as the cheapest test so far, that threshold is not looked for.
 *
 * Cells are atoms: a tree tests no value of a cell of several values alone, and divides no cell. atoms.ts says which cells
 * may be taken so. A part that is left with two wide cells of different continuations is then never done by taking values
 * out, and only single values count among the heaviest.
 */
import { checkCells, isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'
import { CodeCosts } from './code-costs.ts'
import { CostTable, WeightSums } from './cost-table.ts'

/** The least costs of searches among some cells. */
export interface LeastCosts {
  /** The least cost of cells `i` to `j` without any `out` values; 0 where the table does not know more. */
  readonly of: (i: number, j: number, out: number) => number
}

/** A number of values that no search takes out one by one. */
const MANY = 2 ** 20

/** At i · n + j: the fewest single values to take out of cells i to j so that one continuation is left; at most `MANY`. */
export function fewestOut(cells: readonly WeightedCell[]): Int32Array {
  const n = cells.length
  const fewest = new Int32Array(n * n)
  const ways = new Map<number, number>()
  const way = cells.map(({ to }) => ways.get(to) ?? (ways.set(to, ways.size), ways.size - 1))
  const singles = new Float64Array(ways.size)
  for (let i = 0; i < n; i += 1) {
    singles.fill(0)
    /** The continuation of the wide cells; -1 where there is none yet. */
    let wide = -1
    let [total, most] = [0, 0]
    for (let j = i; j < n; j += 1) {
      const to = way[j]!
      if (isSingle(cells[j]!)) {
        total += 1
        singles[to]! += 1
        most = Math.max(most, singles[to]!)
      } else if (wide === -1) wide = to
      else if (wide !== to) {
        // Two wide cells stay, whatever is taken out.
        fewest.fill(MANY, i * n + j, (i + 1) * n)
        break
      }
      fewest[i * n + j] = total - (wide === -1 ? most : singles[wide]!)
    }
  }
  return fewest
}

/** The weight of the heaviest single values of every part, as a function of i, j and how many. */
export function heaviestSums(
  cells: readonly WeightedCell[],
  maxOut: number,
): (i: number, j: number, out: number) => number {
  const n = cells.length
  const sums = new Float64Array((maxOut + 1) * n * n)
  const heaviest = new Float64Array(maxOut)
  for (let i = 0; i < n; i += 1) {
    heaviest.fill(0)
    for (let j = i; j < n; j += 1) {
      let weight = isSingle(cells[j]!) ? cells[j]!.weight : 0
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
  return (i, j, out) => sums[(out * n + i) * n + j]!
}

/** The cheapest thresholds of the parts of a table, which is entered from the last row to the first, and each row from its beginning. */
class CheapestThresholds {
  readonly #costs: CostTable
  /** The pairs of numbers of values out below and above a threshold. */
  readonly #pairs: number
  /** By j and pair: a lower bound of the cheapest threshold of cells i to j, for the last i so far. */
  readonly #floors: Float64Array

  constructor(costs: CostTable, cells: number, maxOut: number) {
    this.#costs = costs
    this.#pairs = ((maxOut + 1) * (maxOut + 2)) / 2
    this.#floors = new Float64Array(cells * this.#pairs)
  }

  /**
   * The least of `best` and of the thresholds of cells `i` to `j` without `out` values; `enough` is a cost below which no caller
   * looks.
   */
  least(i: number, j: number, out: number, best: number, enough: number): number {
    const floors = this.#floors
    const here = j * this.#pairs + (out * (out + 1)) / 2
    const before = j - 1 > i ? here - this.#pairs : here // a single cell has no threshold
    let least = best
    for (let low = 0; low <= out; low += 1) {
      let floor = Math.max(floors[here + low]!, floors[before + low]!)
      if (floor < least && least > enough) {
        floor = this.#costs.leastSplit(i, j, low, out - low)
        least = Math.min(least, floor)
      }
      floors[here + low] = floor
    }
    return least
  }
}

/**
 * The least costs of searches among `cells` and among their parts. The table takes at most n³ / 6 · (maxOut + 1)² / 2 steps.
 *
 * @param cells - sorted, without gaps; neighbours may have one continuation
 * @param price - the price of a test in the tree, in the unit of weights
 * @param maxOut - the most values that are taken out; more of them make the bound tighter
 * @throws RangeError where cells are wrong
 */
export function leastCosts(cells: readonly WeightedCell[], price: number, maxOut: number): LeastCosts {
  checkCells(cells)
  const n = cells.length
  const fewest = fewestOut(cells)
  const heaviest = heaviestSums(cells, maxOut)
  const weights = new WeightSums(cells)
  const least = new CostTable(n, maxOut, 0)
  const thresholds = new CheapestThresholds(least, n, maxOut)
  const codes = new CodeCosts(cells, price)
  for (let i = n - 2; i >= 0; i -= 1) {
    codes.begin()
    codes.add(i)
    for (let j = i + 1; j < n; j += 1) {
      codes.add(j)
      const weight = weights.of(i, j)
      for (let out = Math.min(maxOut, fewest[i * n + j]! - 1); out >= 0; out -= 1) {
        let best = out < maxOut ? least.get(i, j, out + 1) : Infinity
        const here = Math.max(0, weight - heaviest(i, j, out)) + price
        codes.enclose(out)
        const { low: byLeaves, high: byLeavesAtMost } = codes
        // Where the leaves alone cost as much as the cheapest test so far, no cheaper test lowers the bound.
        best = thresholds.least(i, j, out, best, byLeaves - here)
        // Of one value more than the table has, the cost of the leaves is known.
        if (out === maxOut) {
          codes.enclose(out + 1)
          if (best > codes.low) best = Math.min(best, codes.cost(out + 1))
        }
        const byTests = here + best
        least.set(i, j, out, byTests >= byLeavesAtMost ? byTests : Math.max(byTests, codes.cost(out)))
      }
    }
  }
  return { of: (i, j, out) => (i >= j || out > maxOut ? 0 : least.get(i, j, out)) }
}
