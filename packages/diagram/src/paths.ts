import { TERMINAL } from './store.ts'
import type { Node, Store } from './store.ts'
import { WORD_BITS } from './word-predicates.ts'

/** The value of `node` for the given words, in the order of the diagram; a missing word is 0. */
export function evaluate(store: Store, node: Node, words: ArrayLike<number>): number {
  let at = node
  for (let bit = store.bitOf(at); bit !== TERMINAL; bit = store.bitOf(at)) {
    const word = words[Math.floor(bit / WORD_BITS)] ?? 0
    const set = ((word >>> (WORD_BITS - 1 - (bit % WORD_BITS))) & 1) === 1
    at = set ? store.oneOf(at) : store.zeroOf(at)
  }
  return store.valueOf(at)
}

/** The distinct nodes under `root`, itself included. */
export function reachableNodes(store: Store, root: Node): readonly Node[] {
  const seen = new Set<Node>([root])
  // The loop also visits nodes that are added while it runs.
  for (const node of seen)
    if (store.bitOf(node) !== TERMINAL) {
      seen.add(store.zeroOf(node))
      seen.add(store.oneOf(node))
    }
  return [...seen]
}

/** The most pairs of nodes to visit in the search for the words that are easiest to read: a fraction of a second. */
const MAX_PAIRS = 200_000

/** Words, and the number of them that are not 0. Words with fewer such numbers are easier to read. */
interface PathWords {
  readonly nonZero: number
  readonly words: readonly number[]
}

/**
 * Words on which `left` and `right` differ, with the fewest words that are not 0; `undefined` where the two are the
 * same. Among several such lists, the one with the smaller words wins, word by word.
 *
 * Different nodes have different values for some words, so the search never meets a dead end. While at most
 * `maxPairs` pairs are remembered, each pair is searched at most twice. Two diagrams can have as many pairs as the
 * product of their sizes. After `maxPairs` the search follows the first branch with a difference at each bit. It
 * still finds words on which the two differ, but perhaps not those that are easiest to read.
 */
export function differingWords(
  store: Store,
  left: Node,
  right: Node,
  wordCount: number,
  maxPairs: number = MAX_PAIRS,
): readonly number[] | undefined {
  if (left === right) return undefined
  const known = new Map<string, PathWords>()

  /**
   * The best reading of a pair that asks no bit before `from`. `dirty` tells that the word of `from` already has a
   * bit set.
   */
  const search = (a: Node, b: Node, from: number, dirty: boolean): PathWords => {
    const bit = Math.min(store.bitOf(a), store.bitOf(b))
    if (bit === TERMINAL) return { nonZero: 0, words: Array<number>(wordCount).fill(0) }
    const word = Math.floor(bit / WORD_BITS)
    const stillDirty = dirty && Math.floor(from / WORD_BITS) === word
    const key = `${a},${b},${stillDirty}`
    const memo = known.get(key)
    if (memo !== undefined) return memo
    const next = (id: Node, one: boolean): Node => {
      if (store.bitOf(id) !== bit) return id
      return one ? store.oneOf(id) : store.zeroOf(id)
    }
    const options: PathWords[] = []
    if (next(a, false) !== next(b, false))
      options.push(search(next(a, false), next(b, false), bit, stillDirty))
    // Each branch whose children differ leads to a difference, so one is enough.
    const isEnough = options.length > 0 && known.size >= maxPairs
    if (!isEnough && next(a, true) !== next(b, true)) {
      const rest = search(next(a, true), next(b, true), bit, true)
      const value = (rest.words[word]! | (2 ** (WORD_BITS - 1 - (bit % WORD_BITS)))) >>> 0
      options.push({ nonZero: rest.nonZero + (stillDirty ? 0 : 1), words: rest.words.with(word, value) })
    }
    // The branch by 0 comes first, so it wins where both are equally easy to read.
    const best = options.reduce((x, y) => (y.nonZero < x.nonZero ? y : x))
    if (known.size < maxPairs) known.set(key, best)
    return best
  }
  return search(left, right, 0, false).words
}
