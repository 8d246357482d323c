import { WORD_BITS, wordEquals, wordIntersects } from '@seccompile/diagram'
import { argumentWords, FIRST_PLACE } from '@seccompile/outcomes'
import { expect, it } from 'vitest'
import { cellsUnder, edgeValues, WORD_END } from '../src/word-samples.ts'

it('has a value for every continuation of a word with too many ranges', () => {
  const { store } = argumentWords()
  const [five, mask] = [
    wordEquals(store, FIRST_PLACE, 0xffff_ffff, 5),
    wordIntersects(store, FIRST_PLACE, 0x5555_5550),
  ]
  const exits = [store.terminal(10), store.terminal(11), store.terminal(12)] as const
  const root = store.ite(five, exits[0], store.ite(mask, exits[1], exits[2]))
  expect(cellsUnder(store, root, 0xffff_ffff, 2048)).toBeUndefined()

  const values = edgeValues(store, root)
  expect(new Set(values.map(({ to }) => to))).toEqual(new Set(exits))
  for (const { lo, to } of values) {
    let at = root
    while (store.bitOf(at) < WORD_END)
      at = ((lo >>> (WORD_BITS - 1 - store.bitOf(at))) & 1) === 1 ? store.oneOf(at) : store.zeroOf(at)
    expect(at).toBe(to)
  }
  // The values are sorted and distinct, and include 0, which half of all calls have.
  expect(values.map(({ lo }) => lo)).toEqual([...new Set(values.map(({ lo }) => lo))].sort((a, b) => a - b))
  expect(values[0]!.lo).toBe(0)
})
