/*
 * The cheapest thresholds of cells i to j, for one i and every j.
 *
 * A threshold after cell s costs cost(i, s) + cost(s + 1, j). The second cost is known for all j before row i is
 * entered. The first cost becomes known when the row reaches cell s. Then the threshold is tried for all longer parts
 * at once: the costs of their upper sides are neighbours in the table.
 */
import type { CostTable } from './cost-table.ts'

/** The cheapest thresholds of the parts of a row, in a table of costs that is entered from the last row to the first. */
export class RowThresholds {
  readonly #table: CostTable
  /** For the last cell j of a part: the cost of the cheapest threshold that has been tried. */
  readonly costs: Float64Array
  /** The cell before that threshold; before the first one where several have that cost. */
  readonly splits: Int16Array

  constructor(table: CostTable) {
    this.#table = table
    this.costs = new Float64Array(table.cells)
    this.splits = new Int16Array(table.cells)
  }

  /** Begins the row of cell `i`. All later rows must be entered. */
  begin(i: number): void {
    this.costs.fill(Infinity, i)
  }

  /**
   * Tries the threshold after cell `s`, for the parts that end with cell `from` or later. The thresholds after all
   * earlier cells of the row must have been tried.
   * @param below - the cost of the lower side
   */
  add(s: number, below: number, from: number = s + 1): void {
    const table = this.#table
    const { costs, splits } = this
    const above = table.costs
    const row = table.row(s + 1, 0)
    for (let j = from; j < costs.length; j += 1) {
      const sum = below + above[row + j]!
      if (sum >= costs[j]!) continue
      costs[j] = sum
      splits[j] = s
    }
  }
}
