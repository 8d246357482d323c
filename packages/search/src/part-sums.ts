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
  readonly #blocks: readonly Block[]
  /** The place of the continuation of each block among all continuations. */
  readonly #ways: readonly number[]
  /** The weights of the heaviest single values of each block. */
  readonly #heavy: readonly (readonly number[])[]
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
    const ways = new Map<number, number>()
    this.#blocks = blocks
    this.#ways = blocks.map(({ to }) => ways.get(to) ?? (ways.set(to, ways.size), ways.size - 1))
    this.#heavy = blocks.map(({ singles }) => [...singles].sort((a, b) => b - a).slice(0, maxOut))
    this.#counts = new Int32Array(ways.size)
    this.#heaviest = new Float64Array(maxOut)
    this.#seconds = secondsOf(blocks)
  }

  /** The weights of the heaviest single values of block `j`, descending: as many as anyone will ask for. */
  heaviestOf(j: number): readonly number[] {
    return this.#heavy[j]!
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
    const { weight, singles, isWide } = this.#blocks[j]!
    const way = this.#ways[j]!
    this.#weight += weight
    const heavy = this.#heavy[j]!
    for (let at = 0; at < heavy.length; at += 1) this.#addSingle(heavy[at]!)
    if (this.fewest >= MANY) return
    const counts = this.#counts
    counts[way]! += singles.length
    this.#singles += singles.length
    this.#most = Math.max(this.#most, counts[way]!)
    if (isWide && this.#wide !== way) {
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
