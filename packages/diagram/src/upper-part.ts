/*
 * The part of a diagram before a bit, for callers that build it several times with other exits below it.
 *
 * One walk lists the nodes of the part, each behind its children. A loop over this list then builds the part again.
 */
import type { Node, Store } from './store.ts'

/** The part of a diagram that asks the bits before some bit. */
export interface UpperPart {
  /** The nodes below the part, each once, in a fixed order. */
  readonly exits: readonly Node[]
  /** The number of nodes of the part, without its exits. */
  readonly size: number
  /**
   * The part with new exits: each exit is replaced by a node of `tos`, in the same order. None of these may ask a bit
   * of the part.
   * @throws DiagramLimitError where the store is full
   */
  readonly withExits: (tos: readonly Node[]) => Node
}

/**
 * The part of the diagram under `root` before bit `end`. Each visited node counts as a step.
 * @throws DiagramLimitError where that is too many steps for the store
 */
export function upperPart(store: Store, root: Node, end: number): UpperPart
/** The same part; `undefined` where it has more than `most` exits. */
export function upperPart(store: Store, root: Node, end: number, most: number): UpperPart | undefined
export function upperPart(
  store: Store,
  root: Node,
  end: number,
  most: number = Infinity,
): UpperPart | undefined {
  const exits: Node[] = []
  const nodes: Node[] = []
  const seen = new Set<Node>()
  // Depth first, so that too many exits are noticed soon. The recursion has at most one level for each bit, so it is
  // safe.
  const walk = (node: Node): boolean => {
    if (seen.has(node)) return true
    seen.add(node)
    if (store.bitOf(node) >= end) return exits.push(node) <= most
    return walk(store.zeroOf(node)) && walk(store.oneOf(node)) && nodes.push(node) > 0
  }
  const isWhole = walk(root)
  store.take(seen.size)
  if (!isWhole) return undefined
  const places = new Map<Node, number>()
  for (const node of exits) places.set(node, places.size)
  for (const node of nodes) places.set(node, places.size)
  const bits = nodes.map(store.bitOf)
  const zeros = nodes.map((node) => places.get(store.zeroOf(node))!)
  const ones = nodes.map((node) => places.get(store.oneOf(node))!)
  return {
    exits,
    size: nodes.length,
    withExits: (tos) => {
      const made = [...tos]
      for (let at = 0; at < bits.length; at += 1)
        made.push(store.node(bits[at]!, made[zeros[at]!]!, made[ones[at]!]!))
      return made.at(-1)! // the last node is the root; where the part has no nodes, it is the only exit
    },
  }
}
