/*
 * Predicates about one word, built bit by bit from the least significant bit up. At each bit, the predicate of the
 * lower bits exists already. One value of the bit may decide; for the other value, the lower bits decide.
 */
import type { Node, Store } from './store.ts'

/** The bits of a word. */
export const WORD_BITS = 32

/** The bit of the diagram for the bit of `word` with weight 2^`weight`. */
export function bitAt(word: number, weight: number): number {
  return word * WORD_BITS + (WORD_BITS - 1 - weight)
}

const isSet = (value: number, weight: number): boolean => ((value >>> weight) & 1) === 1

/**
 * The predicate `(word & mask) == k`, all u32, of word `word` counted from 0.
 * @throws DiagramLimitError where the store is full
 */
export function wordEquals(store: Store, word: number, mask: number, k: number): Node {
  return ifWordEquals(store, word, mask, k, store.always, store.never)
}

/**
 * `then` where `(word & mask) == k`, else `otherwise`; both ask no bit before the end of `word`.
 * @throws DiagramLimitError where the store is full
 */
export function ifWordEquals(
  store: Store,
  word: number,
  mask: number,
  k: number,
  then: Node,
  otherwise: Node,
): Node {
  if ((k & ~mask) !== 0) return otherwise
  let result = then
  // The bits of the mask that are left, as an i32: the lowest first.
  for (let left = mask | 0; left !== 0; left &= left - 1) {
    const lowest = left & -left
    const bit = word * WORD_BITS + Math.clz32(lowest)
    result = (k & lowest) === 0 ? store.node(bit, result, otherwise) : store.node(bit, otherwise, result)
  }
  return result
}

/**
 * The predicate `(word & mask) >= k`, unsigned, all u32.
 * @throws DiagramLimitError where the store is full
 */
export function wordAtLeast(store: Store, word: number, mask: number, k: number): Node {
  let result = store.always // without bits, all values are equal, and pass
  for (let weight = 0; weight < WORD_BITS; weight += 1) {
    const asked = isSet(mask, weight)
    if (!isSet(k, weight)) {
      // A 1 where k has 0 makes the value greater; with a 0, the lower bits decide.
      if (asked) result = store.node(bitAt(word, weight), result, store.always)
    } else {
      // A 0 where k has 1 makes the value less; a bit outside the mask is 0.
      result = asked ? store.node(bitAt(word, weight), store.never, result) : store.never
    }
  }
  return result
}

/**
 * The predicate `(word & mask) != 0`.
 * @throws DiagramLimitError where the store is full
 */
export function wordIntersects(store: Store, word: number, mask: number): Node {
  let result = store.never
  for (let weight = 0; weight < WORD_BITS; weight += 1)
    if (isSet(mask, weight)) result = store.node(bitAt(word, weight), result, store.always)
  return result
}
