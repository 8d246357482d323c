/*
 * What parts of some blocks cost that are tested no further, for tables of cheapest trees.
 *
 * A search tree looks up one function of a value, and a shared tree several (shared-costs.ts). A function that may be constant in
 * the rest of a part is settled, and costs nothing. Another function costs the rest of its search. In a search tree no part ends before
 * its function is settled: there the rest costs `Infinity`.
 */
import type { Block } from './block.ts'
import { MOST_OUT } from './bound-table.ts'
import { PartSums } from './part-sums.ts'

/** The blocks of a function, and what the rest of its search costs for each of their parts. */
export interface Searched {
  readonly blocks: readonly Block[]
  /** The price of a load before the rest of the search, in the unit of weights. */
  readonly load: number
  /** The least cost of the rest for blocks `i` to `j` without any `out` values, besides the load. */
  readonly restOf: (i: number, j: number, out: number) => number
}

/** The ends of one function. */
class FunctionEnds {
  readonly #blocks: readonly Block[]
  readonly #load: number
  readonly #restOf: Searched['restOf']
  readonly #part: PartSums
  /** A second one: the sums of a row are asked for after all its counts. */
  readonly #sums: PartSums
  /** The weight before each block. */
  readonly #before: Float64Array
  /** For each j, how many values may be out of the part of the present row so that the function is surely not settled; -1 for none. */
  readonly #open: Int32Array
  #i = 0

  constructor({ blocks, load, restOf }: Searched) {
    const n = blocks.length
    this.#blocks = blocks
    this.#load = load
    this.#restOf = restOf
    this.#part = new PartSums(blocks, MOST_OUT)
    this.#sums = new PartSums(blocks, MOST_OUT)
    this.#open = new Int32Array(n)
    this.#before = new Float64Array(n + 1)
    for (let j = 0; j < n; j += 1) this.#before[j + 1] = this.#before[j]! + blocks[j]!.weight
  }

  /** Adds to `costs`, and limits `open`: see {@link Ends.begin}. */
  begin(i: number, costs: Float64Array, open: Int32Array): void {
    const blocks = this.#blocks
    const before = this.#before
    this.#i = i
    this.#part.begin(i)
    this.#sums.begin(i)
    let isConstant = true
    for (let j = i + 1; j < blocks.length; j += 1) {
      isConstant &&= blocks[j]!.to === blocks[i]!.to
      const most = isConstant ? -1 : this.#part.fewestTo(j) - 1
      this.#open[j] = most
      if (most < open[j]!) open[j] = most
      if (!isConstant) costs[j]! += this.#load * (before[j + 1]! - before[i]!) + this.#restOf(i, j, 0)
    }
  }

  of(j: number, out: number): number {
    if (out > this.#open[j]!) return 0
    this.#sums.reach(j)
    return this.#load * this.#sums.weight(out) + this.#restOf(this.#i, j, out)
  }
}

/** What parts of some blocks cost that are tested no further: the sum over functions. */
export class Ends {
  readonly #functions: readonly FunctionEnds[]

  constructor(searched: readonly Searched[]) {
    this.#functions = searched.map((each) => new FunctionEnds(each))
  }

  /**
   * Enters, for each part that begins with block `i` and ends with a block j after it,
   * - at `costs[j]`, what it costs: 0 where nothing is left to tell apart, `Infinity` where tests have to follow,
   * - at `open[j]`, how many values may be out so that each other value surely takes one test or more. Where no function is settled,
   *   each value is tested for all of them, or by the rest of the search of each.
   */
  begin(i: number, costs: Float64Array, open: Int32Array): void {
    costs.fill(0)
    open.fill(MOST_OUT)
    for (const each of this.#functions) each.begin(i, costs, open)
  }

  /** The cost for blocks i to `j` without `out` values, at least one. `j` is not less than in the call before. */
  of(j: number, out: number): number {
    let sum = 0
    for (const each of this.#functions) sum += each.of(j, out)
    return sum
  }
}

/** The ends of search trees over `blocks`. */
export function leaves(blocks: readonly Block[]): Ends {
  return new Ends([{ blocks, load: 0, restOf: () => Infinity }])
}
