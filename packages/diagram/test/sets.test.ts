import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bitsOf,
  cellsNode,
  combine,
  createStore,
  cubesOf,
  DiagramLimitError,
  evaluate,
  exitsOf,
  mapExits,
  mapLeaves,
  numberRanges,
  wordAtLeast,
  wordCells,
  wordEquals,
  wordIntersects,
} from '@seccompile/diagram'
import type { Node, Store, WeighedBit } from '@seccompile/diagram'

const WHOLE = 0xffff_ffff

/** A predicate over the low byte of word 0, from the set of bytes for which it holds. */
function byteSet(store: Store, members: ReadonlySet<number>): Node {
  return [...members].reduce(
    (rest, value) => store.ite(wordEquals(store, 0, WHOLE, value), store.always, rest),
    store.never,
  )
}

/** The bits of the low byte of word 0. */
const BYTE: readonly WeighedBit[] = Array.from({ length: 8 }, (_, i) => ({
  bit: 24 + i,
  weight: 1n << BigInt(7 - i),
}))

/** `set`, restricted to words whose bits above the byte are 0. */
const ofByte = (store: Store, set: Node): Node => {
  let at = set
  while (store.bitOf(at) < 24) at = store.zeroOf(at)
  return at
}

const members = fc.uniqueArray(fc.nat(255), { maxLength: 40 }).map((values) => new Set(values))
const everyByte = Array.from({ length: 256 }, (_, value) => value)

describe('sets', () => {
  it('are the union of their ranges, which are apart', () => {
    fc.assert(
      fc.property(members, (set) => {
        const store = createStore()
        const ranges = numberRanges(store, ofByte(store, byteSet(store, set)), BYTE, 256)!
        const isIn = (value: number): boolean =>
          ranges.some(({ lo, hi }) => lo <= BigInt(value) && BigInt(value) <= hi)
        expect(everyByte.filter(isIn)).toEqual([...set].sort((a, b) => a - b))
        ranges.slice(1).forEach(({ lo }, i) => expect(lo).toBeGreaterThan(ranges[i]!.hi + 1n))
      }),
    )
  })

  it('are the union of their cubes, none of which can be left out', () => {
    fc.assert(
      fc.property(members, (set) => {
        const store = createStore()
        const cubes = cubesOf(store, ofByte(store, byteSet(store, set)), BYTE, 256)!
        const covered = (list: typeof cubes): number[] =>
          everyByte.filter((byte) => list.some(({ mask, value }) => (BigInt(byte) & mask) === value))
        expect(covered(cubes)).toEqual([...set].sort((a, b) => a - b))
        for (const cube of cubes)
          expect(covered(cubes.filter((other) => other !== cube))).not.toEqual([...set].sort((a, b) => a - b))
      }),
    )
  })

  it('take one cube a bit where any of some bits is set', () => {
    const store = createStore()
    expect(cubesOf(store, wordIntersects(store, 0, 0x91), BYTE, 9)).toHaveLength(3)
  })

  it('go on under a mask over what the mask takes away', () => {
    const store = createStore()
    const odd = wordEquals(store, 0, 0x81, 0x01)
    const bits = BYTE.filter(({ weight }) => weight === 0x80n || weight === 1n)
    expect(numberRanges(store, odd, bits, 1)).toEqual([{ lo: 1n, hi: 1n }])
    expect(bitsOf(store, odd)).toEqual([24, 31])
  })

  it('are not read past the most that is asked for', () => {
    const store = createStore()
    const odd = wordEquals(store, 0, 1, 1)
    expect(numberRanges(store, odd, BYTE, 100)).toBeUndefined()
    expect(wordCells(store, odd, 0, 1000)).toBeUndefined()
    const parity = everyByte.filter((byte) => byte.toString(2).replaceAll('0', '').length % 2 === 1)
    expect(cubesOf(store, ofByte(store, byteSet(store, new Set(parity))), BYTE, 100)).toBeUndefined()
  })
})

