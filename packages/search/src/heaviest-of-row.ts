/*
 * The heaviest single values of the parts of a row: cells i to j for one i and longer and longer parts.
 *
 * An equality test of a value before the others of a part costs all others one step. It saves the value the steps down to its
 * place in a tree without this test: among the cells around it, or beside the heaviest cell, which no good tree has far down. So
 * the value has to weigh an eighth of the others or more. This rule is a guess that keeps the table small; exact-search.ts tries
 * every value.
 *
 * The others never weigh less in a longer part, once the cells around the value are in it. So a value that the rule has refused
 * then is not looked at again.
 */
import type { WeightedCell } from './cell.ts'
import type { WeightSums } from './cost-table.ts'

/** No cell. */
export const NO_CELL = -1

/** A value is tested first only where the rest weighs at most this many times as much. */
const MAX_OTHERS = 8
/** Cells on either side of a single value that may become one without it. */
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
  /** The same for {@link HeaviestOfRow.next}. */
  mayNextComeFirst = false

  constructor(
    { cells, weights }: { readonly cells: readonly WeightedCell[]; readonly weights: WeightSums },
    i: number,
  ) {
    this.#cells = cells
    this.#weights = weights
    this.#i = i
  }

  /** Whether neither of the two may be tested first, here and in longer parts, until a heavier single value is added. */
  get areRefused(): boolean {
    return this.#isFirstRefused && this.#isNextRefused
  }

  /** The weight above which a single value is one of the two. */
  get least(): number {
    return this.#nextWeight
  }

  /** Adds cells `from` to `to` - 1, the next ones, where both values are refused. No single value among them is one of the two. */
  skip(from: number, to: number): void {
    for (let j = from; j < to; j += 1) this.#peak = Math.max(this.#peak, this.#cells[j]!.weight)
  }

  /** Adds cell `j`, the next one, to the part, which then weighs `sum`. */
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

  /** Takes cell `j` for one of the two. */
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

  /** What all but the cells around cell `at`, and the heaviest cell, weigh. */
  #othersOf(at: number, j: number, sum: number): number {
    return sum - this.#weights.of(Math.max(this.#i, at - AROUND), Math.min(j, at + AROUND)) - this.#peak
  }
}
