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
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/** The weights of the groups of some neighbouring cells, ascending. */
class Groups {
  readonly #weights: Float64Array
  #count = 0

  constructor(most: number) {
    this.#weights = new Float64Array(most)
  }

  /** Forgets all groups. */
  clear(): void {
    this.#count = 0
  }

  /** Changes the weight of one group from `before`, or adds a group where that is `undefined`. */
  change(before: number | undefined, weight: number): void {
    const weights = this.#weights
    let at = this.#count
    if (before === undefined) this.#count += 1
    else {
      at = weights.subarray(0, this.#count).indexOf(before)
      for (; at + 1 < this.#count && weights[at + 1]! < weight; at += 1) weights[at] = weights[at + 1]!
    }
    for (; at > 0 && weights[at - 1]! > weight; at -= 1) weights[at] = weights[at - 1]!
    weights[at] = weight
  }

  /**
   * The cost of Huffman's code for all groups but the `out` heaviest, each inner node at `price`.
   * @param sums - room for the weights of inner nodes
   */
  cost(out: number, price: number, sums: Float64Array): number {
    const count = this.#count - out
    let [leaf, inner, cost] = [0, 0, 0]
    for (let made = 0; made < count - 1; made += 1) {
      let sum = 0
      for (let taken = 0; taken < 2; taken += 1)
        if (leaf < count && (inner >= made || this.#weights[leaf]! <= sums[inner]!)) {
          sum += this.#weights[leaf]!
          leaf += 1
        } else {
          sum += sums[inner]!
          inner += 1
        }
      sums[made] = sum
      cost += sum + price
    }
    return cost
  }
}

/** The least costs of the parts of some cells, by their leaves. */
export interface CodeCosts {
  /** The least cost of cells `i` to `j` without any `out` single values. */
  readonly of: (i: number, j: number, out: number) => number
}

/** The least costs of all parts of `cells`, without up to `maxOut` single values. */
export function codeCosts(cells: readonly WeightedCell[], price: number, maxOut: number): CodeCosts {
  const n = cells.length
  const costs = new Float64Array((maxOut + 1) * n * n)
  const sums = new Float64Array(n)
  const groups = new Groups(n)
  for (let i = 0; i < n; i += 1) {
    groups.clear()
    /** The weight of the group of a continuation to which a next cell would belong. */
    const open = new Map<number, number>()
    for (let j = i; j < n; j += 1) {
      const { to, weight } = cells[j]!
      const before = open.get(to)
      if (!isSingle(cells[j]!)) open.clear()
      open.set(to, (before ?? 0) + weight)
      groups.change(before, (before ?? 0) + weight)
      for (let out = 0; out <= maxOut; out += 1) costs[(out * n + i) * n + j] = groups.cost(out, price, sums)
    }
  }
  return { of: (i, j, out) => costs[(out * n + i) * n + j]! }
}
