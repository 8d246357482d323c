/*
 * Cells: all numbers, cut wherever a range of a rule begins or ends. Every rule holds whole cells.
 *
 * All numbers of a cell have the same rules. So a question about numbers (for example, which rule decides this
 * number) has one answer for each cell. There are at most twice as many cells as ranges, plus one, not 2^32. A cell
 * is named by its index in the list of starts; it ends where the next cell begins.
 */
import { canonical, U32 } from './range.ts'
import type { RangeSet } from './range.ts'
import type { Rule } from './rule-set.ts'

/**
 * The first number of each cell of `rules`, ascending; the first cell begins at 0.
 *
 * @param more - numbers at which a cell begins as well
 */
export function cellStarts(rules: readonly Rule[], more: readonly number[] = []): readonly number[] {
  const numbers = [0, ...more]
  for (const { numbers: ranges } of rules)
    for (let at = 0; at < ranges.length; at += 1) {
      const { lo, hi } = ranges[at]!
      numbers.push(lo)
      if (hi < U32.max) numbers.push(hi + 1)
    }
  // A typed array sorts numbers as numbers, and without calls of a function.
  const sorted = new Uint32Array(numbers).sort()
  const starts: number[] = []
  let last = -1
  for (let at = 0; at < sorted.length; at += 1) {
    const number = sorted[at]!
    if (number !== last) starts.push(number)
    last = number
  }
  return starts
}

/** The index in `starts` of the first cell that begins at `number` or above. */
export function cellAt(starts: readonly number[], number: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! < number) low = middle + 1
    else high = middle
  }
  return low
}

/** The cells of `numbers`, ascending. `numbers` must belong to one of the rules that `starts` was made from. */
export function cellsOf(starts: readonly number[], numbers: RangeSet<number>): readonly number[] {
  const cells: number[] = []
  for (const { lo, hi } of numbers) {
    const end = cellAt(starts, hi + 1)
    for (let cell = cellAt(starts, lo); cell < end; cell += 1) cells.push(cell)
  }
  return cells
}

/** The numbers in `cells`. */
export function numbersOf(starts: readonly number[], cells: readonly number[]): RangeSet<number> {
  return canonical(
    U32,
    cells.map((cell) => ({ lo: starts[cell]!, hi: (starts[cell + 1] ?? U32.max + 1) - 1 })),
  )
}
