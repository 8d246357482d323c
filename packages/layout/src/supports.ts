import { WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { WORD_END } from './word-samples.ts'

/**
 * A function that yields the bits of the word that a node asks, as a mask (u32). It looks at each node once.
 */
export function supports(store: Store): (root: Node) => number {
  const known = new Map<Node, number>()
  // As deep as there are bits in a word, so recursion is safe.
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
