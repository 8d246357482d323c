/*
 * Moves a word of a diagram to the front.
 *
 * The nodes before the word form the upper part of the diagram. The exits of the upper part are the nodes that ask the
 * word, or a later word. In the new order the word is asked first. So one walk goes through all exits at once, bit by bit
 * of the word. Behind its last bit each exit has become a node that asks only later words, and the upper part is built
 * again on top of these nodes.
 *
 * The cost of a step of the walk is the number of exits. Where there are more than `MAX_EXITS`, `ite` joins two
 * children at a time instead, and skips the nodes that they share.
 */
import { bitAt, upperPart, WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'

/** The most exits that one walk handles at once. */
const MAX_EXITS = 8

/** A number above every node. So a double holds the key of a pair as a whole number. */
const PAIR = 2 ** 26

/** Moves the word whose first bit is `begin` by joining two children at a time. */
function joinMoved(store: Store, root: Node, begin: number): Node {
  const known = new Map<Node, Node>()
  // The recursion is at most as deep as there are bits, so it is safe.
  const move = (at: Node): Node => {
    const bit = store.bitOf(at)
    // A node behind the word asks no bit of the word.
    if (bit >= begin + WORD_BITS) return at
    const memo = known.get(at)
    if (memo !== undefined) return memo
    const asks = store.node(bit >= begin ? bit - begin : bit, store.never, store.always)
    const made = store.ite(asks, move(store.oneOf(at)), move(store.zeroOf(at)))
    known.set(at, made)
    return made
  }
  return move(root)
}

/**
 * Moves the word whose first bit is `begin`, where `root` asks this word first. There is no upper part then, and the
 * only exit is `root`.
 */
function moveFirst(store: Store, root: Node, begin: number): Node {
  const known = new Map<Node, Node>()
  // The recursion is at most as deep as a word has bits, so it is safe.
  const walk = (node: Node): Node => {
    const memo = known.get(node)
    if (memo !== undefined) return memo
    store.take(1)
    const bit = store.bitOf(node)
    const made =
      bit >= begin + WORD_BITS
        ? node
        : store.node(bit - begin, walk(store.zeroOf(node)), walk(store.oneOf(node)))
    known.set(node, made)
    return made
  }
  store.take(1)
  return walk(root)
}

/** A key for some nodes. Only lists of more than two nodes, which are rare, have a text as their key. */
function keyOf(nodes: readonly Node[]): string | number {
  return nodes.length > 2 ? nodes.join() : (nodes[0] ?? 0) + PAIR * (nodes[1] ?? 0)
}

/**
 * The diagram under `root` with the word at `place` moved to the first place.
 * @param root - asks no word at the first place
 * @throws DiagramLimitError where the move needs more steps or nodes than `store` has left
 */
export function moveWord(store: Store, root: Node, place: number): Node {
  const begin = bitAt(place, WORD_BITS - 1)
  const end = begin + WORD_BITS
  if (store.bitOf(root) >= begin) return moveFirst(store, root, begin)
  const upper = upperPart(store, root, begin, MAX_EXITS)
  if (upper === undefined) return joinMoved(store, root, begin)
  /** The upper part, with each exit replaced by a node of `tos`. */
  const rebuilt = (tos: readonly Node[]): Node => {
    store.take(upper.size)
    return upper.withExits(tos)
  }
  const known = new Map<string | number, Node>()
  const walk = (nodes: readonly Node[]): Node => {
    const key = keyOf(nodes)
    const memo = known.get(key)
    if (memo !== undefined) return memo
    store.take(nodes.length)
    let bit = end
    for (const node of nodes) bit = Math.min(bit, store.bitOf(node))
    const made =
      bit === end
        ? rebuilt(nodes)
        : store.node(
            bit - begin,
            walk(nodes.map((node) => (store.bitOf(node) === bit ? store.zeroOf(node) : node))),
            walk(nodes.map((node) => (store.bitOf(node) === bit ? store.oneOf(node) : node))),
          )
    known.set(key, made)
    return made
  }
  return walk(upper.exits)
}
