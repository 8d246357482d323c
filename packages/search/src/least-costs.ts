/** The least costs of searches among some blocks. */
export interface LeastCosts {
  /** The least cost of blocks `i` to `j` without any `out` values; 0 where the table does not know more. */
  readonly of: (i: number, j: number, out: number) => number
  /** Adds, for each block j from `i` on, the least cost of blocks `i` to j to `costs[j]`. */
  readonly addRow: (i: number, costs: Float64Array) => void
}
