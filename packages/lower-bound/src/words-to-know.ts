/*
 * The words of arguments that a program has to look at before it can answer a call.
 *
 * Take a call with all arguments 0. A program that has looked at some words knows that they are 0, and nothing of the
 * others. It may answer only where these words decide: where every call with 0 in them has one verdict. So it has to look at
 * the fewest words that decide.
 */
import { WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { FIRST_FREE_BIT } from '@seccompile/outcomes'

/** The most words among which the fewest are looked for; of conditions on more words, one word is known to be needed. */
const MAX_WORDS = 8
/** The most nodes that the search looks at. */
const MAX_NODES = 20_000

/** The places of the words that `root` asks, ascending; `undefined` where they are too many to look at. */
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

/** The sets of `count` of `places`. */
function* setsOf(places: readonly number[], count: number): Generator<ReadonlySet<number>> {
  if (count === 0) yield new Set()
  else
    for (const [at, place] of places.entries())
      for (const others of setsOf(places.slice(at + 1), count - 1)) yield new Set([place, ...others])
}

/**
 * The fewest words which decide the outcome `root` of a call once they are known to be 0; 0 where `root` is decided. It is 1
 * where the search would take too long.
 */
export function wordsToKnow(store: Store, root: Node): number {
  if (store.bitOf(root) >= FIRST_FREE_BIT) return 0
  const places = placesIn(store, root)
  if (places === undefined) return 1
  let left = MAX_NODES
  /** Whether all calls with 0 in the words at `known` get one verdict; also where that takes too long to see. */
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
      seen.add(store.zeroOf(node))
      if (!known.has(Math.floor(bit / WORD_BITS))) seen.add(store.oneOf(node))
    }
    return true
  }
  for (let count = 1; count < places.length; count += 1)
    for (const known of setsOf(places, count)) if (isDecidedBy(known)) return left < 0 ? 1 : count
  return places.length
}
