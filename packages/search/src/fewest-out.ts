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
  readonly #blocks: readonly Block[]
  /** How many single values of each continuation the part has. */
  readonly #counts = new Map<number, number>()
  #last = -1
  #singles = 0
  /** The largest of these numbers. */
  #most = 0
  /** The continuation of the wide values of the part; -1 where it has none. */
  #wide: number | undefined
  #fewest = 0

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks
  }

  /** Begins the parts of block `i`, with an empty part. */
  begin(i: number): void {
    this.#last = i - 1
    this.#counts.clear()
    this.#singles = 0
    this.#most = 0
    this.#wide = undefined
    this.#fewest = 0
  }

  /**
   * The least number for the part that ends with block `j`, which is not before the last `j`; at least `MANY` where
   * no number is enough.
   */
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
