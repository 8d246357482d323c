import { WORD_BITS, wordEquals } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { argumentWords, FIRST_PLACE } from '@seccompile/outcomes'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dividingBit } from '../src/dividing-bit.ts'
import { supports } from '../src/supports.ts'
import { cellsUnder } from '../src/word-samples.ts'

/** Bits of the word, far apart, that the tables below ask. */
const BITS: readonly number[] = [0, 3, 4, 17, 30]

/** The diagram of `table`: the index is a value of {@link BITS}, packed, and the entry is its exit. */
function diagramOf(store: Store, table: readonly number[]): Node {
  const mask = BITS.reduce((all, bit) => (all | (1 << bit)) >>> 0, 0)
  return table.reduce<Node>((rest, exit, packed) => {
    const value = BITS.reduce((all, bit, at) => (all | (((packed >>> at) & 1) << bit)) >>> 0, 0)
    return store.ite(wordEquals(store, FIRST_PLACE, mask, value), store.terminal(exit), rest)
  }, store.terminal(0))
}

it('parts a word by the value of a bit', () => {
  const tables = fc.array(fc.integer({ min: 10, max: 12 }), { minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(tables, (table) => {
      const { store } = argumentWords()
      const root = diagramOf(store, table)
      const support = supports(store)(root)
      fc.pre(support !== 0)
      const { mask, zero, one } = dividingBit(store, root, support)
      const at = BITS.findIndex((bit) => (1 << bit) >>> 0 === mask)
      const [lacking, having] = [
        table.map((_, packed) => table[packed & ~(1 << at)]!),
        table.map((_, packed) => table[packed | (1 << at)]!),
      ]
      expect(mask & support).not.toBe(0)
      expect([zero, one]).toEqual([diagramOf(store, lacking), diagramOf(store, having)])
    }),
    { numRuns: 200 },
  )
})

/**
 * The exits for all values of `asked`, bits of the diagram in ascending order. `known` is a mask of the other bits
 * that are 1.
 */
function exitsOf(store: Store, root: Node, asked: readonly number[], known: number): readonly Node[] {
  return Array.from({ length: 2 ** asked.length }, (_, packed) => {
    const value = asked.reduce(
      (all, bit, at) => all | (((packed >>> (asked.length - 1 - at)) & 1) << (31 - bit)),
      known,
    )
    let exit = root
    for (let bit = store.bitOf(exit); bit < WORD_BITS; bit = store.bitOf(exit))
      exit = ((value >>> (31 - bit)) & 1) === 1 ? store.oneOf(exit) : store.zeroOf(exit)
    return exit
  })
}

/**
 * The number of ranges that are left where a bit is known, by trying all values of the bits that the reached nodes
 * ask.
 */
function rangesBeside(store: Store, root: Node, known: number, isOne: boolean): number {
  const reached = new Set([root])
  for (const node of reached) {
    const bit = store.bitOf(node)
    if (bit >= WORD_BITS) continue
    if (bit !== known || !isOne) reached.add(store.zeroOf(node))
    if (bit !== known || isOne) reached.add(store.oneOf(node))
  }
  const asked = new Set(Array.from(reached, (node) => store.bitOf(node)))
  const inOrder = [...asked].filter((bit) => bit < WORD_BITS && bit !== known).sort((a, b) => a - b)
  const exits = exitsOf(store, root, inOrder, isOne ? (1 << (31 - known)) >>> 0 : 0)
  return exits.filter((exit, at) => exit !== exits[at - 1]).length
}

it('takes the first of the bits that leave the fewest ranges', () => {
  const tables = fc.array(fc.integer({ min: 10, max: 12 }), { minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(tables, fc.integer({ min: 0, max: 31 }), (table, ignored) => {
      const { store } = argumentWords()
      // Some bits are asked on some ways only.
      const root = diagramOf(
        store,
        table.map((exit, at) => ((at & ignored) === 0 ? 10 : exit)),
      )
      const support = supports(store)(root)
      fc.pre(support !== 0)
      const sums = [...BITS]
        .sort((a, b) => b - a)
        .filter((weight) => ((support >>> weight) & 1) === 1)
        .map((weight) => ({
          mask: (1 << weight) >>> 0,
          sum: [false, true].reduce((sum, isOne) => sum + rangesBeside(store, root, 31 - weight, isOne), 0),
        }))
      const least = Math.min(...sums.map(({ sum }) => sum))
      expect(dividingBit(store, root, support).mask).toBe(sums.find(({ sum }) => sum === least)!.mask)
    }),
    { numRuns: 300 },
  )
})

it('takes the bit that leaves the fewest ranges', () => {
  const { store } = argumentWords()
  const exits = [store.terminal(10), store.terminal(11)] as const
  const strewn = [5, 0x5406, 0x8000_0004, 0x77_007c].reduce<Node>(
    (rest, value) => store.ite(wordEquals(store, FIRST_PLACE, 0xffff_ffff, value), exits[0], rest),
    exits[1],
  )
  // Allowed: values without bit 2, and four values with it.
  const root = store.ite(wordEquals(store, FIRST_PLACE, 4, 0), exits[0], strewn)
  const { mask, zero, one } = dividingBit(store, root, 0xffff_ffff)
  expect(mask).toBe(4)
  expect(zero).toBe(exits[0])
  expect(cellsUnder(store, one, 0xffff_fffb, 100)!.length).toBe(9)
})
