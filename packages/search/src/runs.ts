/*
 * Neighbouring cells with one continuation.
 *
 * A search asks two questions about every part of a row of cells: does the part have one continuation, and do its
 * wide cells have one? One number for each cell answers each question, in a time that does not grow with the part.
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/** Answers questions about the continuations of cells i to j. */
export class Runs {
  readonly #ways: Float64Array
  /** For each cell, the last cell of the run of its continuation. */
  readonly #ends: Int32Array
  /**
   * For each cell, the first cell from it on at which a second continuation of wide cells begins; the number of cells
   * where there is no second one.
   */
  readonly #seconds: Int32Array

  constructor(cells: readonly WeightedCell[]) {
    const n = cells.length
    this.#ways = new Float64Array(n)
    this.#ends = new Int32Array(n)
    this.#seconds = new Int32Array(n)
    /** The first wide cell from the present cell on. */
    let wide = n
    for (let at = n - 1; at >= 0; at -= 1) {
      const { to } = cells[at]!
      this.#ways[at] = to
      this.#ends[at] = at + 1 < n && cells[at + 1]!.to === to ? this.#ends[at + 1]! : at
      if (isSingle(cells[at]!)) {
        this.#seconds[at] = at + 1 < n ? this.#seconds[at + 1]! : n
        continue
      }
      this.#seconds[at] = wide < n && cells[wide]!.to === to ? this.#seconds[wide]! : wide
      wide = at
    }
  }

  /** The last cell of the run that cell `i` belongs to. */
  end(i: number): number {
    return this.#ends[i]!
  }

  /**
   * Whether cells i to j, without the single values `first` and `second`, have one continuation. -1 stands for no
   * cell.
   */
  isOne(i: number, j: number, first: number, second: number): boolean {
    let only: number | undefined
    for (let at = i; at <= j;) {
      if (at === first || at === second) {
        at += 1
        continue
      }
      const to = this.#ways[at]!
      if (only !== undefined && only !== to) return false
      only = to
      at = this.#ends[at]! + 1
    }
    return true
  }

  /**
   * The first cell from `i` on at which a second continuation of wide cells begins; the number of cells where there
   * is no second one.
   */
  second(i: number): number {
    return this.#seconds[i]!
  }
}
