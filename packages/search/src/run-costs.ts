/*
 * The least costs of searches among parts of blocks, of which neighbours may have one continuation, from a table over runs.
 *
 * A run is a row of neighbouring blocks with one continuation. No tree needs a threshold inside it, so a table over runs is smaller
 * than one over blocks. A part may begin or end within a run. Then only a share of the weight of that run is there. A run at an end of
 * the part has one leaf (step 1 of atoms.ts), so only the weight of the run counts, not which of its values are there. The cost of
 * the cheapest tree is the least of linear functions of weights, so it is concave. It is no less than a mean of two costs: that with
 * the whole run, by the share, and that without the run, by the rest. And each value of a part of two runs takes a test.
 *
 * A tree for a part without `out` values becomes one for the whole part: the tests of these values come first. Each of them costs no
 * more than the weight of the part.
 */
import { joined } from './block.ts'
import type { Block } from './block.ts'
import { CheapestTable } from './cheapest-table.ts'
import { WeightSums } from './cost-table.ts'
import { leaves } from './ends.ts'
import type { LeastCosts } from './lower-bound.ts'

/** The least costs of searches among `blocks`, by a price of 0. They take a fraction of the time of those of lower-bound.ts. */
export class RunCosts implements LeastCosts {
  readonly #table: CheapestTable
  readonly #sums: WeightSums
  /** For each block, the place of its run. */
  readonly #runs: Int32Array
  /** For each block, the share of its run in the blocks of the run from it on. */
  readonly #from: Float64Array
  /** For each block, the share of its run in the blocks of the run up to it. */
  readonly #upTo: Float64Array

  constructor(blocks: readonly Block[]) {
    const runs = joined(blocks)
    this.#table = new CheapestTable(runs, leaves(runs), 0)
    this.#sums = new WeightSums(blocks)
    this.#runs = new Int32Array(blocks.length)
    this.#from = new Float64Array(blocks.length)
    this.#upTo = new Float64Array(blocks.length)
    let [run, before] = [0, 0]
    blocks.forEach(({ to, weight }, j) => {
      if (runs[run]!.to !== to) [run, before] = [run + 1, 0]
      const whole = runs[run]!.weight
      this.#runs[j] = run
      this.#from[j] = whole === 0 ? 1 : (whole - before) / whole
      before += weight
      this.#upTo[j] = whole === 0 ? 1 : before / whole
    })
  }

  /** The least cost of blocks `i` to `j` without any `out` values. */
  of(i: number, j: number, out: number): number {
    const first = this.#runs[i]!
    const last = this.#runs[j]!
    if (first === last) return 0
    const table = this.#table
    const from = this.#from[i]!
    const upTo = this.#upTo[j]!
    let cost = from * upTo * table.of(first, last)
    if (from < 1) cost += (1 - from) * upTo * table.of(first + 1, last)
    if (upTo < 1) cost += from * (1 - upTo) * table.of(first, last - 1)
    if (from < 1 && upTo < 1 && first + 1 < last)
      cost += (1 - from) * (1 - upTo) * table.of(first + 1, last - 1)
    const weight = this.#sums.of(i, j)
    return Math.max(0, Math.max(cost, weight) - out * weight)
  }
}
