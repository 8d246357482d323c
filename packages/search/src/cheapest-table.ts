/*
 * A table of lower bounds for parts of the cheapest trees: for blocks i to j without `out` of their single values, the least
 * that any part of a cheapest tree costs.
 *
 * bound-table.ts has bounds for parts of all trees. In a cheapest tree, few parts begin with an equality test, and these tests
 * stand low. An equality test takes the value v out. The *path* of v goes on below that test, to the place where v would be found.
 * At each test on the path, one side leaves it: the side that v is not on.
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
 * Both steps keep the number of tests, so the price of a test does not matter. They hold in the shared tree of a strategy too
 * (shared-costs.ts): its leaves stay as they are.
 *
 * So let values be out of a part, and let all of them lie on one side of a threshold. Then the other side weighs no more than they do.
 * If they lie on both sides, that holds of both sides. So where values are out, few thresholds have to be tried.
 *
 * Mostly the table need not try them at all. A tree for a part is also a tree for the part without its last block, or without its
 * first one. Its sides only get lighter, so what is proved of sides still holds. Each value of the block that is left out takes one
 * test or more. If that shows that the cheapest threshold costs no more than any equality test, the table enters only what it shows.
 *
 * Where the most values are out, the next equality test leads to a part of which the table knows nothing. Such a part costs no less than
 * its two halves, as in bound-table.ts. Each test of a tree parts values of one half alone. So the first test is one test more for all
 * values of the other half.
 */
import type { Block } from './block.ts'
import { MOST_OUT } from './bound-table.ts'
import type { Ends } from './ends.ts'
import { HeaviestOut } from './heaviest-out.ts'
import { ROUNDING } from './rounding.ts'

/** Takes a threshold before block `j` into account for all longer parts of a row, in which the part before it costs `below`. */
function divideBefore(j: number, below: number, costs: Float64Array, splits: Float64Array): void {
  const n = splits.length
  const row = j * n
  for (let to = j; to < n; to += 1) {
    const sum = below + costs[row + to]!
    if (sum < splits[to]!) splits[to] = sum
  }
}

/** The costs of parts of some blocks, of which neighbours have different continuations. */
export class CheapestTable {
  readonly #n: number
  readonly #most: number
  readonly #ends: Ends
  readonly #price: number
  readonly #part: HeaviestOut
  /** For `out` values out, at (out · n + i) · n + j. */
  readonly #costs: Float64Array
  /** For `out` values out of block j, at out · n + j: the weight of the others; `Infinity` where it has fewer values to take out. */
  readonly #others: Float64Array
  /** At the same places, 0; `Infinity` where the block has fewer values to take out. */
  readonly #none: Float64Array
  /** The weight before each block. */
  readonly #before: Float64Array
  /** For each j, what the two sides of the cheapest threshold of the present row cost so far. */
  readonly #splits: Float64Array
  /** For each j, what {@link Ends} says of the part of the present row. */
  readonly #ended: Float64Array
  readonly #open: Int32Array

  /**
   * @param ends - for as many values out as the table
   * @param price - the price of a test, in the unit of weights
   * @param most - the most values out of a part of which the table knows something
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

  /** The least cost of all blocks where a test comes first, which may leave all of them on one side. */
  tested(): number {
    const n = this.#n
    const last = n - 1
    const others = Math.min(this.#splits[last]!, this.#ended[last]!)
    // The row does not try an equality test where the whole costs less without any test.
    if (this.#costs[n * n + last]! < others) this.#tryEquality(0, last)
    const rest = Math.min(others, this.#costs[n * n + last]!)
    return this.#before[n]! + this.#price + rest
  }

  /** Enters all parts that begin with block `i`, short ones first. The rows after it are entered. */
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
    /** The places of parts without one value more. */
    const parts = n * n
    for (let j = i + 1; j < n; j += 1) {
      const at = i * n + j
      divideBefore(j, costs[at - 1]!, costs, splits)
      const end = ended[j]!
      if (end === 0) continue
      for (let out = 1; out <= maxOut; out += 1) {
        const to = out * parts + at
        // Where nothing may be left to tell apart, the values of the block that is added may take no test.
        const tests = out <= open[j]! ? others : none
        /** What the part costs by the part without block j, and by the part without block i. */
        let shorter = Infinity
        let later = Infinity
        // Values of that block may be out. The rest then has fewer out, and may cost less.
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

  /** Tries every test for blocks `i` to `j` of which values are out. */
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
      // A side that is no heavier than all values out may stand beside them.
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
   * What blocks `i` to `j` cost at least, without the most values, which weigh at most `light`, by their halves.
   *
   * @param here - what the next test costs
   * @param end - what the part costs where no test follows
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
