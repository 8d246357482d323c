/*
 * What parts of some blocks cost that are tested no further, for tables of cheapest trees.
 *
 * A search tree looks up one function of a value, and a shared tree several (shared-costs.ts). A function that may be constant in
 * the rest of a part is settled, and costs nothing. Another function costs the rest of its search. In a search tree no part ends before
 * its function is settled: there the rest costs `Infinity`.
 */
import type { Block } from './block.ts'
import { MOST_OUT } from './bound-table.ts'
import { WeightSums } from './cost-table.ts'
import { FewestOut } from './fewest-out.ts'
import { HeaviestOut } from './heaviest-out.ts'
import type { LeastCosts } from './least-costs.ts'

/** The blocks of a function, and what the rest of its search costs for each of their parts. */
export interface SearchBlocks {
  readonly blocks: readonly Block[]
  /** The price of a load before the rest of the search, in the unit of weights. */
  readonly load: number
  /** The least costs of the rest, besides the load. */
  readonly rest: LeastCosts
}

/** The ends of one function. */
class FunctionEnds {
  readonly #most: number
  readonly #load: number
  readonly #rest: LeastCosts
  readonly #fewest: FewestOut
  readonly #part: HeaviestOut
  readonly #weights: WeightSums
  /** For each block, the last of those from it on that have its continuation. */
  readonly #constant: Int32Array
  /** For each j, how many values may be out of the part of the present row so that the function is surely not settled; -1 for none. */
  readonly #open: Int32Array
  #i = 0

  constructor({ blocks, load, rest }: SearchBlocks, most: number) {
    const n = blocks.length
    this.#most = most
    this.#load = load
    this.#rest = rest
    this.#fewest = new FewestOut(blocks)
    this.#part = new HeaviestOut(blocks, most)
    this.#open = new Int32Array(n)
    this.#constant = new Int32Array(n)
    this.#weights = new WeightSums(blocks)
    for (let j = n - 1; j >= 0; j -= 1)
      this.#constant[j] = blocks[j + 1]?.to === blocks[j]!.to ? this.#constant[j + 1]! : j
  }

  /** Adds to `costs`, and limits `open`: see {@link Ends.begin}. */
  begin(i: number, costs: Float64Array, open: Int32Array): void {
    const load = this.#load
    const from = this.#constant[i]! + 1
    this.#i = i
    this.#part.begin()
    this.#enterOpen(i, from, open)
    if (load > 0) for (let j = from; j < costs.length; j += 1) costs[j]! += load * this.#weights.of(i, j)
    this.#rest.addRow(i, costs)
  }

  /** Enters how many values may be out, where the function is constant in blocks `i` to `from` - 1. */
  #enterOpen(i: number, from: number, open: Int32Array): void {
    const maxOut = this.#most
    const own = this.#open.fill(-1, i, from)
    open.fill(-1, i, from)
    this.#fewest.begin(i)
    for (let j = from; j < own.length; j += 1) {
      const most = this.#fewest.to(j) - 1
      if (most >= maxOut) {
        // A longer part has no fewer.
        own.fill(maxOut, j)
        return
      }
      own[j] = most
      if (most < open[j]!) open[j] = most
    }
  }

  of(j: number, out: number): number {
    if (out > this.#open[j]!) return 0
    if (this.#load === 0) return this.#rest.of(this.#i, j, out)
    return this.#load * this.#part.weight(j, out) + this.#rest.of(this.#i, j, out)
  }
}

/** What parts of some blocks cost that are tested no further: the sum over functions. */
export class Ends {
  readonly #functions: readonly FunctionEnds[]
  readonly #most: number

  /** @param most - the most values out of a part of which anyone will ask */
  constructor(searched: readonly SearchBlocks[], most: number = MOST_OUT) {
    this.#functions = searched.map((each) => new FunctionEnds(each, most))
    this.#most = most
  }

  /**
   * Enters, for each part that begins with block `i` and ends with a block j after it,
   * - at `costs[j]`, what it costs: 0 where nothing is left to tell apart, `Infinity` where tests have to follow,
   * - at `open[j]`, how many values may be out so that each other value surely takes one test or more. Where no function is settled,
   *   each value is tested for all of them, or by the rest of the search of each.
   */
  begin(i: number, costs: Float64Array, open: Int32Array): void {
    costs.fill(0)
    open.fill(this.#most)
    for (const each of this.#functions) each.begin(i, costs, open)
  }

  /** The cost for blocks i to `j` without `out` values, at least one. */
  of(j: number, out: number): number {
    const functions = this.#functions
    let sum = 0
    // By index: an iterator costs more than the answer.
    for (let at = 0; at < functions.length; at += 1) sum += functions[at]!.of(j, out)
    return sum
  }
}

/** The rest of a search in which every value has to be found. */
const NO_REST: LeastCosts = {
  of: () => Infinity,
  addRow: (i, costs) => costs.fill(Infinity, i + 1),
}

/** The ends of search trees over `blocks`, of which neighbours have different continuations. */
export function leaves(blocks: readonly Block[], most: number = MOST_OUT): Ends {
  return new Ends([{ blocks, load: 0, rest: NO_REST }], most)
}
