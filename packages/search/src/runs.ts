/*
 * Neighbouring cells with one continuation.
 *
 * Two questions come up for every part of a row of cells: has the part one continuation, and have its wide cells one? Both are
 * answered from one number for each cell, in a time that does not grow with the part.
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/** Answers questions about the continuations of cells i to j. */
export class Runs {
  readonly #ways: Float64Array
  /** For each cell, the last of those from it on that have its continuation. */
  readonly #ends: Int32Array
  /** For each cell, the first one from it on at which a second continuation of wide cells begins; the count of cells where none does. */
  readonly #seconds: Int32Array

  constructor(cells: readonly WeightedCell[]) {
    const n = cells.length
    this.#ways = new Float64Array(n)
    this.#ends = new Int32Array(n)
    this.#seconds = new Int32Array(n)
    /** The first wide cell from the last visited one on. */
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

  /** The last of the cells from `i` on that all have the continuation of cell `i`. */
  end(i: number): number {
    return this.#ends[i]!
  }

  /** Whether cells i to j have one continuation where the single values `first` and `second` are left out; -1 is no cell. */
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

  /** The first cell from `i` on at which a second continuation of cells of several values begins; the count of cells where none does. */
  second(i: number): number {
    return this.#seconds[i]!
  }
}
