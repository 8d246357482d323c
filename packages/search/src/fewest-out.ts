/*
 * How many values have to be taken out of blocks i to j so that one continuation is left, for one i and longer and longer parts.
 *
 * Nobody knows which values a tree takes out of a part, only how many. One continuation is left no sooner than after the fewest
 * values that leave one. A longer part never has fewer.
 */
import type { Block } from './block.ts'

/** A number of values that no search takes out one by one. */
const MANY = 2 ** 20

/** The parts that begin with one of some blocks. */
export class FewestOut {
  // Numbers in arrays of one kind: callers make blocks in several ways, and each of them is read often.
  /** The place of the continuation of each block among all continuations. */
  readonly #ways: Int32Array
  /** How many single values each block has, and whether it has others. */
  readonly #singlesOf: Int32Array
  readonly #isWide: Uint8Array
  /** How many single values of each continuation the part has. */
  readonly #counts: Int32Array
  #last = -1
  #singles = 0
  /** The most single values of one continuation. */
  #most = 0
  /** The continuation of the values that stay; -1 where there are none. */
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

  /** Begins with the part without blocks before block `i`. */
  begin(i: number): void {
    this.#last = i - 1
    this.#counts.fill(0)
    this.#singles = 0
    this.#most = 0
    this.#wide = -1
    this.#fewest = 0
  }

  /** The fewest for the part that ends with block `j`, no shorter than the last one; at least `MANY` where no count is enough. */
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
      // Values of two continuations stay, whatever is taken out.
      if (this.#wide !== -1) {
        this.#fewest = MANY
        return
      }
      this.#wide = way
    }
    this.#fewest = this.#singles - (this.#wide === -1 ? this.#most : counts[this.#wide]!)
  }
}
