/*
 * The cheapest threshold of cells i to j, for one i and longer and longer parts.
 *
 * A threshold after cell s costs cost(i, s) + cost(s + 1, j). The second cost is known for all j before row i is entered, and so is
 * the least amount by which any such cost grows from j - 1 to j. The sum of these amounts is how much a threshold costs more, at
 * least, for a longer part than for a shorter part. A threshold is passed over where that exceeds the cost of another threshold.
 * Thresholds are looked at in blocks, each with the least cost of its thresholds when they were last looked at. Most blocks are
 * passed over most of the time, and the result is that of a search among all thresholds.
 */

/** The thresholds of a block, as a power of two. */
const BLOCK_BITS = 3
/** Two costs may be equal whose quotient differs less from 1: their sums are made in another order. */
export const ROUNDING: number = 2 ** -40

/** The cheapest thresholds of the parts in a table of costs, none below 0, which is entered row by row from the last row to the first. */
export class RowSplits {
  readonly #cells: number
  /** At i · n - i · (i + 1) / 2 + j: the cost of cells i to j. */
  readonly #byFirst: Float64Array
  /** At j · (j + 1) / 2 + i: the cost of cells i to j. */
  readonly #byLast: Float64Array
  /** The least cost in each block of thresholds when it was last looked at, less the growth up to that part. */
  readonly #least: Float64Array
  /** By cell j, the least that any row after the present one grows from j - 1 to j. */
  readonly #growths: Float64Array
  #i = 0
  #row = 0
  /** The least that the costs after a threshold have grown in this row, up to cell {@link RowSplits.#last}. */
  #growth = 0
  #last = 0
  /** The first of the cheapest thresholds of the last part, as the cell before it. */
  split = 0

  constructor(cells: number, byFirst: Float64Array, byLast: Float64Array) {
    this.#cells = cells
    this.#byFirst = byFirst
    this.#byLast = byLast
    this.#least = new Float64Array((cells >> BLOCK_BITS) + 1)
    this.#growths = new Float64Array(cells).fill(Infinity)
  }

  /** Begins the row of cell `i`. The rows after it are entered. */
  begin(i: number): void {
    this.#i = i
    this.#row = i * this.#cells - ((i * (i + 1)) >>> 1)
    this.#growth = 0
    this.#last = i
    this.split = i
  }

  /** Ends the row, all of whose costs are entered. */
  end(): void {
    const [costs, growths, row] = [this.#byFirst, this.#growths, this.#row]
    for (let j = this.#i + 1; j < this.#cells; j += 1) {
      const growth = costs[row + j]! - costs[row + j - 1]!
      if (growth < growths[j]!) growths[j] = growth
    }
  }

  /**
   * The cost of the cheapest threshold of cells i to `j`; {@link RowSplits.split} is then the first such. `j` is greater than in the call before it, and
   * the costs of all parts of the row up to cell `j` - 1 are entered.
   */
  best(j: number): number {
    const below = this.#byFirst
    const above = this.#byLast
    const least = this.#least
    const first = this.#i
    const row = this.#row
    const column = ((j * (j + 1)) >>> 1) + 1
    const lastBlock = (j - 1) >> BLOCK_BITS
    // The thresholds from the last part on are new.
    for (let block = this.#last >> BLOCK_BITS; block <= lastBlock; block += 1) least[block] = -Infinity
    // No row ends at the first cell behind this one's beginning.
    for (let at = Math.max(this.#last, first + 1) + 1; at <= j; at += 1) this.#growth += this.#growths[at]!
    this.#last = j
    const growth = this.#growth
    let split = this.split
    let best = below[row + split]! + above[column + split]!
    let most = best * (1 + ROUNDING) - growth
    for (let block = first >> BLOCK_BITS; block <= lastBlock; block += 1) {
      if (least[block]! > most) continue
      let low = Infinity
      const end = Math.min(j, (block + 1) << BLOCK_BITS)
      for (let s = Math.max(first, block << BLOCK_BITS); s < end; s += 1) {
        const sum = below[row + s]! + above[column + s]!
        if (sum >= low) continue
        low = sum
        if (sum < best || (sum === best && s < split)) {
          best = sum
          split = s
        }
      }
      least[block] = low - growth
      most = best * (1 + ROUNDING) - growth
    }
    this.split = split
    return best
  }
}
