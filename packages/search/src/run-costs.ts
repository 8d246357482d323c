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
import { MOST_OUT } from './bound-table.ts'
import { CheapestTable } from './cheapest-table.ts'
import { WeightSums } from './cost-table.ts'
import { leaves } from './ends.ts'
import type { LeastCosts } from './least-costs.ts'

/** The share of an atom that one of its values may weigh (atoms.ts). Values that are no singles weigh less of their block. */
const SHARE = 1 / 4

/** `run` as one wide atom, where its single values allow that. */
function asAtom(run: Block): Block {
  const isAtom = run.singles.every((single) => single <= run.weight * SHARE)
  return isAtom && (run.isWide || run.singles.length > 1) ? { ...run, singles: [], isWide: true } : run
}

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
  /** For each j, the least cost of blocks i to j, i being `#rowOf`. */
  readonly #row: Float64Array
  #rowOf = -1

  /** @param most - the most values out of a part of which the table knows something */
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

  /** Adds, for each block j from `i` on, the least cost of blocks `i` to j to `costs[j]`. The next calls of {@link RunCosts.of} take it from here. */
  addRow(i: number, costs: Float64Array): void {
    const [runs, upTos, sums, row, table] = [this.#runs, this.#upTo, this.#sums, this.#row, this.#table]
    const first = runs[i]!
    const from = this.#from[i]!
    this.#rowOf = i
    let last = first
    /** The costs up to the run before the last one, and up to the last one. */
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

  /** The least cost of blocks `i` to `j` without any `out` values. */
  of(i: number, j: number, out: number): number {
    if (i !== this.#rowOf) this.addRow(i, new Float64Array(this.#row.length))
    const cost = this.#row[j]! - out * this.#sums.of(i, j)
    return cost > 0 ? cost : 0
  }
}
