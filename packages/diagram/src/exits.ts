/*
 * A diagram cut at a bit. The upper part asks the bits before it; its leaves are nodes of the lower part, here
 * called exits. Diagrams are canonical. So two inputs of the upper part lead to one exit exactly when the
 * function of the later bits is the same for both.
 */
import { TERMINAL } from './store.ts'
import type { Node, Store } from './store.ts'

/** The exits of `root` at bit `end`, each once, in a fixed order; the leaves where `end` is {@link TERMINAL}. */
export function exitsOf(store: Store, root: Node, end: number): readonly Node[] {
  const exits = new Set<Node>()
  const seen = new Set<Node>([root])
  // The loop also visits nodes that are added while it runs.
  for (const node of seen)
    if (store.bitOf(node) >= end) exits.add(node)
    else {
      seen.add(store.zeroOf(node))
      seen.add(store.oneOf(node))
    }
  return [...exits]
}

/**
 * `root`, with each exit at bit `end` replaced by the result of `replace`. A replacement must ask no bit before
 * `end`.
 * @throws DiagramLimitError where the store is full
 */
export function mapExits(store: Store, root: Node, end: number, replace: (exit: Node) => Node): Node {
  const known = new Map<Node, Node>()
  // The recursion has at most one level for each bit, so it is safe.
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
 * `root`, with the value of each leaf replaced by `value(old)`; both values are u32.
 * @throws DiagramLimitError where the store is full
 */
export function mapLeaves(store: Store, root: Node, value: (old: number) => number): Node {
  return mapExits(store, root, TERMINAL, (leaf) => store.terminal(value(store.valueOf(leaf))))
}
