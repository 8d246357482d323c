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
  readonly #blocks: readonly Block[]
  /** How many single values of each continuation the part has. */
  readonly #counts = new Map<number, number>()
  #last = -1
  #singles = 0
  /** The most single values of one continuation. */
  #most = 0
  /** The continuation of the values that stay. */
  #wide: number | undefined
  #fewest = 0

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks
  }

  /** Begins with the part without blocks before block `i`. */
  begin(i: number): void {
    this.#last = i - 1
    this.#counts.clear()
    this.#singles = 0
    this.#most = 0
    this.#wide = undefined
    this.#fewest = 0
  }

  /** The fewest for the part that ends with block `j`, no shorter than the last one; at least `MANY` where no count is enough. */
  to(j: number): number {
    while (this.#last < j && this.#fewest < MANY) this.#add(this.#blocks[(this.#last += 1)]!)
    return this.#fewest
  }

  #add({ to, singles, isWide }: Block): void {
    const count = (this.#counts.get(to) ?? 0) + singles.length
    this.#counts.set(to, count)
    this.#singles += singles.length
    this.#most = Math.max(this.#most, count)
    if (isWide && this.#wide !== to) {
      // Values of two continuations stay, whatever is taken out.
      if (this.#wide !== undefined) {
        this.#fewest = MANY
        return
      }
      this.#wide = to
    }
    this.#fewest =
      this.#singles - (this.#wide === undefined ? this.#most : (this.#counts.get(this.#wide) ?? 0))
  }
}
