/** The least costs of searches among some blocks. */
export interface LeastCosts {
  /** The least cost of blocks `i` to `j` with any `out` values taken out; 0 where the table has no bound. */
  readonly of: (i: number, j: number, out: number) => number
  /** Adds the least cost of blocks `i` to j to `costs[j]`, for each block j from `i` on. */
  readonly addRow: (i: number, costs: Float64Array) => void
}
