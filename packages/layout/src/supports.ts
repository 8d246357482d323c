import { WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { WORD_END } from './word-samples.ts'

/** Yields a function from a node to a mask (u32) of the bits of the word that the node asks. It visits each node once. */
export function supports(store: Store): (root: Node) => number {
  const known = new Map<Node, number>()
  // The recursion is at most as deep as a word has bits, so it is safe.
  const supportOf = (node: Node): number => {
    const bit = store.bitOf(node)
    if (bit >= WORD_END) return 0
    const memo = known.get(node)
    if (memo !== undefined) return memo
    const below = supportOf(store.zeroOf(node)) | supportOf(store.oneOf(node))
    const support = (below | (1 << (WORD_BITS - 1 - bit))) >>> 0
    known.set(node, support)
    store.take(1)
    return support
  }
  return supportOf
}
