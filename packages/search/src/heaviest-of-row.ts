/*
 * The heaviest single values of the parts of a row: cells i to j for one i and longer and longer parts.
 *
 * An equality test of a value, before the other cells of a part, costs all other cells one step. The value saves its
 * way down in a tree without this test. In such a tree, the value is among the cells around it, or beside the heaviest
 * cell, which no good tree has far down. So the value has to weigh at least an eighth of the other cells. This rule is
 * a guess that keeps the table small; exact-search.ts tries every value.
 *
 * As soon as a part has the cells around the value, the other cells of every longer part weigh as much or more. So a
 * value that the rule refuses for this part is refused for longer parts too.
 */
import type { WeightedCell } from './cell.ts'
import type { WeightSums } from './cost-table.ts'

/** Stands for no cell. */
export const NO_CELL = -1

/** A single value may come first only where the others weigh at most this many times as much. */
const MAX_OTHERS = 8
/** The number of cells on each side of a single value that may become one cell without it. */
const AROUND = 2

/** The two heaviest single values of cells i to j, and whether each may be tested before the others. */
export class HeaviestOfRow {
  readonly #cells: readonly WeightedCell[]
  readonly #weights: WeightSums
  readonly #i: number
  /** The weight of the heaviest cell. */
  #peak = 0
  #firstWeight = -Infinity
  #nextWeight = -Infinity
  #isFirstRefused = true
  #isNextRefused = true
  /** The cell of the heaviest single value, the first of equal ones; {@link NO_CELL} where there is none. */
  first: number = NO_CELL
  /** The cell of the heaviest single value beside {@link HeaviestOfRow.first}. */
  next: number = NO_CELL
  /** Whether {@link HeaviestOfRow.first} may be tested before the others of the part. */
  mayComeFirst = false
  /** Whether {@link HeaviestOfRow.next} may be tested before the others of the part. */
  mayNextComeFirst = false

  constructor(
    { cells, weights }: { readonly cells: readonly WeightedCell[]; readonly weights: WeightSums },
    i: number,
  ) {
    this.#cells = cells
    this.#weights = weights
    this.#i = i
  }

  /** Whether neither of the two may come first, here or in longer parts, until a heavier single value is added. */
  get areRefused(): boolean {
    return this.#isFirstRefused && this.#isNextRefused
  }

  /** The weight that a single value must exceed to become one of the two. */
  get least(): number {
    return this.#nextWeight
  }

  /**
   * Adds cells `from` to `to` - 1, the next ones, while both values are refused. None of them may be a single value
   * heavier than these two.
   */
  skip(from: number, to: number): void {
    for (let j = from; j < to; j += 1) this.#peak = Math.max(this.#peak, this.#cells[j]!.weight)
  }

  /** Adds cell `j`, the next one, to the part. The part then weighs `sum`. */
  add(j: number, sum: number): void {
    const { lo, hi, weight } = this.#cells[j]!
    if (weight > this.#peak) this.#peak = weight
    if (lo === hi && weight > this.#nextWeight) this.#addSingle(j, weight)
    if (!this.#isFirstRefused) {
      this.mayComeFirst = this.#othersOf(this.first, j, sum) <= MAX_OTHERS * this.#firstWeight
      if (!this.mayComeFirst) this.#isFirstRefused = j >= this.first + AROUND
    }
    if (!this.#isNextRefused) {
      this.mayNextComeFirst = this.#othersOf(this.next, j, sum) <= MAX_OTHERS * this.#nextWeight
      if (!this.mayNextComeFirst) this.#isNextRefused = j >= this.next + AROUND
    }
  }

  /** Makes cell `j` one of the two, if it is heavy enough. */
  #addSingle(j: number, weight: number): void {
    if (weight <= this.#firstWeight) {
      this.next = j
      this.#nextWeight = weight
      this.#isNextRefused = false
      return
    }
    this.next = this.first
    this.#nextWeight = this.#firstWeight
    this.#isNextRefused = this.#isFirstRefused
    this.mayNextComeFirst = this.mayComeFirst
    this.first = j
    this.#firstWeight = weight
    this.#isFirstRefused = false
  }

  /** The weight of the part without the cells around cell `at` and without the heaviest cell. */
  #othersOf(at: number, j: number, sum: number): number {
    return sum - this.#weights.of(Math.max(this.#i, at - AROUND), Math.min(j, at + AROUND)) - this.#peak
  }
}
