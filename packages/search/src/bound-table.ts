/*
 * A table of lower bounds: for blocks i to j without `out` of their single values, the least that any tree costs.
 *
 * It is filled row by row from the last row to the first, and each row from short parts to long ones. As soon as the
 * part that ends before a border is known, it serves every longer part of the row as the lower side of a threshold at
 * that border. A border is where neighbouring blocks have different continuations; no other place needs a threshold
 * (block.ts).
 *
 * With up to two values out of a part, every test is tried. With three, the bound is weaker. A tree for a part is
 * also a tree for each half of it, and a test that divides one half does not divide the other. So the tree costs no
 * less than the cheapest trees of both halves together. That holds for every cut into halves. The bound is highest
 * where the cut is in the middle of the weight.
 */
import type { Block } from './block.ts'
import { WeightSums } from './cost-table.ts'

/** The most values out of a part with which every test is tried. */
export const MOST_TRIED = 2
/** The most values out of a part for which the table has a bound above 0. */
export const MOST_OUT = 3

/** The costs of parts of some blocks. */
export class BoundTable {
  readonly #blocks: readonly Block[]
  /** With `out` values out: the cost of blocks i to j, at i · n + j. */
  readonly #costs: readonly [Float64Array, Float64Array, Float64Array, Float64Array]
  /** With `out` values out, for each j: the least cost so far of the two sides of a threshold of the row. */
  readonly #splits: readonly [Float64Array, Float64Array, Float64Array]
  readonly #weights: WeightSums
  #i = 0
  #j = 0
  /** The first block of the upper half of the present part; block i where the part cannot be cut into halves. */
  #middle = 0

  constructor(blocks: readonly Block[]) {
    const n = blocks.length
    const table = (): Float64Array => new Float64Array(n * n)
    const row = (): Float64Array => new Float64Array(n)
    this.#blocks = blocks
    this.#costs = [table(), table(), table(), table()]
    this.#splits = [row(), row(), row()]
    this.#weights = new WeightSums(blocks)
  }

  /** Begins the row of block `i`. All later rows must be filled. */
  begin(i: number): void {
    this.#i = i
    this.#j = i
    this.#middle = i
    for (const splits of this.#splits) splits.fill(Infinity)
  }

  /** Goes on to block `j`, the next of the row. The parts of the row that end before `j` must be entered. */
  reach(j: number): void {
    this.#j = j
    if (j === this.#i || this.#blocks[j]!.to === this.#blocks[j - 1]!.to) return
    this.#divideBefore(j)
    this.#moveMiddle()
  }

  /** Takes a threshold before block `j` into account for all longer parts of the row. */
  #divideBefore(j: number): void {
    const n = this.#blocks.length
    const row = j * n
    const last = this.#i * n + j - 1
    const [costs0, costs1, costs2] = this.#costs
    const [splits0, splits1, splits2] = this.#splits
    const below0 = costs0[last]!
    const below1 = costs1[last]!
    const below2 = costs2[last]!
    // Nine tenths of the time are spent here, and comparisons take half the time of Math.min.
    for (let to = j; to < n; to += 1) {
      const above0 = costs0[row + to]!
      const above1 = costs1[row + to]!
      const above2 = costs2[row + to]!
      let least = below0 + above0
      if (least < splits0[to]!) splits0[to] = least
      least = below0 + above1
      let other = below1 + above0
      if (other < least) least = other
      if (least < splits1[to]!) splits1[to] = least
      least = below0 + above2
      other = below1 + above1
      if (other < least) least = other
      other = below2 + above0
      if (other < least) least = other
      if (least < splits2[to]!) splits2[to] = least
    }
  }

  /** Moves the cut of the halves to the first border with half of the weight of the part before it. */
  #moveMiddle(): void {
    const weights = this.#weights
    const blocks = this.#blocks
    const half = (weights.before(this.#i) + weights.before(this.#j + 1)) / 2
    for (let at = this.#middle + 1; at <= this.#j; at += 1) {
      if (this.#middle > this.#i && weights.before(this.#middle) >= half) return
      if (blocks[at]!.to !== blocks[at - 1]!.to) this.#middle = at
    }
  }

  /** Enters the cost of the present part, without `out` values. */
  enter(out: number, cost: number): void {
    this.#costs[out]![this.#i * this.#blocks.length + this.#j] = cost
  }

  /** The cost of blocks `i` to `j` without `out` values; 0 where the table has no bound. */
  of(i: number, j: number, out: number): number {
    return this.#costs[out]?.[i * this.#blocks.length + j] ?? 0
  }

  /** Adds, for each block j from `i` on, the cost of blocks `i` to j to `costs[j]`. */
  addRow(i: number, costs: Float64Array): void {
    const row = i * this.#blocks.length
    for (let j = i; j < costs.length; j += 1) costs[j]! += this.#costs[0][row + j]!
  }

  /**
   * The cost of the two sides of the cheapest threshold together, for the present part without `out` values, at most
   * `MOST_TRIED`.
   */
  leastSplit(out: number): number {
    return this.#splits[out]![this.#j]!
  }

  /**
   * The least cost of the two halves of the present part, without `MOST_OUT` values; 0 where no border divides the
   * part.
   */
  halves(): number {
    const n = this.#blocks.length
    if (this.#middle === this.#i) return 0
    const below = this.#i * n + this.#middle - 1
    const above = this.#middle * n + this.#j
    const costs = this.#costs
    let least = Infinity
    for (let low = 0; low <= MOST_OUT; low += 1)
      least = Math.min(least, costs[low]![below]! + costs[MOST_OUT - low]![above]!)
    return least
  }
}
