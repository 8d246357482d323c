/*
 * The least weight that blocks i to j keep when a number of values is taken out, for one i and each j.
 *
 * A bound does not know which values a tree takes out of a part, only how many. Taking out the heaviest values leaves
 * the least weight.
 *
 * The parts that begin with block i are the parts of block i + 1, with block i added. A longer part has heavier
 * values. So once the values of block i are too light for a part, they are too light for all longer ones.
 */
import type { Block } from './block.ts'

/** The heaviest single values of the parts that begin with one block, from the last block back to the first one. */
export class HeaviestOut {
  readonly #maxOut: number
  readonly #weights: Float64Array
  /** The weight before each block. */
  readonly #before: Float64Array
  /** At j · maxOut + rank: the weights of the heaviest single values of block j, descending; -1 where it has fewer. */
  readonly #heavy: Float64Array
  #first: number
  /** At j · maxOut + rank: the weights of the heaviest single values of the part that ends with block j, descending. */
  readonly #heaviest: Float64Array

  /** @param maxOut - the most values out that a caller asks for */
  constructor(blocks: readonly Block[], maxOut: number) {
    const n = blocks.length
    this.#first = n
    this.#maxOut = maxOut
    this.#weights = new Float64Array(n)
    this.#before = new Float64Array(n + 1)
    this.#heavy = new Float64Array(n * maxOut).fill(-1)
    this.#heaviest = new Float64Array(n * maxOut)
    blocks.forEach(({ weight, singles }, j) => {
      this.#weights[j] = weight
      this.#before[j + 1] = this.#before[j]! + weight
      for (let at = 0; at < singles.length; at += 1) this.#add(this.#heavy, j * maxOut, singles[at]!)
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

  /** Goes on to the parts that begin with the block before the present one; at first, with the last block. */
  begin(): void {
    this.#first -= 1
    const maxOut = this.#maxOut
    const own = this.#first * maxOut
    for (let part = own; part < this.#heaviest.length; part += maxOut)
      for (let rank = 0; rank < maxOut; rank += 1) {
        const weight = this.#heavy[own + rank]!
        if (weight > this.#heaviest[part + maxOut - 1]!) this.#add(this.#heaviest, part, weight)
        else if (rank === 0) return
        else break
      }
  }

  /** Adds a value to the weights in `heaviest` from place `first` on. */
  #add(heaviest: Float64Array, first: number, weight: number): void {
    for (let at = first; at < first + this.#maxOut; at += 1) {
      const held = heaviest[at]!
      if (weight <= held) continue
      heaviest[at] = weight
      weight = held
    }
  }

  /** The weight of the part that ends with block `j`, without its `out` heaviest single values. */
  weight(j: number, out: number): number {
    let left = this.#before[j + 1]! - this.#before[this.#first]!
    const part = j * this.#maxOut
    for (let rank = 0; rank < out; rank += 1) left -= this.#heaviest[part + rank]!
    return left > 0 ? left : 0
  }
}
