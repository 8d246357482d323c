import { bitAt, cellsNode, createStore } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { describe, expect, it } from 'vitest'
import { moveWord } from '../src/move-word.ts'

const U32_MAX = 0xffff_ffff
const WHOLE = U32_MAX
/** The places of two words; the first place is free. */
const [HIGH, LOW] = [1, 2]

const scattered = (i: number): number => Math.imul(i + 1, 0x9e37_79b1) >>> 0

/** The diagram of a set of values of the word at `place`: `inside` for these, and `outside` for all others. */
function valuesNode(
  store: Store,
  place: number,
  values: readonly number[],
  inside: (value: number) => Node,
  outside: Node,
): Node {
  let from = 0
  const cells = values
    .toSorted((a, b) => a - b)
    .flatMap((value) => {
      const gap = from < value ? [{ lo: from, hi: value - 1, to: outside }] : []
      from = value + 1
      return [...gap, { lo: value, hi: value, to: inside(value) }]
    })
  const end = from <= U32_MAX ? [{ lo: from, hi: U32_MAX, to: outside }] : []
  return cellsNode(store, place, WHOLE, [...cells, ...end])
}

/** The value of `root` for `words`, which are listed by place. */
function leafOf(store: Store, root: Node, words: readonly number[]): number {
  let at = root
  for (let bit = store.bitOf(at); bit < bitAt(3, 31); bit = store.bitOf(at)) {
    const word = words[Math.floor(bit / 32)]!
    at = ((word >>> (31 - (bit % 32))) & 1) === 1 ? store.oneOf(at) : store.zeroOf(at)
  }
  return store.valueOf(at)
}

/** `count` values of the high word, and for each of them other values of the low word. */
function pairs(store: Store, count: number): { readonly root: Node; readonly values: readonly number[] } {
  const values = Array.from({ length: count }, (_, i) => scattered(i))
  const lowFor = (high: number): Node =>
    valuesNode(
      store,
      LOW,
      [(high ^ 1) >>> 0, (high ^ 2) >>> 0],
      () => store.terminal(2 + (high & 7)),
      store.never,
    )
  return { root: valuesNode(store, HIGH, values, lowFor, store.never), values }
}

describe('moveWord', () => {
  it.each([
    ['few exits', 3],
    ['many exits', 40],
  ])('moves a later word to the front and keeps the meaning: %s', (_, count) => {
    const store = createStore()
    const { root, values } = pairs(store, count)
    const moved = moveWord(store, root, LOW)
    expect(Math.floor(store.bitOf(moved) / 32)).toBe(0)
    for (const high of [...values, 0, U32_MAX])
      for (const low of [high, high ^ 1, high ^ 2, high ^ 3].map((value) => value >>> 0))
        expect(leafOf(store, moved, [low, high, 0])).toBe(leafOf(store, root, [0, high, low]))
  })

  it('moves the low word of 34 values of 32 bits in fewer than 2,000 steps', () => {
    const store = createStore()
    const values = Array.from({ length: 34 }, (_, i) => scattered(i))
    const low = valuesNode(store, LOW, values, () => store.always, store.never)
    const root = valuesNode(store, HIGH, [0], () => low, store.never)
    const before = store.steps()
    moveWord(store, root, LOW)
    expect(store.steps() - before).toBeLessThan(2000)
  })
})
