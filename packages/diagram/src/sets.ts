/*
 * Sets of numbers read off a diagram: as ranges, as ranges under a mask, as cubes.
 *
 * A walk that takes the way by 0 first meets the inputs in ascending order, a block of them at each end of the upper
 * part. A range is at most twice as many blocks as it has bits, so ranges are cheap; but the set of even numbers is
 * one node and 2^31 ranges. Every function here takes the most that it may yield, and gives up past it.
 */
import { TERMINAL } from './store.ts'
import type { Node, Store } from './store.ts'
import { WORD_BITS } from './word-predicates.ts'

/** All values of a word from `lo` to `hi`, after which the diagram goes on with `to`. */
export interface Cell {
  readonly lo: number
  readonly hi: number
  readonly to: Node
}

/**
 * The values of word `word` in ascending order, cut where the diagram goes on otherwise; `undefined` where there are more
 * than `most` cells. `root` must ask no bit before that word.
 */
export function wordCells(store: Store, root: Node, word: number, most: number): readonly Cell[] | undefined {
  const end = (word + 1) * WORD_BITS
  const cells: Cell[] = []
  const walk = (node: Node, bit: number, lo: number): boolean => {
    const left = end - bit // bits of the word that are still open
    if (store.bitOf(node) >= end) {
      const hi = lo + 2 ** left - 1
      const last = cells.at(-1)
      if (last?.to === node) cells[cells.length - 1] = { ...last, hi }
      else cells.push({ lo, hi, to: node })
      return cells.length <= most
    }
    const asks = store.bitOf(node) === bit
    return (
      walk(asks ? store.zeroOf(node) : node, bit + 1, lo) &&
      walk(asks ? store.oneOf(node) : node, bit + 1, lo + 2 ** (left - 1))
    )
  }
  return walk(root, word * WORD_BITS, 0) ? cells : undefined
}

/** The bits that the diagram under `root` asks, ascending. */
export function bitsOf(store: Store, root: Node): readonly number[] {
  const seen = new Set<Node>([root])
  const bits = new Set<number>()
  for (const node of seen)
    if (store.bitOf(node) !== TERMINAL) {
      bits.add(store.bitOf(node))
      seen.add(store.zeroOf(node))
      seen.add(store.oneOf(node))
    }
  return [...bits].sort((a, b) => a - b)
}

/** A bit of a diagram, and what it weighs in a number: a power of two. */
export interface WeighedBit {
  readonly bit: number
  readonly weight: bigint
}

/**
 * The numbers for which `predicate` is 1, as closed ranges in ascending order; `undefined` where there are more than
 * `most`.
 *
 * A number is the sum of the weights of the bits that are set, so `bits`, in the order of the diagram with weights that
 * descend, must hold every bit that `predicate` asks. Where bits are missing among the weights, a range goes on over the
 * numbers that cannot be: it is a range of what a mask leaves.
 */
export function numberRanges(
  store: Store,
  predicate: Node,
  bits: readonly WeighedBit[],
  most: number,
): readonly { readonly lo: bigint; readonly hi: bigint }[] | undefined {
  /** What the bits from the place of the index on weigh together. */
  const rest = Array<bigint>(bits.length + 1).fill(0n)
  for (let i = bits.length - 1; i >= 0; i -= 1) rest[i] = rest[i + 1]! + bits[i]!.weight
  const ranges: { readonly lo: bigint; readonly hi: bigint }[] = []
  let open = false
  const walk = (node: Node, i: number, lo: bigint): boolean => {
    if (node === store.never) {
      open = false
      return true
    }
    if (node === store.always) {
      const hi = lo + rest[i]!
      const last = ranges.at(-1)
      if (open && last !== undefined) ranges[ranges.length - 1] = { lo: last.lo, hi }
      else ranges.push({ lo, hi })
      open = true
      return ranges.length <= most
    }
    const { bit, weight } = bits[i]!
    const asks = store.bitOf(node) === bit
    return (
      walk(asks ? store.zeroOf(node) : node, i + 1, lo) &&
      walk(asks ? store.oneOf(node) : node, i + 1, lo + weight)
    )
  }
  return walk(predicate, 0, 0n) ? ranges : undefined
}
