/*
 * The number of words of arguments that a program has to load before it can decide a call.
 *
 * Take a call with some arguments. A program that has loaded some words knows their values, and nothing about the other
 * words. It may return a verdict only if the loaded words decide: every call with the same values in them must have that
 * verdict. So the program has to load at least as many words as the smallest set of words that decides.
 */
import { WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { FIRST_FREE_BIT } from '@seccompile/outcomes'

/** The most words among which that smallest set is searched. For a condition on more words, the bound is one word. */
const MAX_WORDS = 8
/** The most nodes that the search visits. */
const MAX_NODES = 20_000

/** The places of the words that `root` asks, ascending; `undefined` where there are too many nodes. */
function placesIn(store: Store, root: Node): readonly number[] | undefined {
  const seen = new Set<Node>([root])
  const places = new Set<number>()
  for (const node of seen) {
    const bit = store.bitOf(node)
    if (bit >= FIRST_FREE_BIT) continue
    places.add(Math.floor(bit / WORD_BITS))
    seen.add(store.zeroOf(node)).add(store.oneOf(node))
    if (places.size > MAX_WORDS || seen.size > MAX_NODES) return undefined
  }
  return [...places].sort((a, b) => a - b)
}

/** All sets of `count` of `places`. */
function* setsOf(places: readonly number[], count: number): Generator<ReadonlySet<number>> {
  if (count === 0) yield new Set()
  else
    for (const [at, place] of places.entries())
      for (const others of setsOf(places.slice(at + 1), count - 1)) yield new Set([place, ...others])
}

/**
 * The smallest number of words that decide the outcome `root` of a call once their values are known. It is 0 where
 * `root` is a verdict, and 1 where the search would take too long.
 * @param values - the words of the call, u32, by their places in the diagram; a missing word is 0
 */
export function wordsToKnow(store: Store, root: Node, values: ArrayLike<number> = []): number {
  if (store.bitOf(root) >= FIRST_FREE_BIT) return 0
  const places = placesIn(store, root)
  if (places === undefined) return 1
  let left = MAX_NODES
  /** Whether all calls with these values at `known` get one verdict; also true where the search would take too long. */
  const isDecidedBy = (known: ReadonlySet<number>): boolean => {
    const seen = new Set<Node>([root])
    let only: Node | undefined
    for (const node of seen) {
      const bit = store.bitOf(node)
      left -= 1
      if (left < 0) return true
      if (bit >= FIRST_FREE_BIT) {
        if (only !== undefined && only !== node) return false
        only = node
        continue
      }
      const place = Math.floor(bit / WORD_BITS)
      const isKnown = known.has(place)
      const isOne = (((values[place] ?? 0) >>> (WORD_BITS - 1 - (bit % WORD_BITS))) & 1) === 1
      if (!isKnown || !isOne) seen.add(store.zeroOf(node))
      if (!isKnown || isOne) seen.add(store.oneOf(node))
    }
    return true
  }
  for (let count = 1; count < places.length; count += 1)
    for (const known of setsOf(places, count)) if (isDecidedBy(known)) return left < 0 ? 1 : count
  return places.length
}
