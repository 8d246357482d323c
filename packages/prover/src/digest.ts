import { TERMINAL } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { sha256 } from './sha256.ts'

/**
 * The digest of the diagram under `root`: SHA-256 of its nodes as u32 triples, numbered in the order in which a walk
 * that takes the way by 0 first meets them. That order is the diagram's own, so the numbers of the store do not show.
 */
export function digestOf(store: Store, root: Node): string {
  const numbers = new Map<Node, number>()
  const words: number[] = []
  // As deep as there are bits, so recursion is safe.
  const write = (node: Node): number => {
    const known = numbers.get(node)
    if (known !== undefined) return known
    const bit = store.bitOf(node)
    if (bit === TERMINAL) words.push(0xffff_ffff, store.valueOf(node), 0)
    else {
      const zero = write(store.zeroOf(node))
      words.push(bit, zero, write(store.oneOf(node)))
    }
    numbers.set(node, numbers.size)
    return numbers.size - 1
  }
  write(root)
  const bytes = new Uint8Array(words.length * 4)
  const view = new DataView(bytes.buffer)
  words.forEach((word, i) => view.setUint32(4 * i, word))
  return sha256(bytes)
}
