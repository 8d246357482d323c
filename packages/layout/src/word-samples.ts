/*
 * How often a word has which values, as a few values that stand for all: one for each range that goes on alike. Half
 * of all calls have 0 in an argument, and nearly all have 0 in its high half; what is left is shared alike by the
 * ranges. Nobody counts arguments, so this is a guess, and only the order of tests hangs on it.
 */
import { WORD_BITS } from '@seccompile/diagram'
import type { Cell, Node, Store } from '@seccompile/diagram'
import { FIRST_PLACE } from '@seccompile/outcomes'

/** The first bit after the word that is looked at. */
export const WORD_END: number = (FIRST_PLACE + 1) * WORD_BITS

/** A value of the word, its share of all calls, and what the diagram goes on with. */
export interface Sample {
  readonly value: number
  readonly share: number
  readonly to: Node
}

/**
 * The values of `word & mask`, cut where the diagram under `root` goes on otherwise; `undefined` where there are more
 * than `most` ranges. `mask` keeps every bit of the word that is asked. A range may hold values that it does not leave.
 */
export function cellsUnder(
  store: Store,
  root: Node,
  mask: number,
  most: number,
): readonly Cell[] | undefined {
  const cells: Cell[] = []
  let walked = 0
  const walk = (node: Node, weight: number, lo: number): boolean => {
    walked += 1
    if (store.bitOf(node) >= WORD_END) {
      const last = cells.at(-1)
      if (last?.to === node) return true
      if (last !== undefined) cells[cells.length - 1] = { ...last, hi: lo - 1 }
      cells.push({ lo, hi: mask, to: node })
      return cells.length <= most
    }
    if (((mask >>> weight) & 1) === 0) return walk(node, weight - 1, lo)
    const asks = store.bitOf(node) === WORD_BITS - 1 - weight
    const zero = asks ? store.zeroOf(node) : node
    const one = asks ? store.oneOf(node) : node
    return walk(zero, weight - 1, lo) && walk(one, weight - 1, lo + 2 ** weight)
  }
  const isWhole = walk(root, WORD_BITS - 1, 0)
  store.take(walked)
  return isWhole ? cells : undefined
}

/** Values that stand for all, whose shares sum to 1; `zeroShare` of the calls have 0. */
export function samplesOf(cells: readonly Cell[], zeroShare: number): readonly Sample[] {
  const shared = (1 - zeroShare) / cells.length
  return cells.map(({ lo, to }) => ({ value: lo, share: lo === 0 ? zeroShare + shared : shared, to }))
}
