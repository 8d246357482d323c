/*
 * The least number of values to take out of blocks i to j so that one continuation is left, for one i and longer and
 * longer parts.
 *
 * A bound does not know which values a tree takes out of a part, only how many. With fewer than the least number out,
 * several continuations are surely left. The number never decreases for a longer part.
 */
import type { Block } from './block.ts'

/** More values than any search takes out one by one. */
const MANY = 2 ** 20

/** The least numbers for the parts that begin with one block. */
export class FewestOut {
  // Plain numbers in typed arrays: callers make blocks in several ways, and each block is read often.
  /** The place of the continuation of each block among all continuations. */
  readonly #ways: Int32Array
  /** For each block, the number of its single values. `#isWide` tells whether it has other values too. */
  readonly #singlesOf: Int32Array
  readonly #isWide: Uint8Array
  /** For each continuation: the number of single values that the part has. */
  readonly #counts: Int32Array
  #last = -1
  #singles = 0
  /** The largest of these numbers. */
  #most = 0
  /** The continuation of the wide values of the part; -1 where it has none. */
  #wide = -1
  #fewest = 0

  constructor(blocks: readonly Block[]) {
    const n = blocks.length
    const ways = new Map<number, number>()
    this.#ways = new Int32Array(n)
    this.#singlesOf = new Int32Array(n)
    this.#isWide = new Uint8Array(n)
    blocks.forEach(({ to, singles, isWide }, j) => {
      const way = ways.get(to) ?? ways.size
      ways.set(to, way)
      this.#ways[j] = way
      this.#singlesOf[j] = singles.length
      this.#isWide[j] = Number(isWide)
    })
    this.#counts = new Int32Array(ways.size)
  }

  /** Begins the parts of block `i`, with an empty part. */
  begin(i: number): void {
    this.#last = i - 1
    this.#counts.fill(0)
    this.#singles = 0
    this.#most = 0
    this.#wide = -1
    this.#fewest = 0
  }

  /**
   * The least number for the part that ends with block `j`, which is not before the last `j`; at least `MANY` where
   * no number is enough.
   */
  to(j: number): number {
    while (this.#last < j && this.#fewest < MANY) this.#add((this.#last += 1))
    return this.#fewest
  }

  #add(j: number): void {
    const way = this.#ways[j]!
    const singles = this.#singlesOf[j]!
    const counts = this.#counts
    counts[way]! += singles
    this.#singles += singles
    this.#most = Math.max(this.#most, counts[way]!)
    if (this.#isWide[j] === 1 && this.#wide !== way) {
      // Only single values can be taken out, so wide values of two continuations stay.
      if (this.#wide !== -1) {
        this.#fewest = MANY
        return
      }
      this.#wide = way
    }
    this.#fewest = this.#singles - (this.#wide === -1 ? this.#most : counts[this.#wide]!)
  }
}
