/*
 * A model of the values of a word.
 *
 * Each range with one continuation has a sample: one value that stands for the range. The model assumes that half of
 * all calls have 0 in the low half of an argument, and nearly all have 0 in the high half. All ranges share the other
 * calls equally. No statistics of arguments exist, so the model is a guess. It decides which layout is chosen, but
 * never what the layout means.
 */
import { WORD_BITS } from '@seccompile/diagram'
import type { DiagramCell, Node, Store } from '@seccompile/diagram'
import { FIRST_PLACE } from '@seccompile/outcomes'

/** The first bit after the word that is laid out. */
export const WORD_END: number = (FIRST_PLACE + 1) * WORD_BITS

/** The most sample values of a word with too many ranges. */
const MAX_EDGES = 256

/** A value of the word, its share of all calls, and its continuation. */
export interface Sample {
  readonly value: number
  readonly share: number
  readonly to: Node
}

/**
 * The values of `word & mask` as ranges with one continuation each, read from the diagram under `root`; `undefined`
 * where there are more than `most` ranges. `mask` must have every bit of the word that `root` asks. A range may
 * include values with bits outside `mask`, which no masked word has.
 */
export function cellsUnder(
  store: Store,
  root: Node,
  mask: number,
  most: number,
): readonly DiagramCell[] | undefined {
  const cells: DiagramCell[] = []
  /** The first value of the last range so far, which is not in `cells` yet. */
  let from = 0
  let to: Node | undefined
  let walked = 0
  const walk = (node: Node, highest: number, lo: number): boolean => {
    walked += 1
    const bit = store.bitOf(node)
    if (bit >= WORD_END) {
      if (to === node) return true
      if (to !== undefined) cells.push({ lo: from, hi: lo - 1, to })
      from = lo
      to = node
      return cells.length < most
    }
    let weight = highest
    for (; ((mask >>> weight) & 1) === 0; weight -= 1) walked += 1
    const asks = bit === WORD_BITS - 1 - weight
    const zero = asks ? store.zeroOf(node) : node
    const one = asks ? store.oneOf(node) : node
    return walk(zero, weight - 1, lo) && walk(one, weight - 1, lo + ((1 << weight) >>> 0))
  }
  const isWhole = walk(root, WORD_BITS - 1, 0)
  store.take(walked)
  if (!isWhole) return undefined
  cells.push({ lo: from, hi: mask, to: to! }) // a whole walk has reached a node
  return cells
}

/**
 * Values of a word with too many ranges, each with its continuation: for each edge of the diagram under `root`, the
 * smallest value found whose way takes it. So every continuation has a value. Where there are more than `MAX_EDGES`
 * values, an evenly spread selection of them.
 */
export function edgeValues(store: Store, root: Node): readonly Omit<DiagramCell, 'hi'>[] {
  const values = new Map<number, Node>()
  /** For each node, a value that leads to it, with 0 for all bits from the node on. */
  const reached = new Map<Node, number>([[root, 0]])
  const reach = (child: Node, value: number): void => {
    if (!reached.has(child)) reached.set(child, value)
    let exit = child
    while (store.bitOf(exit) < WORD_END) exit = store.zeroOf(exit)
    values.set(value, exit)
  }
  // The loop also visits nodes that are added while it runs.
  for (const [node, value] of reached) {
    if (store.bitOf(node) >= WORD_END) continue
    reach(store.zeroOf(node), value)
    reach(store.oneOf(node), (value | (1 << (WORD_BITS - 1 - store.bitOf(node)))) >>> 0)
  }
  store.take(2 * reached.size)
  const all = [...values].map(([lo, to]) => ({ lo, to })).sort((a, b) => a.lo - b.lo)
  const step = Math.ceil(all.length / MAX_EDGES)
  return all.filter((_, i) => i % step === 0)
}

/**
 * One sample for each of `cells`. The shares sum to 1. The value 0 has `zeroShare`, and the same part of the rest as
 * every other sample.
 */
export function samplesOf(cells: readonly Omit<DiagramCell, 'hi'>[], zeroShare: number): readonly Sample[] {
  const shared = (1 - zeroShare) / cells.length
  return cells.map(({ lo, to }) => ({ value: lo, share: lo === 0 ? zeroShare + shared : shared, to }))
}
