import type { WeightedCell } from '@seccompile/search'

/** Cells at the two ends of a section may be left out of a table while they weigh at most this share of it. */
export const LIGHT: number = 2 ** -8

/**
 * The most atoms of a section in one table, and the most cells of two sections. The time grows with the cube of their
 * number.
 */
export const MAX_CELLS = 384

/** The weight of `cells` together. */
export function total(cells: readonly WeightedCell[]): number {
  return cells.reduce((sum, { weight }) => sum + weight, 0)
}

/** Neighbouring cells, and the least that the other cells add to the cost of a search. */
export interface HeaviestPart {
  readonly cells: readonly WeightedCell[]
  readonly left: number
}

/**
 * The heaviest neighbouring cells of `cells`: at most `most`, without cells at the two ends that together weigh at
 * most `light`. At each end, the part includes one cell of another continuation, because a tree has to separate the
 * heavier cells from it.
 *
 * A tree for all cells is also a tree for some of them, and every other cell takes at least one test.
 */
export function heaviestPart(cells: readonly WeightedCell[], most: number, light: number): HeaviestPart {
  let [from, to, left] = [0, cells.length, 0]
  for (;;) {
    const [first, last] = [cells[from]!.weight, cells[to - 1]!.weight]
    const lighter = Math.min(first, last)
    if (to - from <= 2 || (to - from <= most - 2 && left + lighter > light)) break
    left += lighter
    if (first <= last) from += 1
    else to -= 1
  }
  const [first, last] = [cells[from]!.to, cells[to - 1]!.to]
  while (from > 0 && cells[from]!.to === first) from -= 1
  while (to < cells.length && cells[to - 1]!.to === last) to += 1
  const part = cells.slice(from, to)
  return { cells: part, left: total(cells) - total(part) }
}
