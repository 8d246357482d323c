import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createStore, mapExits, upperPart, WORD_BITS, wordAtLeast, wordEquals } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'

/** A diagram of two words that continues in the second word with one of three nodes, or with a leaf. */
function twoWords(store: Store, [a, b]: readonly [number, number]): Node {
  const low = store.ite(wordEquals(store, 1, 0xff, a & 0xff), store.terminal(7), store.terminal(8))
  const rest = store.ite(wordAtLeast(store, 1, 0xffff_ffff, b), store.terminal(9), low)
  return store.ite(wordEquals(store, 0, 0xffff_ffff, a), low, store.ite(wordAtLeast(store, 0, 0xff, b & 0xff), rest, store.never)) // prettier-ignore
}

const u32 = fc.nat(0xffff_ffff)

it('makes the part again with other exits, as often as it is asked', () => {
  fc.assert(
    fc.property(fc.tuple(u32, u32), (values) => {
      const store = createStore()
      const root = twoWords(store, values)
      const part = upperPart(store, root, WORD_BITS)
      expect(part.withExits(part.exits)).toBe(root)
      for (const one of part.exits) {
        const isOne = (exit: Node): Node => (exit === one ? store.always : store.never)
        expect(part.withExits(part.exits.map(isOne))).toBe(mapExits(store, root, WORD_BITS, isOne))
      }
    }),
  )
})

it('is the exit alone where the root asks no bit before the end', () => {
  const store = createStore()
  const root = wordEquals(store, 1, 0xff, 3)
  const part = upperPart(store, root, WORD_BITS)
  expect([part.exits, part.size, part.withExits([store.always])]).toEqual([[root], 0, store.always])
})

it('says where there are more exits than asked for', () => {
  const store = createStore()
  const root = twoWords(store, [5, 0x90])
  const exits = upperPart(store, root, WORD_BITS).exits.length
  expect(exits).toBe(3)
  expect(upperPart(store, root, WORD_BITS, exits)?.exits).toHaveLength(exits)
  expect(upperPart(store, root, WORD_BITS, exits - 1)).toBeUndefined()
})
