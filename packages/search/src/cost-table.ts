/*
 * Costs of the parts of a row of cells, in a table.
 *
 * A part is cells i to j with `out` of their values taken out. A threshold after cell s divides it into cells i to s and
 * cells s + 1 to j. The table keeps each cost twice, by the first cell and by the last one, so that both rows that a split
 * reads lie side by side in memory.
 */

/** Costs by part: cells i to j (`i <= j`) with `out` values taken out. */
export class CostTable {
  readonly #cells: number
  readonly #byFirst: Float64Array
  readonly #byLast: Float64Array

  /** @param maxOut - the most values taken out; @param cost - of every part until {@link set} changes it */
  constructor(cells: number, maxOut: number, cost: number) {
    this.#cells = cells
    const size = (maxOut + 1) * cells * cells
    this.#byFirst = new Float64Array(size).fill(cost)
    this.#byLast = new Float64Array(size).fill(cost)
  }

  /** The cost of a part. */
  get(i: number, j: number, out: number): number {
    return this.#byFirst[(out * this.#cells + i) * this.#cells + j]!
  }

  /** Changes the cost of a part. */
  set(i: number, j: number, out: number, cost: number): void {
    this.#byFirst[(out * this.#cells + i) * this.#cells + j] = cost
    this.#byLast[(out * this.#cells + j) * this.#cells + i] = cost
  }

  /**
   * The first cell s from `from` to `to` after which a threshold divides cells i to j most cheaply, `low` values being out
   * below it and `high` above; `from` - 1 where no division has a finite cost.
   */
  bestSplit(i: number, j: number, low: number, high: number, from: number, to: number): number {
    const [below, above] = [this.#byFirst, this.#byLast]
    const row = (low * this.#cells + i) * this.#cells
    const column = (high * this.#cells + j) * this.#cells + 1
    let best = Infinity
    let split = from - 1
    for (let s = from; s <= to; s += 1) {
      const sum = below[row + s]! + above[column + s]!
      if (sum >= best) continue
      best = sum
      split = s
    }
    return split
  }

  /** The cost of both sides of a threshold after cell `s`, together. */
  splitCost(i: number, j: number, low: number, high: number, s: number): number {
    return this.get(i, s, low) + this.get(s + 1, j, high)
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
