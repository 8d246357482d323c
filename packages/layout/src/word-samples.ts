/*
 * A model of the values that a word has.
 *
 * Each range with one continuation has a sample: one value that stands for the range. Half of all calls are
 * taken to have 0 in the low half of an argument, and nearly all of them 0 in its high half. All ranges share
 * the other calls equally. No statistics of arguments exist, so the model is a guess. It decides which layout
 * is chosen, and never what the layout means.
 */
import { WORD_BITS } from '@seccompile/diagram'
import type { DiagramCell, Node, Store } from '@seccompile/diagram'
import { FIRST_PLACE } from '@seccompile/outcomes'

/** The first bit after the word that is laid out. */
export const WORD_END: number = (FIRST_PLACE + 1) * WORD_BITS

/** The most values of a word with too many ranges. */
const MAX_EDGES = 256

/** A value of the word, its share of all calls, and its continuation. */
export interface Sample {
  readonly value: number
  readonly share: number
  readonly to: Node
}

/**
 * The values of `word & mask` as ranges with one continuation each, read from the diagram under `root`;
 * `undefined` where there are more than `most` ranges. `mask` has every bit of the word that
 * `root` asks. A range may hold values with bits outside `mask`; no call has these.
 */
export function cellsUnder(
  store: Store,
  root: Node,
  mask: number,
  most: number,
): readonly DiagramCell[] | undefined {
  const cells: DiagramCell[] = []
  /** The last range so far, which is not in `cells` yet. */
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
  cells.push({ lo: from, hi: mask, to: to! }) // the walk ends at some node
  return cells
}

/**
 * Values of the word, each with its continuation, for a word with too many ranges: for each edge of the diagram under `root` the
 * least value found that takes it. So every continuation has a value. Of more than `MAX_EDGES` values some are left out, evenly.
 */
export function edgeValues(store: Store, root: Node): readonly Omit<DiagramCell, 'hi'>[] {
  const values = new Map<number, Node>()
  /** A value that leads to each node, with 0 for all bits from the node on. */
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

/** One sample for each of `cells`. The shares sum to 1, and 0 has `zeroShare` beside its part of the rest. */
export function samplesOf(cells: readonly Omit<DiagramCell, 'hi'>[], zeroShare: number): readonly Sample[] {
  const shared = (1 - zeroShare) / cells.length
  return cells.map(({ lo, to }) => ({ value: lo, share: lo === 0 ? zeroShare + shared : shared, to }))
}
