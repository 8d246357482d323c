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
 * The cost of exceptions, for one first cell and longer and longer parts whose wide cells have one continuation. Paths have no
 * bound. A part looks at its last cell only, and at the weights of its exceptions where these are few.
 */
export class RowExceptions {
  readonly #cells: readonly WeightedCell[]
  readonly #price: number
  #first = 0
  #last = -1
  /** Of all cells. */
  #weight = 0
  /** Of those that are no exceptions. */
  #othersWeight = 0
  /** The continuation of the wide cells; `undefined` where there is none so far. */
  #others: number | undefined
  /** The weights of the first exceptions, the heaviest first. */
  readonly #weights = new Float64Array(MAX_EXCEPTIONS)
  #tests = 0

  constructor(cells: readonly WeightedCell[], price: number) {
    this.#cells = cells
    this.#price = price
  }

  /** How many values stand out; more than `MAX_EXCEPTIONS` where there are more. */
  get tests(): number {
    return this.#tests
  }

  /** Begins the row of cell `i`. */
  begin(i: number): void {
    this.#first = i
    this.#last = i - 1
    this.#weight = 0
    this.#othersWeight = 0
    this.#others = undefined
    this.#tests = 0
  }

  /** Enters cell `at` as an exception, or as one of the others, whose continuation is known. */
  #take(at: number): void {
    const { to, weight } = this.#cells[at]!
    if (to === this.#others) {
      this.#othersWeight += weight
      return
    }
    this.#tests += 1
    if (this.#tests > MAX_EXCEPTIONS) return
    let place = this.#tests - 1
    for (; place > 0 && this.#weights[place - 1]! < weight; place -= 1)
      this.#weights[place] = this.#weights[place - 1]!
    this.#weights[place] = weight
  }

  /** Takes the cells up to `j`, which is not less than in the call before it. Yields whether some cell is wide. */
  upTo(j: number): boolean {
    while (this.#last < j) {
      this.#last += 1
      const { lo, hi, to, weight } = this.#cells[this.#last]!
      this.#weight += weight
      if (this.#others !== undefined) this.#take(this.#last)
      else if (lo !== hi) {
        this.#others = to
        for (let at = this.#first; at <= this.#last; at += 1) this.#take(at)
      }
    }
    return this.#others !== undefined
  }

  /** The cost of the tests for exceptions among the cells taken so far; `Infinity` where it exceeds `most`, or they are too many. */
  cost(most: number): number {
    // The others execute every test.
    if (this.#tests > MAX_EXCEPTIONS || this.#tests * (this.#othersWeight + this.#price) > most)
      return Infinity
    let [cost, weight] = [0, this.#weight]
    for (let place = 0; place < this.#tests; place += 1) {
      cost += weight + this.#price
      weight -= this.#weights[place]!
    }
    return cost
  }
}

/** Whether a single value stands out among three neighbouring `cells`, so that equality tests may cost less than thresholds. */
export function hasExceptions(cells: readonly WeightedCell[]): boolean {
  return cells.some((_, i) => i + 2 < cells.length && commonWays(cells, i, i + 2).length > 0)
}
