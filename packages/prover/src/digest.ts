import { TERMINAL } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { sha256 } from './sha256.ts'

/** The identity of a diagram, independent of how it was made. */
export interface Fingerprint {
  /** SHA-256, in hexadecimal. */
  readonly digest: string
  /** The number of its nodes. */
  readonly nodes: number
}

/**
 * The fingerprint of the diagram under `root`: SHA-256 of its nodes as triples of words. The two nodes below a node
 * come before it. The number of a node is the order in which a walk that takes the way by 0 first leaves it. That
 * order is the diagram's own, so the fingerprint does not depend on the numbers in the store.
 */
export function fingerprintOf(store: Store, root: Node): Fingerprint {
  const numbers = new Map<Node, number>()
  const words: number[] = []
  // The recursion is at most as deep as there are bits, so it is safe.
  const write = (node: Node): number => {
    const known = numbers.get(node)
    if (known !== undefined) return known
    const bit = store.bitOf(node)
    if (bit === TERMINAL) words.push(-1, store.valueOf(node) | 0, 0)
    else {
      const zero = write(store.zeroOf(node))
      words.push(bit, zero, write(store.oneOf(node)))
    }
    numbers.set(node, numbers.size)
    return numbers.size - 1
  }
  write(root)
  return { digest: sha256(words), nodes: numbers.size }
}
