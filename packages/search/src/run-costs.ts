/*
 * The least costs of searches among parts of blocks, read from a table over runs. Neighbouring blocks may have one
 * continuation.
 *
 * A run is a row of neighbouring blocks with one continuation. No tree needs a threshold inside it, so a table over
 * runs is smaller than one over blocks. A part may begin or end within a run, and then has only a share of the weight
 * of that run. A run at an end of the part has one leaf (step 1 of atoms.ts), so the cost depends on the weight of
 * the run alone, not on the values that are there. The cost of the cheapest tree is the least of several linear
 * functions of weights, so it is concave. Let s be the share of the run in the part. Then the cost is no less than s
 * times the cost with the whole run plus 1 - s times the cost without it. Besides, each value of a part of two runs
 * takes a test.
 *
 * A tree for a part without `out` values becomes a tree for the whole part: the tests of these values come first.
 * Each of them costs no more than the weight of the part.
 */
import { joined } from './block.ts'
import type { Block } from './block.ts'
import { MOST_OUT } from './bound-table.ts'
import { CheapestTable } from './cheapest-table.ts'
import { WeightSums } from './cost-table.ts'
import { leaves } from './ends.ts'
import type { LeastCosts } from './least-costs.ts'

/**
 * The share of an atom that one of its values may weigh (atoms.ts). A value that is no single weighs less than this
 * share of its block.
 */
const SHARE = 1 / 4

/** `run` as one wide atom, where its single values are light enough. */
function asAtom(run: Block): Block {
  const isAtom = run.singles.every((single) => single <= run.weight * SHARE)
  return isAtom && (run.isWide || run.singles.length > 1) ? { ...run, singles: [], isWide: true } : run
}

/**
 * The least costs of searches among `blocks`, at a price of 0. They take a fraction of the time of those of
 * lower-bound.ts.
 */
export class RunCosts implements LeastCosts {
  readonly #table: CheapestTable
  readonly #sums: WeightSums
  /** For each block, the place of its run. */
  readonly #runs: Int32Array
  /** For each block, the share of the weight of its run in the blocks of the run from it on. */
  readonly #from: Float64Array
  /** For each block, the share of the weight of its run in the blocks of the run up to it. */
  readonly #upTo: Float64Array
  /** For each j, the least cost of blocks i to j, where i is `#rowOf`. */
  readonly #row: Float64Array
  #rowOf = -1

  /** @param most - the most values out of a part for which the table has a bound */
  constructor(blocks: readonly Block[], most: number = MOST_OUT) {
    const runs = joined(blocks).map(asAtom)
    this.#table = new CheapestTable(runs, leaves(runs, most), 0, most)
    this.#sums = new WeightSums(blocks)
    this.#runs = new Int32Array(blocks.length)
    this.#from = new Float64Array(blocks.length)
    this.#upTo = new Float64Array(blocks.length)
    this.#row = new Float64Array(blocks.length)
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

  /**
   * Adds the least cost of blocks `i` to j to `costs[j]`, for each block j from `i` on. The next calls of
   * {@link RunCosts.of} read these costs again.
   */
  addRow(i: number, costs: Float64Array): void {
    const [runs, upTos, sums, row, table] = [this.#runs, this.#upTo, this.#sums, this.#row, this.#table]
    const first = runs[i]!
    const from = this.#from[i]!
    this.#rowOf = i
    let last = first
    /** The costs up to the last run but one, and up to the last run. */
    let before = 0
    let whole = 0
    for (let j = i; j < costs.length; j += 1) {
      if (runs[j]! !== last) {
        last = runs[j]!
        before = whole
        whole = from * table.of(first, last)
        if (from < 1 && first + 1 < last) whole += (1 - from) * table.of(first + 1, last)
      }
      if (last === first) {
        row[j] = 0
        continue
      }
      const upTo = upTos[j]!
      const mean = upTo * whole + (1 - upTo) * before
      const tests = sums.of(i, j)
      const cost = mean > tests ? mean : tests
      row[j] = cost
      costs[j]! += cost
    }
  }

  /** The least cost of blocks `i` to `j` with any `out` values taken out. */
  of(i: number, j: number, out: number): number {
    if (i !== this.#rowOf) this.addRow(i, new Float64Array(this.#row.length))
    const cost = this.#row[j]! - out * this.#sums.of(i, j)
    return cost > 0 ? cost : 0
  }
}
