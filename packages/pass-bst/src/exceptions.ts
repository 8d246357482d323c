/*
 * Single values that stand out of otherwise equal surroundings: allowed, one denied, allowed. `word == k` removes one,
 * and its two neighbours are one cell again, so a few of them, one after the other, end a search.
 */
import type { WeightedCell } from './search-tree.ts'

/** Cells that stand out of the others, which all go on alike. */
export interface Exceptions {
  /** Single values, in the order in which to test for them. */
  readonly cells: readonly WeightedCell[]
  /** A cell of the others. */
  readonly others: WeightedCell
}

/** Whether the others of {@link exceptionsOf} begin with the first cell or the second. */
export const PARITIES = [0, 1] as const
type Parity = (typeof PARITIES)[number]

/** Single values tested by equality in a row. */
const MAX_EXCEPTIONS = 8

/** Cells i to j as exceptions among others, whose cells are i + `parity` and every second from there, if they are. */
export function exceptionsOf(
  cells: readonly WeightedCell[],
  i: number,
  j: number,
  parity: Parity,
): Exceptions | undefined {
  const count = Math.ceil((j - i + parity) / 2)
  if (j - i < 2 || count > MAX_EXCEPTIONS) return undefined
  const others = cells[i + parity]!
  for (let at = i; at <= j; at += 1) {
    const cell = cells[at]!
    if ((at - i) % 2 === parity ? cell.to !== others.to : cell.lo !== cell.hi) return undefined
  }
  const standOut = cells.slice(i, j + 1).filter((_, at) => at % 2 !== parity)
  return { cells: standOut.sort((x, y) => y.weight - x.weight || x.lo - y.lo), others }
}

/** Whether any of `cells` stands out of its neighbours. */
export function hasExceptions(cells: readonly WeightedCell[]): boolean {
  return cells.some(
    (_, i) => i + 2 < cells.length && PARITIES.some((parity) => exceptionsOf(cells, i, i + 2, parity)),
  )
}

/** The cost of testing cells of `total` weight for exceptions in order; `Infinity` where a path passes `longest`. */
export function costOfExceptions(
  total: number,
  { cells, others }: Exceptions,
  price: number,
  longest: number,
): number {
  let remaining = total
  let cost = 0
  let depth = 0
  for (const { weight, rest = 0 } of cells) {
    depth += 1
    if (depth + rest > longest) return Infinity
    cost += remaining + price
    remaining -= weight
  }
  return depth + (others.rest ?? 0) > longest ? Infinity : cost
}
