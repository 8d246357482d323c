/*
 * The cost of a part that the tree tests no further, for tables of cheapest trees.
 *
 * A search tree finds one function of a value, and a shared tree finds several (shared-costs.ts). A function that may
 * be constant in the rest of a part is settled, and costs nothing. Any other function costs the rest of its search.
 * In a search tree, no part ends before its function is settled, so there the rest costs `Infinity`.
 */
import type { Block } from './block.ts'
import { MOST_OUT } from './bound-table.ts'
import { WeightSums } from './cost-table.ts'
import { FewestOut } from './fewest-out.ts'
import { HeaviestOut } from './heaviest-out.ts'
import type { LeastCosts } from './least-costs.ts'

/** The blocks of a function, and the cost of the rest of its search for each part. */
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
  /** For each block, the last block of the row of equal continuations that begins at it. */
  readonly #constant: Int32Array
  /**
   * For each j, about the part from the present row to j: up to this number of values may be out, and the function
   * is surely not settled; -1 where it may be settled in any case.
   */
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

  /** Adds the costs of this function to `costs`, and lowers `open`: see {@link Ends.begin}. */
  begin(i: number, costs: Float64Array, open: Int32Array): void {
    const load = this.#load
    const from = this.#constant[i]! + 1
    this.#i = i
    this.#part.begin()
    this.#enterOpen(i, from, open)
    if (load > 0) for (let j = from; j < costs.length; j += 1) costs[j]! += load * this.#weights.of(i, j)
    this.#rest.addRow(i, costs)
  }

  /** Enters the most values that may be out. The function is constant in blocks `i` to `from` - 1. */
  #enterOpen(i: number, from: number, open: Int32Array): void {
    const maxOut = this.#most
    const own = this.#open.fill(-1, i, from)
    open.fill(-1, i, from)
    this.#fewest.begin(i)
    for (let j = from; j < own.length; j += 1) {
      const most = this.#fewest.to(j) - 1
      if (most >= maxOut) {
        // The number for a longer part is never lower.
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

/** The costs of parts that the tree tests no further: for each part, the sum over the functions. */
export class Ends {
  readonly #functions: readonly FunctionEnds[]
  readonly #most: number

  /** @param most - the most values out of a part that a caller asks for */
  constructor(searched: readonly SearchBlocks[], most: number = MOST_OUT) {
    this.#functions = searched.map((each) => new FunctionEnds(each, most))
    this.#most = most
  }

  /**
   * Enters two numbers for each part that begins with block `i` and ends with a later block j:
   * - at `costs[j]`, the cost of the part: 0 where all functions are settled, `Infinity` where tests have to follow,
   * - at `open[j]`, the most values that may be out so that each other value surely takes one test or more. Where no
   *   function is settled, each value takes a test for all functions, or one in the rest of the search of each.
   */
  begin(i: number, costs: Float64Array, open: Int32Array): void {
    costs.fill(0)
    open.fill(this.#most)
    for (const each of this.#functions) each.begin(i, costs, open)
  }

  /** The cost of blocks i to `j` without `out` values, at least one. */
  of(j: number, out: number): number {
    const functions = this.#functions
    let sum = 0
    // A loop by index: an iterator would cost more than the answer.
    for (let at = 0; at < functions.length; at += 1) sum += functions[at]!.of(j, out)
    return sum
  }
}

/** The rest of a search that must not end early. */
const NO_REST: LeastCosts = {
  of: () => Infinity,
  addRow: (i, costs) => costs.fill(Infinity, i + 1),
}

/** The ends of search trees over `blocks`. Neighbouring blocks have different continuations. */
export function leaves(blocks: readonly Block[], most: number = MOST_OUT): Ends {
  return new Ends([{ blocks, load: 0, rest: NO_REST }], most)
}
