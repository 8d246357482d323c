import type { Block } from './block.ts'
import { MOST_OUT } from './bound-table.ts'
import type { Ends } from './cheapest-table.ts'
import { PartSums } from './part-sums.ts'

/** The ends of a search tree: parts with one continuation, which cost nothing. Neighbouring blocks have different ones. */
export class Leaves implements Ends {
  readonly #part: PartSums
  #i = 0

  constructor(blocks: readonly Block[]) {
    this.#part = new PartSums(blocks, MOST_OUT)
  }

  /** Begins with the parts that begin with block `i`. */
  begin(i: number): void {
    this.#i = i
    this.#part.begin(i)
  }

  /** 0 where blocks i to `j` without `out` values may have one continuation, else `Infinity`. */
  of(j: number, out: number): number {
    if (out === 0) return this.#i === j ? 0 : Infinity
    return this.#part.fewestTo(j) <= out ? 0 : Infinity
  }

  /** How many values may be out of blocks i to `j` so that two continuations surely stay. */
  open(j: number): number {
    return this.#part.fewestTo(j) - 1
  }
}
