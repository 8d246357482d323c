/*
 * Neighbouring cells with one continuation.
 *
 * Two questions come up for every part of a row of cells: has the part one continuation, and have its wide cells one? Both are
 * answered from one number for each cell, in a time that does not grow with the part.
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/** Answers questions about the continuations of cells i to j. */
export interface Runs {
  /** Whether cells i to j have one continuation where the single values `first` and `second` are left out; -1 is no cell. */
  readonly isOne: (i: number, j: number, first: number, second: number) => boolean
  /** Whether all cells of several values among cells i to j have one continuation; also where there is no such cell. */
  readonly haveOneWide: (i: number, j: number) => boolean
}

/** The answers for `cells`. */
export function runsOf(cells: readonly WeightedCell[]): Runs {
  const n = cells.length
  /** For each cell, the last of those from it on that have its continuation. */
  const ends = new Int32Array(n)
  /** For each cell, the first one from it on at which a second continuation of wide cells begins; `n` where none does. */
  const seconds = new Int32Array(n)
  /** The first wide cell from the last visited one on. */
  let wide = n
  for (let at = n - 1; at >= 0; at -= 1) {
    const { to } = cells[at]!
    ends[at] = at + 1 < n && cells[at + 1]!.to === to ? ends[at + 1]! : at
    if (isSingle(cells[at]!)) {
      seconds[at] = at + 1 < n ? seconds[at + 1]! : n
      continue
    }
    seconds[at] = wide < n && cells[wide]!.to === to ? seconds[wide]! : wide
    wide = at
  }
  return {
    isOne: (i, j, first, second) => {
      let only: number | undefined
      for (let at = i; at <= j;) {
        if (at === first || at === second) {
          at += 1
          continue
        }
        const { to } = cells[at]!
        if (only !== undefined && only !== to) return false
        only = to
        at = ends[at]! + 1
      }
      return true
    },
    haveOneWide: (i, j) => seconds[i]! > j,
  }
}
