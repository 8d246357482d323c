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
 * A function from the words of a call with the outcome `root` to the smallest number of words that decide the call once
 * their values are known. It yields 0 where `root` is a verdict, and 1 where the search would take too long. The words
 * are u32, by their places in the diagram; a missing word is 0.
 *
 * A word is needed where all others together do not decide. Every set that decides has the needed words. They alone
 * nearly always decide, so the search begins with them.
 */
export function wordsToKnow(store: Store, root: Node): (values?: ArrayLike<number>) => number {
  if (store.bitOf(root) >= FIRST_FREE_BIT) return () => 0
  const places = placesIn(store, root)
  if (places === undefined) return () => 1
  return (values = []) => {
    let left = MAX_NODES
    /** Whether all calls with these values where `isKnown` get one verdict; also true where the search would take too long. */
    const isDecidedBy = (isKnown: (place: number) => boolean): boolean => {
      const seen = new Set<Node>([root])
      // The node that was found last is next, so two verdicts are soon found.
      const open = [root]
      const visit = (node: Node): void => {
        if (!seen.has(node)) open.push(node)
        seen.add(node)
      }
      let only: Node | undefined
      for (let node = open.pop(); node !== undefined; node = open.pop()) {
        const bit = store.bitOf(node)
        left -= 1
        if (left < 0) return true
        if (bit >= FIRST_FREE_BIT) {
          if (only !== undefined && only !== node) return false
          only = node
          continue
        }
        const place = Math.floor(bit / WORD_BITS)
        const isFixed = isKnown(place)
        const isOne = (((values[place] ?? 0) >>> (WORD_BITS - 1 - (bit % WORD_BITS))) & 1) === 1
        if (!isFixed || !isOne) visit(store.zeroOf(node))
        if (!isFixed || isOne) visit(store.oneOf(node))
      }
      return true
    }
    const needed = new Set(places.filter((each) => !isDecidedBy((place) => place !== each)))
    const others = places.filter((place) => !needed.has(place))
    for (let count = 0; count < others.length; count += 1)
      for (const more of setsOf(others, count))
        if (isDecidedBy((place) => needed.has(place) || more.has(place)))
          return left < 0 ? 1 : needed.size + count
    return places.length
  }
}
