/*
 * What taking values out leaves of blocks i to j, for one i and longer and longer parts.
 *
 * Nobody knows which values a tree takes out of a part, only how many. No set of so many weighs more than the heaviest, and
 * one continuation is left no sooner than after the fewest values that leave one.
 */
import type { Block } from './block.ts'

/** A number of values that no search takes out one by one. */
const MANY = 2 ** 20

/** For each of `blocks`, the first one from it on at which wide blocks have two continuations; the count of blocks where none does. */
function secondsOf(blocks: readonly Block[]): Int32Array {
  const n = blocks.length
  const seconds = new Int32Array(n + 1).fill(n)
  /** The first wide block from the last one on. */
  let wide = n
  for (let at = n - 1; at >= 0; at -= 1) {
    const { to, isWide } = blocks[at]!
    seconds[at] = !isWide ? seconds[at + 1]! : blocks[wide]?.to === to ? seconds[wide]! : wide
    if (isWide) wide = at
  }
  return seconds
}

/** The parts that begin with one of some blocks. */
export class PartSums {
  // Numbers in arrays of one kind: callers make blocks in several ways, and each of them is read often.
  /** The weight of each block. */
  readonly #weights: Float64Array
  /** The place of the continuation of each block among all continuations. */
  readonly #ways: Int32Array
  /** How many single values each block has, and whether it has others. */
  readonly #singlesOf: Int32Array
  readonly #isWide: Uint8Array
  readonly #maxOut: number
  /** At j · maxOut + rank: the weights of the heaviest single values of block j, descending. */
  readonly #heavy: Float64Array
  /** How many single values of each continuation the part has. */
  readonly #counts: Int32Array
  /** For each block, the first block from it on at which values of a second continuation stay; the count of blocks where none do. */
  readonly #seconds: Int32Array
  #first = 0
  #last = -1
  #singles = 0
  /** The most single values of one continuation. */
  #most = 0
  /** The continuation of the values that stay; -1 where there are none. */
  #wide = -1
  /** The weights of the heaviest single values of the part, descending. */
  readonly #heaviest: Float64Array
  #weight = 0
  /** The fewest single values to take out so that one continuation is left; at least `MANY` where no count is enough. */
  fewest = 0

  /** @param maxOut - the most values of whose weight anyone will ask */
  constructor(blocks: readonly Block[], maxOut: number) {
    const n = blocks.length
    const ways = new Map<number, number>()
    this.#weights = new Float64Array(n)
    this.#ways = new Int32Array(n)
    this.#singlesOf = new Int32Array(n)
    this.#isWide = new Uint8Array(n)
    this.#maxOut = maxOut
    this.#heavy = new Float64Array(n * maxOut)
    blocks.forEach(({ to, weight, singles, isWide }, j) => {
      const way = ways.get(to) ?? ways.size
      ways.set(to, way)
      this.#weights[j] = weight
      this.#ways[j] = way
      this.#singlesOf[j] = singles.length
      this.#isWide[j] = Number(isWide)
      const heaviest = singles.length > 1 ? singles.toSorted((a, b) => b - a) : singles
      for (let rank = 0; rank < Math.min(maxOut, heaviest.length); rank += 1)
        this.#heavy[j * maxOut + rank] = heaviest[rank]!
    })
    this.#counts = new Int32Array(ways.size)
    this.#heaviest = new Float64Array(maxOut)
    this.#seconds = secondsOf(blocks)
  }

  /** How many values may be out of block `j`. */
  mostOutOf(j: number): number {
    return Math.min(this.#maxOut, this.#singlesOf[j]!)
  }

  /** The weight of a single value of block `j`: of the heaviest by rank 0, and so on. */
  heavy(j: number, rank: number): number {
    return this.#heavy[j * this.#maxOut + rank]!
  }

  /** Begins with the part without blocks before block `i`. */
  begin(i: number): void {
    this.#first = i
    this.#last = i - 1
    this.#counts.fill(0)
    this.#heaviest.fill(0)
    this.#singles = 0
    this.#most = 0
    this.#wide = -1
    this.#weight = 0
    this.fewest = 0
  }

  /** Goes on to the part that ends with block `j`, no shorter than the last one. */
  reach(j: number): void {
    while (this.#last < j) this.#add((this.#last += 1))
  }

  /** {@link PartSums.fewest} for the part that ends with block `j`, no shorter than the last one. */
  fewestTo(j: number): number {
    // This is so for most parts, and takes no sums.
    if (this.#seconds[this.#first]! <= j) return MANY
    this.reach(j)
    return this.fewest
  }

  #add(j: number): void {
    const singles = this.#singlesOf[j]!
    const way = this.#ways[j]!
    this.#weight += this.#weights[j]!
    const most = this.mostOutOf(j)
    for (let rank = 0; rank < most; rank += 1) this.#addSingle(this.heavy(j, rank))
    if (this.fewest >= MANY) return
    const counts = this.#counts
    counts[way]! += singles
    this.#singles += singles
    this.#most = Math.max(this.#most, counts[way]!)
    if (this.#isWide[j] === 1 && this.#wide !== way) {
      // Values of two continuations stay, whatever is taken out.
      if (this.#wide !== -1) {
        this.fewest = MANY
        return
      }
      this.#wide = way
    }
    this.fewest = this.#singles - (this.#wide === -1 ? this.#most : counts[this.#wide]!)
  }

  #addSingle(weight: number): void {
    const heaviest = this.#heaviest
    for (let rank = 0; rank < heaviest.length; rank += 1) {
      const held = heaviest[rank]!
      if (weight <= held) continue
      heaviest[rank] = weight
      weight = held
    }
  }

  /** The weight of the part without its `out` heaviest single values. */
  weight(out: number): number {
    let left = this.#weight
    for (let rank = 0; rank < out; rank += 1) left -= this.#heaviest[rank]!
    return Math.max(0, left)
  }
}
