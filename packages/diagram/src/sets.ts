/*
 * Conversions between sets of numbers and diagrams: cells of a word to a diagram, and a diagram to cells or
 * ranges.
 *
 * A walk that takes the branch by 0 first meets the inputs in ascending order, in blocks: one for each path that
 * ends. A range has at most twice as many blocks as a number has bits, so few ranges make few blocks. But the set of
 * even numbers is one node and 2^31 ranges. So each function that reads ranges takes a bound for its result, and
 * gives up above it.
 */
import { TERMINAL } from './store.ts'
import type { Node, Store } from './store.ts'
import { bitAt, WORD_BITS } from './word-predicates.ts'

/** The values of a word from `lo` to `hi`, for which the diagram continues with `to`. */
export interface DiagramCell {
  readonly lo: number
  readonly hi: number
  readonly to: Node
}

/**
 * The cells of word `word` in ascending order: neighbouring cells continue with different nodes. `undefined`
 * where there are more than `most` cells. `root` must ask no bit before that word.
 */
export function wordCells(
  store: Store,
  root: Node,
  word: number,
  most: number,
): readonly DiagramCell[] | undefined {
  const end = (word + 1) * WORD_BITS
  const cells: DiagramCell[] = []
  const walk = (node: Node, bit: number, lo: number): boolean => {
    const left = end - bit // the number of bits of the word that are still open
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

/**
 * The diagram that asks `word & mask` and continues with the cell of that value. It is the inverse of
 * {@link wordCells} where `mask` keeps the whole word.
 *
 * @param cells - ascending and without gaps from 0 to 2^32 - 1; they continue with nodes that ask only later
 * words
 */
export function cellsNode(store: Store, word: number, mask: number, cells: readonly DiagramCell[]): Node {
  /** The index of the cell that holds `value`, between `first` and `last`. */
  const placeOf = (value: number, first: number, last: number): number => {
    let low = first
    let high = last
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (cells[middle]!.lo <= value) low = middle
      else high = middle - 1
    }
    return low
  }
  /**
   * The diagram for the 2^(weight + 1) values from `lo` on, which lie in the cells `first` to `last`. It asks the
   * bits of weight 2^`weight` and below.
   */
  const walk = (weight: number, lo: number, first: number, last: number): Node => {
    if (first === last) return cells[first]!.to
    const middle = lo + ((1 << weight) >>> 0)
    const above = placeOf(middle, first, last)
    const below = cells[above]!.lo === middle ? above - 1 : above
    const zero = walk(weight - 1, lo, first, below)
    if (((mask >>> weight) & 1) === 0) return zero
    return store.node(bitAt(word, weight), zero, walk(weight - 1, middle, above, last))
  }
  return walk(WORD_BITS - 1, 0, 0, cells.length - 1)
}

/** The bits before `end` that the diagram under `root` asks, ascending; all bits if `end` is left out. */
export function bitsOf(store: Store, root: Node, end: number = TERMINAL): readonly number[] {
  const seen = new Set<Node>([root])
  const bits = new Set<number>()
  // The loop also visits nodes that are added while it runs.
  for (const node of seen)
    if (store.bitOf(node) < end) {
      bits.add(store.bitOf(node))
      seen.add(store.zeroOf(node))
      seen.add(store.oneOf(node))
    }
  return [...bits].sort((a, b) => a - b)
}

/** A bit of a diagram, and its weight in a number: a power of two. */
export interface WeighedBit {
  readonly bit: number
  readonly weight: bigint
}

/**
 * The numbers for which `predicate` is 1, as closed ranges in ascending order; `undefined` where there are more than
 * `most`.
 *
 * A number is the sum of the weights of its set bits. `bits` must hold every bit that `predicate` asks, in the
 * order of the diagram, with descending weights. Where a power of two is missing among the weights, some
 * numbers cannot occur. A range may include such numbers: it is a range of values under a mask.
 */
export function numberRanges(
  store: Store,
  predicate: Node,
  bits: readonly WeighedBit[],
  most: number,
): readonly { readonly lo: bigint; readonly hi: bigint }[] | undefined {
  /** The sum of the weights from each index on. */
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
