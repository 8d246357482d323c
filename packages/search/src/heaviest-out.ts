/*
 * What taking values out leaves of the weight of blocks i to j, for one i and longer and longer parts.
 *
 * Nobody knows which values a tree takes out of a part, only how many. No set of so many weighs more than the heaviest.
 */
import type { Block } from './block.ts'

/** The parts that begin with one of some blocks. */
export class HeaviestOut {
  readonly #maxOut: number
  readonly #weights: Float64Array
  /** The weight before each block. */
  readonly #before: Float64Array
  /** At j · maxOut + rank: the weights of the heaviest single values of block j, descending; -1 where it has fewer. */
  readonly #heavy: Float64Array
  #first = 0
  #last = -1
  /** The weights of the heaviest single values of the part, descending. */
  readonly #heaviest: Float64Array

  /** @param maxOut - the most values of whose weight anyone will ask */
  constructor(blocks: readonly Block[], maxOut: number) {
    const n = blocks.length
    this.#maxOut = maxOut
    this.#weights = new Float64Array(n)
    this.#before = new Float64Array(n + 1)
    this.#heavy = new Float64Array(n * maxOut).fill(-1)
    this.#heaviest = new Float64Array(maxOut)
    blocks.forEach(({ weight, singles }, j) => {
      this.#weights[j] = weight
      this.#before[j + 1] = this.#before[j]! + weight
      const heaviest = singles.length > 1 ? singles.toSorted((a, b) => b - a) : singles
      for (let rank = 0; rank < Math.min(maxOut, heaviest.length); rank += 1)
        this.#heavy[j * maxOut + rank] = heaviest[rank]!
    })
  }

  /** The weight of block `j` without its `out` heaviest single values; `Infinity` where it has fewer. */
  ofBlock(j: number, out: number): number {
    let left = this.#weights[j]!
    for (let rank = 0; rank < out; rank += 1) {
      const heavy = this.#heavy[j * this.#maxOut + rank]!
      if (heavy < 0) return Infinity
      left -= heavy
    }
    return Math.max(0, left)
  }

  /** Begins with the part without blocks before block `i`. */
  begin(i: number): void {
    this.#first = i
    this.#last = i - 1
    this.#heaviest.fill(0)
  }

  /** Goes on to the part that ends with block `j`, no shorter than the last one. */
  reach(j: number): void {
    const maxOut = this.#maxOut
    const heavy = this.#heavy
    const heaviest = this.#heaviest
    for (let at = this.#last + 1; at <= j; at += 1)
      for (let rank = 0; rank < maxOut; rank += 1) {
        const weight = heavy[at * maxOut + rank]!
        // Most blocks have nothing heavier than what the part has.
        if (weight <= heaviest[maxOut - 1]!) break
        this.#add(weight)
      }
    this.#last = Math.max(this.#last, j)
  }

  #add(weight: number): void {
    const heaviest = this.#heaviest
    for (let rank = 0; rank < heaviest.length; rank += 1) {
      const held = heaviest[rank]!
      if (weight <= held) continue
      heaviest[rank] = weight
      weight = held
    }
  }

  /** The weight of the part without its `out` heaviest single values. */
  weight(out: number): number {
    let left = this.#before[this.#last + 1]! - this.#before[this.#first]!
    for (let rank = 0; rank < out; rank += 1) left -= this.#heaviest[rank]!
    return Math.max(0, left)
  }
}
