/*
 * Single values that stand out of otherwise equal surroundings: allowed, one denied, allowed; or a list of calls among
 * numbers that are all denied. `word == k` takes one out, so a few of them, one after the other, end a search.
 */
import type { WeightedCell } from './search-tree.ts'

/** Cells that stand out of the others, which all have one continuation, and what testing for them costs. */
export interface Exceptions {
  /** Single values, in the order in which to test for them. */
  readonly cells: readonly WeightedCell[]
  /** The continuation of the others. */
  readonly others: number
  /** In the unit of weights; `Infinity` where a path is too long. */
  readonly cost: number
}

/** Single values tested by equality in a row. */
const MAX_EXCEPTIONS = 16

/** The continuations that all cells i to j but a few single values may have: that of its ranges, else any. */
function commonWays(cells: readonly WeightedCell[], i: number, j: number): readonly number[] {
  let range: number | undefined
  for (let at = i; at <= j; at += 1) {
    const { lo, hi, to } = cells[at]!
    if (lo === hi || to === range) continue
    if (range !== undefined) return []
    range = to
  }
  if (range !== undefined) return [range]
  const ways = new Set<number>()
  for (let at = i; at <= j && ways.size <= MAX_EXCEPTIONS; at += 1) ways.add(cells[at]!.to)
  return [...ways]
}

/** The cells i to j as exceptions among others that have the continuation `others`, if they are. */
function exceptionsAmong(
  cells: readonly WeightedCell[],
  i: number,
  j: number,
  others: number,
  price: number,
  longest: number,
): Exceptions | undefined {
  const standOut: WeightedCell[] = []
  let weight = 0
  let rest = 0
  for (let at = i; at <= j; at += 1) {
    const cell = cells[at]!
    weight += cell.weight
    if (cell.to === others) rest = Math.max(rest, cell.rest ?? 0)
    else if (standOut.push(cell) > MAX_EXCEPTIONS) return undefined
  }
  standOut.sort((x, y) => y.weight - x.weight || x.lo - y.lo)
  let cost = 0
  let fits = standOut.length + rest <= longest
  standOut.forEach((cell, place) => {
    fits &&= place + 1 + (cell.rest ?? 0) <= longest
    cost += weight + price
    weight -= cell.weight
  })
  return { cells: standOut, others, cost: fits ? cost : Infinity }
}

/**
 * The cheapest way to test cells i to j for exceptions, one after the other, on paths of at most `longest` instructions;
 * `undefined` where the cells are not of that kind.
 */
export function exceptionsOf(
  cells: readonly WeightedCell[],
  i: number,
  j: number,
  price: number,
  longest: number,
): Exceptions | undefined {
  let best: Exceptions | undefined
  for (const others of commonWays(cells, i, j)) {
    const found = exceptionsAmong(cells, i, j, others, price, longest)
    if (found !== undefined && (best === undefined || found.cost < best.cost)) best = found
  }
  return best
}

/** Whether three neighbours among `cells` are of that kind, so that equality tests may do better than thresholds. */
export function hasExceptions(cells: readonly WeightedCell[]): boolean {
  return cells.some((_, i) => i + 2 < cells.length && commonWays(cells, i, i + 2).length > 0)
}
