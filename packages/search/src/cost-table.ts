/*
 * A table of the costs of the parts of a row of cells.
 *
 * A part is cells i to j with `out` of their values taken out. A threshold after cell s divides it into cells i to s and
 * cells s + 1 to j.
 */

/** The number of parts of `cells` cells, with no value out: `cells` · (`cells` + 1) / 2. */
export function partsOf(cells: number): number {
  return (cells * (cells + 1)) / 2
}

/** The costs of parts: cells i to j (`i <= j`) with `out` values taken out. */
export class CostTable {
  readonly #parts: number
  readonly cells: number
  /** The cost of a part, at {@link CostTable.row} + j. */
  readonly costs: Float64Array
  /** The cell before the threshold that {@link CostTable.bestDivision} has found. */
  split = 0

  /**
   * @param maxOut - the most values taken out
   * @param cost - the cost of every part until it is entered; parts with fewer than `from` values out have the cost 0
   */
  constructor(cells: number, maxOut: number, cost: number, from: number = 0) {
    this.cells = cells
    this.#parts = partsOf(cells)
    this.costs = new Float64Array((maxOut + 1) * this.#parts)
    if (cost !== 0) this.costs.fill(cost, from * this.#parts)
  }

  /** The place of the costs of the parts that begin with cell `i`, minus `i`: no part ends before it begins. */
  row(i: number, out: number): number {
    return out * this.#parts + i * this.cells - ((i * (i + 1)) >>> 1)
  }

  /** The cost of a part. */
  get(i: number, j: number, out: number): number {
    return this.costs[this.row(i, out) + j]!
  }

  /** Enters the cost of a part. */
  set(i: number, j: number, out: number, cost: number): void {
    this.costs[this.row(i, out) + j] = cost
  }

  /**
   * The cost of the cheapest threshold for cells i to j, from after cell `from` to after cell `to`. `out` of the
   * values at `lower` and `upper` are taken out. {@link CostTable.split} is then the first cell with that cost. The
   * cost is `Infinity` where no threshold divides the cells.
   */
  bestDivision(
    i: number,
    j: number,
    out: number,
    lower: number,
    upper: number,
    from: number,
    to: number,
  ): number {
    const { cells, costs } = this
    const parts = this.#parts
    const row = this.row(i, 0)
    let best = Infinity
    let s = from
    /** The place of the upper side with no value out. Each row is shorter than the row before it. */
    let upperSide = this.row(s + 1, 0) + j
    for (let low = 0; low <= out; low += 1) {
      // Between two neighbouring values that are out, every threshold has the same ones below it.
      const end = low === out ? to : Math.min(to, (low === out - 1 ? upper : lower) - 1)
      const below = row + low * parts
      const above = (out - low) * parts
      // An empty side has cost `Infinity`, and no entry in the table.
      for (; s <= end; s += 1) {
        const sum = costs[below + s]! + costs[above + upperSide]!
        upperSide += cells - s - 2
        if (sum >= best) continue
        best = sum
        this.split = s
      }
    }
    return best
  }
}

/** Prefix sums of the weights of cells. */
export class WeightSums {
  /** By cell: the weight of the cells before it; the last entry is the weight of all. */
  readonly #before: Float64Array

  constructor(cells: readonly { readonly weight: number }[]) {
    this.#before = new Float64Array(cells.length + 1)
    cells.forEach(({ weight }, at) => (this.#before[at + 1] = this.before(at) + weight))
  }

  /** The weight of the cells before cell `at`; of all cells, where `at` is their count. */
  before(at: number): number {
    return this.#before[at]!
  }

  /** The weight of cells i to j. */
  of(i: number, j: number): number {
    return this.before(j + 1) - this.before(i)
  }
}
