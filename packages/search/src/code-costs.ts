/*
 * The least that a search can cost by its leaves alone.
 *
 * A leaf of a tree of two-way comparisons holds neighbouring cells of one continuation. Tests above it may have taken single
 * values out from between these cells, and nothing else. So two cells of one continuation with a wide cell of another
 * continuation between them are never in one leaf. Cells that no such cell parts are a group. Each leaf has the weight of
 * cells of one group; so let each group be one leaf, the one of its leaves that is found first. The depths of these leaves
 * are a prefix code, and no prefix code costs less than that of D. A. Huffman ("A method for the construction of
 * minimum-redundancy codes", 1952).
 *
 * Values that are taken out lighten groups. `out` values lighten at most as many groups. No groups leave less behind than the
 * heaviest.
 *
 * Most parts need no code. The cost of the code is at least the entropy of the groups (C. E. Shannon, 1948), and exceeds it by at
 * most the weight of the heaviest group and 0.0861 of all weights (R. G. Gallager, "Variations on a theme by Huffman", 1978).
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/** 1 - log2 e + log2 log2 e, rounded up. */
const GALLAGER = 0.0861
/** Sums of weights may differ by this share of all weights from what they are. */
const ROUNDING = 2 ** -30

/** w · log2 w. */
const entropyTerm = (weight: number): number => (weight > 0 ? weight * Math.log2(weight) : 0)

/** The weights of the groups of some neighbouring cells, ascending. */
class Groups {
  readonly #weights: Float64Array
  /** The {@link entropyTerm} of each weight. */
  readonly #termOf: Float64Array
  /** Room for the weights of inner nodes. */
  readonly #sums: Float64Array
  #count = 0
  #total = 0
  /** The sum of {@link entropyTerm} over the groups. */
  #terms = 0
  /** No more than the cost of a code. */
  low = 0
  /** No less than the cost of a code. */
  high = 0

  constructor(most: number) {
    this.#weights = new Float64Array(most)
    this.#termOf = new Float64Array(most)
    this.#sums = new Float64Array(most)
  }

  /** Forgets all groups. */
  clear(): void {
    this.#count = 0
    this.#total = 0
    this.#terms = 0
  }

  /** Changes the weight of one group from `before`, or adds a group where that is `undefined`. */
  change(before: number | undefined, weight: number): void {
    const weights = this.#weights
    const termOf = this.#termOf
    const term = entropyTerm(weight)
    this.#total += weight - (before ?? 0)
    let at = this.#count
    this.#terms += term
    if (before === undefined) this.#count += 1
    else {
      at = weights.indexOf(before) // what an earlier part has left is behind
      this.#terms -= termOf[at]!
      for (; at + 1 < this.#count && weights[at + 1]! < weight; at += 1) {
        weights[at] = weights[at + 1]!
        termOf[at] = termOf[at + 1]!
      }
    }
    for (; at > 0 && weights[at - 1]! > weight; at -= 1) {
      weights[at] = weights[at - 1]!
      termOf[at] = termOf[at - 1]!
    }
    weights[at] = weight
    termOf[at] = term
  }

  /** The inner nodes of a code for all groups but the `out` heaviest. */
  inner(out: number): number {
    return Math.max(0, this.#count - out - 1)
  }

  /**
   * Finds {@link Groups.low} and {@link Groups.high} of all groups but the `out` heaviest, of which some are left: the entropy in bits
   * times their weight, and the most that a code costs above it.
   */
  enclose(out: number): void {
    const weights = this.#weights
    const count = this.#count
    let total = this.#total
    let terms = this.#terms
    for (let at = count - 1; at >= count - out; at -= 1) {
      total -= weights[at]!
      terms -= this.#termOf[at]!
    }
    const entropy = Math.max(0, entropyTerm(total) - terms)
    /** How far sums of weights may be off. */
    const rounding = ROUNDING * (Math.abs(this.#terms) + this.#total)
    this.low = Math.max(0, entropy - rounding)
    this.high = entropy + (weights[count - out - 1]! + GALLAGER * this.#total) + rounding
  }

  /** The weighted length of Huffman's code for all groups but the `out` heaviest. */
  length(out: number): number {
    const weights = this.#weights
    const sums = this.#sums
    const count = this.#count - out
    let leaf = 0
    let inner = 0
    let cost = 0
    for (let made = 0; made < count - 1; made += 1) {
      let sum = 0
      for (let taken = 0; taken < 2; taken += 1)
        if (leaf < count && (inner >= made || weights[leaf]! <= sums[inner]!)) {
          sum += weights[leaf]!
          leaf += 1
        } else {
          sum += sums[inner]!
          inner += 1
        }
      sums[made] = sum
      cost += sum
    }
    return cost
  }
}

/** The least costs by their leaves of the parts that begin with one of some cells, for longer and longer parts. */
export class CodeCosts {
  readonly #cells: readonly WeightedCell[]
  readonly #price: number
  readonly #groups: Groups
  /** No more than the {@link CodeCosts.cost}, and found in less time. */
  low = 0
  /** No less than the {@link CodeCosts.cost}, and found in less time. */
  high = 0
  /** The weight of the group of a continuation to which a next cell would belong. */
  readonly #open = new Map<number, number>()

  /** @param price - of each inner node of a code */
  constructor(cells: readonly WeightedCell[], price: number) {
    this.#cells = cells
    this.#price = price
    this.#groups = new Groups(cells.length)
  }

  /** Begins with the part without cells. */
  begin(): void {
    this.#groups.clear()
    this.#open.clear()
  }

  /** Adds cell `j`, the neighbour of the last one, to the part. */
  add(j: number): void {
    const { to, weight } = this.#cells[j]!
    const before = this.#open.get(to)
    if (!isSingle(this.#cells[j]!)) this.#open.clear()
    this.#open.set(to, (before ?? 0) + weight)
    this.#groups.change(before, (before ?? 0) + weight)
  }

  /** The least cost of the part without any `out` single values. */
  cost(out: number): number {
    return this.#groups.length(out) + this.#price * this.#groups.inner(out)
  }

  /** Finds {@link CodeCosts.low} and {@link CodeCosts.high} for the part without any `out` single values. */
  enclose(out: number): void {
    const groups = this.#groups
    const inner = groups.inner(out)
    if (inner === 0) {
      this.low = 0
      this.high = 0
      return
    }
    groups.enclose(out)
    const price = this.#price * inner
    this.low = groups.low + price
    this.high = groups.high + price
  }
}
