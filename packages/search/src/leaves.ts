import type { Block } from './block.ts'
import { MOST_OUT } from './bound-table.ts'
import type { Ends } from './cheapest-table.ts'
import { PartSums } from './part-sums.ts'

/** The ends of a search tree: parts with one continuation, which cost nothing. Neighbouring blocks have different ones. */
export class Leaves implements Ends {
  readonly #part: PartSums
  #open: Int32Array | undefined

  constructor(blocks: readonly Block[]) {
    this.#part = new PartSums(blocks, MOST_OUT)
  }

  /** Begins with the parts that begin with block `i`: see {@link Ends.begin}. */
  begin(i: number, costs: Float64Array, open: Int32Array): void {
    costs.fill(Infinity)
    this.#open = open
    this.#part.begin(i)
    for (let j = i + 1; j < open.length; j += 1) open[j] = this.#part.fewestTo(j) - 1
  }

  /** 0 where blocks i to `j` without `out` values may have one continuation, else `Infinity`. */
  of(j: number, out: number): number {
    return out > this.#open![j]! ? 0 : Infinity
  }
}