describe('wordCells', () => {
  it('cuts a word where the diagram goes on otherwise', () => {
    const store = createStore()
    const rest = wordEquals(store, 1, WHOLE, 9)
    const root = store.ite(
      wordAtLeast(store, 0, WHOLE, 5),
      store.ite(wordAtLeast(store, 0, WHOLE, 8), store.never, rest),
      store.never,
    )
    expect(wordCells(store, root, 0, 3)).toEqual([
      { lo: 0, hi: 4, to: store.never },
      { lo: 5, hi: 7, to: rest },
      { lo: 8, hi: WHOLE, to: store.never },
    ])
  })
})

describe('cellsNode', () => {
  const value = fc.oneof(fc.nat(40), fc.constantFrom(0x7fff_ffff, 0x8000_0000, WHOLE - 1, WHOLE))
  const cut = fc.record({ lo: value, to: fc.nat(3) })

  it('goes on with the cell of the masked value', () => {
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 12 }), fc.oneof(value, fc.constant(WHOLE)), (cuts, mask) => {
        const store = createStore()
        const starts = [...new Map([{ lo: 0, to: 9 }, ...cuts].map((cell) => [cell.lo, cell.to]))]
        starts.sort(([a], [b]) => a - b)
        const cells = starts.map(([lo, to], i) => ({
          lo,
          hi: (starts[i + 1]?.[0] ?? WHOLE + 1) - 1,
          to: store.terminal(to),
        }))
        const root = cellsNode(store, 1, mask, cells)
        const edges = cells.flatMap(({ lo, hi }) => [lo, hi, (lo | ~mask) >>> 0])
        for (const word of edges) {
          const masked = (word & mask) >>> 0
          const { to } = cells.find(({ lo, hi }) => lo <= masked && masked <= hi)!
          expect(evaluate(store, root, [0, word])).toBe(store.valueOf(to))
        }
      }),
    )
  })

  it('is what wordCells has read', () => {
    const store = createStore()
    const root = store.ite(wordAtLeast(store, 0, WHOLE, 5), wordEquals(store, 1, WHOLE, 9), store.never)
    expect(cellsNode(store, 0, WHOLE, wordCells(store, root, 0, 9)!)).toBe(root)
  })
})

describe('exits', () => {
  it('are the nodes below a bit, and can be replaced', () => {
    const store = createStore()
    const [five, six] = [store.terminal(5), store.terminal(6)]
    const rest = store.ite(wordEquals(store, 1, WHOLE, 9), five, six)
    const root = store.ite(wordEquals(store, 0, WHOLE, 3), rest, five)
    expect(new Set(exitsOf(store, root, 32))).toEqual(new Set([rest, five]))
    const replaced = mapExits(store, root, 32, (exit) => (exit === rest ? store.always : store.never))
    expect(replaced).toBe(wordEquals(store, 0, WHOLE, 3))
    expect(
      evaluate(
        store,
        mapLeaves(store, root, (value) => value * 2),
        [3, 8],
      ),
    ).toBe(12)
  })
})

describe('combine', () => {
  it('has the value made of both, in their order, for every input', () => {
    const word = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(word, word, word, (a, b, input) => {
        const store = createStore()
        const left = mapLeaves(store, wordAtLeast(store, 0, WHOLE, a), (value) => value * 10)
        const right = wordEquals(store, 0, 0xe, b)
        const sum = combine(store, left, right, (x, y) => 2 * x + y)
        expect(evaluate(store, sum, [input])).toBe((input >= a ? 20 : 0) + ((input & 0xe) === b ? 1 : 0))
      }),
    )
  })

  it('says when it outgrows its bound', () => {
    const store = createStore()
    const [left, right] = [wordAtLeast(store, 0, WHOLE, 77), wordEquals(store, 0, WHOLE, 99)]
    expect(() => combine(store, left, right, (x, y) => x + y, 10)).toThrow(DiagramLimitError)
    expect(() => combine(store, left, right, (x, y) => x + y, 10)).toThrow('more than 10 pairs of nodes')
  })
})
