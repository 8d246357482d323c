/*
 * A table of lower bounds for parts of the cheapest trees: for blocks i to j without `out` of their single values, the least
 * that any part of a cheapest tree costs.
 *
 * bound-table.ts has bounds for parts of all trees. In a cheapest tree, few parts begin with an equality test, and
 * these tests stand low. Let an equality test take the value v out. The *path* of v continues below that test, to the
 * place where v would be found. At each test on the path, one side leaves the path: the side without v.
 *
 *     In a cheapest tree, no side that leaves the path of v below the test of v weighs more than v.
 *
 * For the proof, let t0 be the test of v, and t1 to tk the tests below it on the path. The side si leaves the path at ti. Let sk be
 * the first side that weighs more than v.
 *
 *   1. Let tk be an equality test. Put it before t0. Then sk is found k tests earlier. The values that are found later are v and s1
 *      to sk-1, by one test each, and none of these k weighs more than v. So the tree gets cheaper.
 *   2. Let tk be a threshold. Put it before t0. Each of t1 to tk-1 stays on one of its sides, with the side that leaves the path
 *      there. Let m of them stay on the side of v. Then sk is found m + 1 tests earlier. The values that are found later, by one test
 *      each, are v and at most those m sides. So the tree gets cheaper.
 *
 * Both steps keep the number of tests, so the price of a test does not matter. They also hold in the shared tree of a
 * strategy (shared-costs.ts), because its leaves stay as they are.
 *
 * Take a part from which values are out, and a threshold of it. If all these values lie on one side, the other side
 * weighs no more than they do. If they lie on both sides, that is true for each side. So where values are out, few
 * thresholds have to be tried.
 *
 * Usually the table need not even try these. A tree for a part is also a tree for the part without its last block, or
 * without its first one. Its sides only get lighter, so the fact about sides still holds. Each value of the block
 * that is left out takes at least one test. This gives a lower bound for the part. Where it shows that the cheapest
 * threshold costs no more than any equality test, the table enters this bound.
 *
 * Where the most values are out, the next equality test leads to a part with one value too many, which the table does
 * not hold. Such a part costs no less than its two halves, as in bound-table.ts. Each test of a tree divides only one
 * half. So the first test is one test more for all values of the other half.
 */
import type { Block } from './block.ts'
import { MOST_OUT } from './bound-table.ts'
import type { Ends } from './ends.ts'
import { HeaviestOut } from './heaviest-out.ts'
import { ROUNDING } from './rounding.ts'

/**
 * Takes a threshold before block `j` into account for all longer parts of a row. The part before the threshold costs
 * `below`.
 */
function divideBefore(j: number, below: number, costs: Float64Array, splits: Float64Array): void {
  const n = splits.length
  const row = j * n
  for (let to = j; to < n; to += 1) {
    const sum = below + costs[row + to]!
    if (sum < splits[to]!) splits[to] = sum
  }
}

/** The costs of the parts of some blocks. Neighbouring blocks have different continuations. */
export class CheapestTable {
  readonly #n: number
  readonly #most: number
  readonly #ends: Ends
  readonly #price: number
  readonly #part: HeaviestOut
  /** With `out` values out: the cost of blocks i to j, at (out · n + i) · n + j. */
  readonly #costs: Float64Array
  /**
   * At out · n + j: the weight of block j without `out` of its values; `Infinity` where the block has fewer values to
   * take out.
   */
  readonly #others: Float64Array
  /** At the same places: 0, or `Infinity` where the block has fewer values to take out. */
  readonly #none: Float64Array
  /** The weight before each block. */
  readonly #before: Float64Array
  /** For each j: the least cost so far of the two sides of a threshold of the present row. */
  readonly #splits: Float64Array
  /** For each j: the cost by {@link Ends} of the part of the present row. */
  readonly #ended: Float64Array
  readonly #open: Int32Array

