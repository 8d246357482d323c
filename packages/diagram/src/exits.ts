/*
 * The lower part of a diagram taken as its values: what is asked below some bit is left alone, and the part above is a
 * diagram whose leaves are nodes. Those nodes are the ways out. Being canonical, they tell which inputs of the upper
 * part the function goes on alike for.
 */
import { TERMINAL } from './store.ts'
import type { Node, Store } from './store.ts'

/** The distinct nodes at bit `end` or later that `root` leads to; the leaves where `end` is {@link TERMINAL}. */
export function exitsOf(store: Store, root: Node, end: number): readonly Node[] {
  const exits = new Set<Node>()
  const seen = new Set<Node>([root])
  // A set keeps what is added while it is walked.
  for (const node of seen)
    if (store.bitOf(node) >= end) exits.add(node)
    else {
      seen.add(store.zeroOf(node))
      seen.add(store.oneOf(node))
    }
  return [...exits]
}

/**
 * `root` with `replace` of each way out at bit `end` or later in its place; it must ask no bit before `end`.
 * @throws DiagramLimitError where the store is full
 */
export function mapExits(store: Store, root: Node, end: number, replace: (exit: Node) => Node): Node {
  const known = new Map<Node, Node>()
  // As deep as there are bits, so recursion is safe.
  const map = (node: Node): Node => {
    const memo = known.get(node)
    if (memo !== undefined) return memo
    const made =
      store.bitOf(node) >= end
        ? replace(node)
        : store.node(store.bitOf(node), map(store.zeroOf(node)), map(store.oneOf(node)))
    known.set(node, made)
    return made
  }
  return map(root)
}

/**
 * `root` with `value` of each leaf's value, both u32, in its place.
 * @throws DiagramLimitError where the store is full
 */
export function mapLeaves(store: Store, root: Node, value: (old: number) => number): Node {
  return mapExits(store, root, TERMINAL, (leaf) => store.terminal(value(store.valueOf(leaf))))
}
