/*
 * Single values that stand out of surroundings with one continuation: one denied call among allowed ones, or a list of
 * allowed calls among denied ones. `value == k` takes one of them out, so a few such tests, one after the other, end a
 * search. The heaviest value is tested first: two neighbouring tests in a row can be exchanged, and that order costs least.
 */
import type { WeightedCell } from './cell.ts'

/** Cells that stand out of others with one continuation. */
export interface Exceptions {
  /** Single values, in the order in which to test for them. */
  readonly cells: readonly WeightedCell[]
  /** The continuation of the others. */
  readonly others: number
  /** Of the tests, in the unit of weights; `Infinity` where a path is too long. */
  readonly cost: number
}

/** The most equality tests in a row that ends a part of a search. */
export const MAX_EXCEPTIONS = 16

/**
 * The continuations that cells i to j can have in common, apart from a few single values: that of the wider
 * cells, or any of theirs where no cell is wider.
 */
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

/** Cells i to j as exceptions among others with the continuation `others`; `undefined` where the exceptions are too many. */
function exceptionsAmong(
  cells: readonly WeightedCell[],
  i: number,
  j: number,
  others: number,
  price: number,
  longest: number,
  most: number,
): Exceptions | undefined {
  const standOut: WeightedCell[] = []
  let weight = 0
  let rest = 0
  for (let at = i; at <= j; at += 1) {
    const cell = cells[at]!
    weight += cell.weight
    if (cell.to === others) rest = Math.max(rest, cell.rest ?? 0)
    else if (standOut.push(cell) > most) return undefined
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
 * The cheapest tests for exceptions among cells i to j, on paths of at most `longest` steps; `undefined` where more than
 * `most` single values stand out.
 */
export function exceptionsOf(
  cells: readonly WeightedCell[],
  i: number,
  j: number,
  price: number,
  longest: number,
  most: number = MAX_EXCEPTIONS,
): Exceptions | undefined {
  let best: Exceptions | undefined
  for (const others of commonWays(cells, i, j)) {
    const found = exceptionsAmong(cells, i, j, others, price, longest, most)
    if (found !== undefined && (best === undefined || found.cost < best.cost)) best = found
  }
  return best
}

/**
 * The least that tests for exceptions among cells i to j may cost, whose wide cells have one continuation; 0 where no cell is
 * wide. The wide cells execute every test, and each exception at least its own.
 */
export function leastOfExceptions(
  cells: readonly WeightedCell[],
  i: number,
  j: number,
  price: number,
): number {
  let others: number | undefined
  for (let at = i; at <= j && others === undefined; at += 1) {
    const { lo, hi, to } = cells[at]!
    if (lo !== hi) others = to
  }
  if (others === undefined) return 0
  let [tests, weight, outside] = [0, 0, 0]
  for (let at = i; at <= j; at += 1) {
    const cell = cells[at]!
    if (cell.to === others) weight += cell.weight
    else {
      tests += 1
      outside += cell.weight
    }
  }
  return tests > MAX_EXCEPTIONS ? Infinity : tests * (weight + price) + outside
}

/** Whether a single value stands out among three neighbouring `cells`, so that equality tests may cost less than thresholds. */
export function hasExceptions(cells: readonly WeightedCell[]): boolean {
  return cells.some((_, i) => i + 2 < cells.length && commonWays(cells, i, i + 2).length > 0)
}
