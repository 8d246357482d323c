/*
 * Costs of the parts of a row of cells, in a table.
 *
 * A part is cells i to j with `out` of their values taken out. A threshold after cell s divides it into cells i to s and
 * cells s + 1 to j. The table keeps each cost twice, by the first cell and by the last one, so that both rows that a split
 * reads lie side by side in memory.
 */
import { RowSplits } from './row-splits.ts'

/** The parts of `cells` cells, of which there are `cells` · (`cells` + 1) / 2. */
export function partsOf(cells: number): number {
  return (cells * (cells + 1)) / 2
}

/** Costs by part: cells i to j (`i <= j`) with `out` values taken out. */
export class CostTable {
  readonly #cells: number
  readonly #parts: number
  /** At {@link CostTable.#row} + j. */
  readonly #byFirst: Float64Array
  /** At {@link CostTable.#column} + i. */
  readonly #byLast: Float64Array
  /** The cell before the threshold that {@link CostTable.bestDivision} has found. */
  split = 0

  /**
   * @param maxOut - the most values taken out
   * @param cost - of every part until {@link set} changes it; of parts with fewer than `from` values out it is 0
   */
  constructor(cells: number, maxOut: number, cost: number, from: number = 0) {
    this.#cells = cells
    this.#parts = partsOf(cells)
    const size = (maxOut + 1) * this.#parts
    this.#byFirst = new Float64Array(size)
    this.#byLast = new Float64Array(size)
    if (cost === 0) return
    this.#byFirst.fill(cost, from * this.#parts)
    this.#byLast.fill(cost, from * this.#parts)
  }

  /** The place of the costs of parts that begin with cell `i`, less `i` places: no part ends before it begins. */
  #row(i: number, out: number): number {
    return out * this.#parts + i * this.#cells - ((i * (i + 1)) >>> 1)
  }

  /** The place of the costs of parts that end with cell `j`. */
  #column(j: number, out: number): number {
    return out * this.#parts + ((j * (j + 1)) >>> 1)
  }

  /** The cost of a part. */
  get(i: number, j: number, out: number): number {
    return this.#byFirst[this.#row(i, out) + j]!
  }

  /** Changes the cost of a part. */
  set(i: number, j: number, out: number, cost: number): void {
    this.#byFirst[this.#row(i, out) + j] = cost
    this.#byLast[this.#column(j, out) + i] = cost
  }

  /**
   * The cost of the cheapest threshold from after cell `from` to after cell `to`, for cells i to j with `out` of the values at
   * `lower` and `upper` taken out; {@link CostTable.split} is then the first such cell. It is `Infinity` where none divides them.
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
    const below = this.#byFirst
    const above = this.#byLast
    const parts = this.#parts
    const row = this.#row(i, 0)
    const column = this.#column(j, 0) + 1
    let best = Infinity
    let s = from
    for (let low = 0; low <= out; low += 1) {
      // Between two neighbouring values that are out, every threshold has the same of them below it.
      const end = low === out ? to : Math.min(to, (low === out - 1 ? upper : lower) - 1)
      const left = row + low * parts
      const right = column + (out - low) * parts
      // A side of which nothing is left has no entry, and costs `Infinity`.
      for (; s <= end; s += 1) {
        const sum = below[left + s]! + above[right + s]!
        if (sum >= best) continue
        best = sum
        this.split = s
      }
    }
    return best
  }

  /** The cheapest thresholds of parts of which no value is taken out, row by row. */
  rowSplits(): RowSplits {
    return new RowSplits(this.#cells, this.#byFirst, this.#byLast)
  }
}

/** The weights of neighbouring cells, summed. */
export class WeightSums {
  readonly #before: Float64Array

  constructor(cells: readonly { readonly weight: number }[]) {
    this.#before = new Float64Array(cells.length + 1)
    cells.forEach(({ weight }, i) => (this.#before[i + 1] = this.#before[i]! + weight))
  }

  /** The weight of cells i to j. */
  of(i: number, j: number): number {
    return this.#before[j + 1]! - this.#before[i]!
  }
}