  /**
   * @param ends - made for as many values out as the table
   * @param price - the price of a test, in the unit of weights
   * @param most - the most values out of a part for which the table has a bound
   */
  constructor(blocks: readonly Block[], ends: Ends, price: number, most: number = MOST_OUT) {
    const n = blocks.length
    this.#n = n
    this.#most = most
    this.#ends = ends
    this.#price = price
    this.#part = new HeaviestOut(blocks, most)
    this.#costs = new Float64Array((most + 1) * n * n)
    this.#others = new Float64Array((most + 1) * n).fill(Infinity)
    this.#before = new Float64Array(n + 1)
    this.#splits = new Float64Array(n)
    this.#ended = new Float64Array(n)
    this.#open = new Int32Array(n)
    for (let j = 0; j < n; j += 1) {
      this.#before[j + 1] = this.#before[j]! + blocks[j]!.weight
      for (let out = 0; out <= most; out += 1) this.#others[out * n + j] = this.#part.ofBlock(j, out)
    }
    this.#none = this.#others.map((weight) => (weight < Infinity ? 0 : Infinity))
    for (let i = n - 1; i >= 0; i -= 1) {
      ends.begin(i, this.#ended, this.#open)
      this.#part.begin()
      this.#enterRow(i)
    }
  }

  /** The least cost of blocks `i` to `j`. */
  of(i: number, j: number): number {
    return this.#costs[i * this.#n + j]!
  }

  /** The least cost of all blocks where at least one test comes first. That test may leave all blocks on one side. */
  tested(): number {
    const n = this.#n
    const last = n - 1
    const others = Math.min(this.#splits[last]!, this.#ended[last]!)
    // The row does not try an equality test where the whole costs less without any test.
    if (this.#costs[n * n + last]! < others) this.#tryEquality(0, last)
    const rest = Math.min(others, this.#costs[n * n + last]!)
    return this.#before[n]! + this.#price + rest
  }

  /** Enters all parts that begin with block `i`, short ones first. All later rows must be entered. */
  #enterRow(i: number): void {
    const n = this.#n
    const maxOut = this.#most
    const price = this.#price
    const costs = this.#costs
    const others = this.#others
    const none = this.#none
    const before = this.#before
    const ended = this.#ended
    const open = this.#open
    const splits = this.#splits.fill(Infinity)
    /** The distance to the place of the same part with one value more out. */
    const parts = n * n
    for (let j = i + 1; j < n; j += 1) {
      const at = i * n + j
      divideBefore(j, costs[at - 1]!, costs, splits)
      const end = ended[j]!
      if (end === 0) continue
      for (let out = 1; out <= maxOut; out += 1) {
        const to = out * parts + at
        // Where the rest of the part may be settled, the values of the added block may take no test.
        const tests = out <= open[j]! ? others : none
        /** Bounds for the part from the part without block j, and from the part without block i. */
        let shorter = Infinity
        let later = Infinity
        // Some of the values that are out may belong to that block. Then the rest has fewer out, and may cost less.
        for (let own = 0; own <= out; own += 1) {
          const from = to - own * parts
          const one = costs[from - 1]! + tests[own * n + j]!
          if (one < shorter) shorter = one
          const other = costs[from + n]! + tests[own * n + i]!
          if (other < later) later = other
        }
        costs[to] = shorter > later ? shorter : later
      }
      const here = before[j + 1]! - before[i]! + price
      const split = splits[j]!
      const first = parts + at
      if (costs[first]! < split && here + costs[first]! < end) this.#tryEquality(i, j)
      const least = here + (costs[first]! < split ? costs[first]! : split)
      costs[at] = least < end ? least : end
    }
  }

  /** Tries every test for blocks `i` to `j`, out of which there are values. */
  #tryEquality(i: number, j: number): void {
    const n = this.#n
    const costs = this.#costs
    const before = this.#before
    const part = this.#part
    const maxOut = this.#most
    const whole = part.weight(j, 0)
    for (let out = maxOut; out > 0; out -= 1) {
      const at = (out * n + i) * n + j
      const left = part.weight(j, out)
      const here = left + this.#price
      const end = this.#ends.of(j, out)
      if (end === 0) continue
      // All values out may lie on one side only where the other side is no heavier than they are.
      const light = whole - left + before[n]! * ROUNDING
      if (out === maxOut) {
        const cost = this.#halves(i, j, light, here, end)
        if (cost > costs[at]!) costs[at] = cost
        continue
      }
      const low = before[i]! + light
      const high = before[j + 1]! - light
      let least = costs[at + n * n]!
      let s = i + 1
      for (; s <= j && before[s]! <= low; s += 1) {
        const most = before[s]! < high ? 0 : out
        for (let below = 0; below <= most; below += 1) {
          const sides = costs[(below * n + i) * n + s - 1]! + costs[((out - below) * n + s) * n + j]!
          if (sides < least) least = sides
        }
      }
      for (let top = j; top >= s && before[top]! >= high; top -= 1) {
        const sides = costs[(out * n + i) * n + top - 1]! + costs[top * n + j]!
        if (sides < least) least = sides
      }
      const cost = here + least < end ? here + least : end
      if (cost > costs[at]!) costs[at] = cost
    }
  }

  /**
   * The least cost of blocks `i` to `j` by their halves, without the most values, which weigh at most `light`.
   *
   * @param here - the cost of the next test
   * @param end - the cost of the part where no test follows
   */
  #halves(i: number, j: number, light: number, here: number, end: number): number {
    const n = this.#n
    const costs = this.#costs
    const before = this.#before
    const half = (before[i]! + before[j + 1]!) / 2
    let middle = i + 1
    while (middle < j && before[middle]! < half) middle += 1
    const most = this.#most
    let both = Infinity
    for (let low = 0; low <= most; low += 1) {
      const sum = costs[(low * n + i) * n + middle - 1]! + costs[((most - low) * n + middle) * n + j]!
      if (sum < both) both = sum
    }
    const below = before[middle]! - before[i]!
    const above = before[j + 1]! - before[middle]!
    const lighter = below < above ? below : above
    let least = lighter > light ? both + (lighter - light) : both
    if (here > least) least = here
    if (end < least) least = end
    return both > least ? both : least
  }
}
