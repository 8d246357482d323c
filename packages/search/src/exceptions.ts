/*
 * Single values that stand out of surroundings with one continuation: one denied call among allowed ones, or a list
 * of allowed calls among denied ones. `value == k` takes one of them out, so a few such tests, one after the other,
 * end a search. The heaviest value is tested first. That order costs least, because any two neighbouring tests in the
 * row can be exchanged.
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/** Exceptions: single values among other cells with one continuation. */
export interface Exceptions {
  /** Single values, in the order in which to test for them. */
  readonly cells: readonly WeightedCell[]
  /** The continuation of the other cells. */
  readonly others: number
  /** The cost of the tests, in the unit of weights; `Infinity` where a path is too long. */
  readonly cost: number
}

/** The most equality tests in a row that ends a part of a search. */
export const MAX_EXCEPTIONS = 16

/**
 * The continuations that cells i to j may share, apart from a few single values: that of the wider cells, or that of
 * any cell where none is wider.
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

/**
 * Cells i to j as exceptions among cells with the continuation `others`; `undefined` where there are too many
 * exceptions.
 */
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
 * The cheapest tests for exceptions among cells i to j, on paths of at most `longest` steps; `undefined` where there
 * are more than `most` exceptions.
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

/** Exceptions among cells with one continuation. Cells are added one by one. */
class Among {
  #others = 0
  /** The weight of the cells that are no exceptions. */
  #othersWeight = 0
  /** The weights of the first exceptions, the heaviest first. */
  readonly #weights = new Float64Array(MAX_EXCEPTIONS)
  /** The number of exceptions, exact up to `MAX_EXCEPTIONS`; above that, only known to be larger. */
  tests = 0

  /** Starts again, without cells. The other cells will have the continuation `others`. */
  begin(others: number): void {
    this.#others = others
    this.#othersWeight = 0
    this.tests = 0
  }

  /** Whether the other cells have the continuation `to`. */
  isOf(to: number): boolean {
    return this.#others === to
  }

  add({ to, weight }: WeightedCell): void {
    if (to === this.#others) {
      this.#othersWeight += weight
      return
    }
    this.tests += 1
    if (this.tests > MAX_EXCEPTIONS) return
    const weights = this.#weights
    let place = this.tests - 1
    for (; place > 0 && weights[place - 1]! < weight; place -= 1) weights[place] = weights[place - 1]!
    weights[place] = weight
  }

  /**
   * The cost of the tests, if all cells weigh `total`; `Infinity` where the cost exceeds `most`, or there are too
   * many exceptions.
   */
  cost(total: number, price: number, most: number): number {
    // The other cells execute every test.
    if (this.tests > MAX_EXCEPTIONS || this.tests * (this.#othersWeight + price) > most) return Infinity
    let cost = 0
    let weight = total
    for (let place = 0; place < this.tests; place += 1) {
      cost += weight + price
      weight -= this.#weights[place]!
    }
    return cost
  }
}

/**
 * The cost of exceptions for the parts of a row: one first cell, and longer and longer parts whose wide cells have
 * one continuation. Paths have no bound. For each part, the class looks only at the last cell, and at the weights of
 * the exceptions where these are few.
 */
export class RowExceptions {
  readonly #cells: readonly WeightedCell[]
  readonly #price: number
  #first = 0
  #last = -1
  /** The weight of all cells. */
  #weight = 0
  /** Whether some cell is wide. The other cells then have its continuation. */
  #hasWide = false
  /**
   * The exceptions for each continuation that the other cells may have, in the order of the cells. Entries from
   * `#count` on are not in use.
   */
  readonly #among: Among[] = []
  #count = 0
  /** The number of tests of the last cost that `cost` has yielded. */
  tests = 0

  constructor(cells: readonly WeightedCell[], price: number) {
    this.#cells = cells
    this.#price = price
  }

  /** Begins the row of cell `i`. */
  begin(i: number): void {
    this.#first = i
    this.#last = i - 1
    this.#weight = 0
    this.#hasWide = false
    this.#count = 0
  }

  /** Adds `to` to the continuations that the other cells may have. */
  #mayBe(to: number): void {
    const among = (this.#among[this.#count] ??= new Among())
    this.#count += 1
    among.begin(to)
    for (let at = this.#first; at <= this.#last; at += 1) among.add(this.#cells[at]!)
  }

  /** Adds the next cell. */
  #add(cell: WeightedCell): void {
    this.#last += 1
    this.#weight += cell.weight
    if (!this.#hasWide && !isSingle(cell)) {
      this.#hasWide = true
      this.#count = 0
      this.#mayBe(cell.to)
      return
    }
    let isKnown = this.#hasWide
    for (let at = 0; at < this.#count; at += 1) {
      this.#among[at]!.add(cell)
      isKnown ||= this.#among[at]!.isOf(cell.to)
    }
    // With more continuations than this, each has too many exceptions.
    if (!isKnown && this.#count <= MAX_EXCEPTIONS) this.#mayBe(cell.to)
  }

  /**
   * The cost of the tests for exceptions among the cells up to `j`; `Infinity` where the cost exceeds `most`. `j`
   * never decreases from call to call.
   */
  cost(j: number, most: number): number {
    while (this.#last < j) this.#add(this.#cells[this.#last + 1]!)
    let best = Infinity
    for (let at = 0; at < this.#count; at += 1) {
      const cost = this.#among[at]!.cost(this.#weight, this.#price, most)
      if (cost >= best) continue
      best = cost
      this.tests = this.#among[at]!.tests
    }
    return best
  }
}

/** Whether one of three neighbouring `cells` is an exception, so that equality tests may cost less than thresholds. */
export function hasExceptions(cells: readonly WeightedCell[]): boolean {
  return cells.some((_, i) => i + 2 < cells.length && commonWays(cells, i, i + 2).length > 0)
}
