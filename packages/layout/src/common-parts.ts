/*
 * Results that layouts of the same parts share at every price of an instruction.
 *
 * The compiler lays parts out at several prices. The diagrams, the diagrams with a word moved to the front, the
 * samples of words, and the bits that divide them are the same at every price.
 */
import type { DiagramCell, Node, Store } from '@seccompile/diagram'
import { argumentWords } from '@seccompile/outcomes'
import type { ArgumentWords } from '@seccompile/outcomes'
import { bitsLayouts } from './bits-layout.ts'
import type { BitsOf } from './bits-layout.ts'
import { dividingBit, highestBit } from './dividing-bit.ts'
import type { DividingBit } from './dividing-bit.ts'
import type { Subcube } from './subcubes.ts'
import { supports } from './supports.ts'
import { cellsUnder } from './word-samples.ts'
import type { Sample } from './word-samples.ts'

/** The results that some layouts share. */
export interface CommonParts {
  readonly words: ArgumentWords
  /** The bits of the word that a node asks first, as a mask. */
  readonly supportOf: (root: Node) => number
  /** The `dividingBit` of a node, chosen among all bits of the word. */
  readonly dividingBitOf: (root: Node) => DividingBit
  /** The `highestBit` of a node. */
  readonly highestBitOf: (root: Node) => DividingBit
  /** The layouts of words by their bits. */
  readonly bitsOf: BitsOf
  /** The `cellsUnder` of the store. */
  readonly cellsOf: CellsOf
  /** By node, the subcubes of the word that the node asks first. */
  readonly subcubes: Map<Node, readonly Subcube[]>
  /** By node, the samples of the word that the node asks first: as a high word, and as a low word. */
  readonly samples: Readonly<Record<'high' | 'low', Map<Node, readonly Sample[]>>>
  /** Yields an object that shares these results, but has a new budget. */
  readonly renewed: () => CommonParts
}

/** Yields the `cellsUnder` of a store for a node, the bits of the word, and the most ranges. */
export type CellsOf = (root: Node, mask: number, most: number) => readonly DiagramCell[] | undefined

/** Lists of more ranges than this are not remembered, but read again. */
const MAX_CELLS = 128

/** `cellsUnder` of `store` with a memory: of ranges, and of numbers of ranges that a node is known to exceed. */
function rememberedCells(store: Store): CellsOf {
  const byMask = new Map<number, Map<Node, readonly DiagramCell[] | number>>()
  return (root, mask, most) => {
    let known = byMask.get(mask)
    if (known === undefined) {
      known = new Map()
      byMask.set(mask, known)
    }
    const before = known.get(root) ?? 0
    if (typeof before !== 'number') return before.length <= most ? before : undefined
    if (most <= before) return undefined
    const cells = cellsUnder(store, root, mask, most)
    if (cells === undefined) known.set(root, most)
    else if (cells.length <= MAX_CELLS) known.set(root, cells)
    return cells
  }
}

/** `bitOf` with a memory: of the bit of each node. */
function rememberedBits(bitOf: (root: Node) => DividingBit): (root: Node) => DividingBit {
  const known = new Map<Node, DividingBit>()
  return (root) => {
    const bit = known.get(root) ?? bitOf(root)
    known.set(root, bit)
    return bit
  }
}

/** Common parts without any results yet. */
export function commonParts(): CommonParts {
  const words = argumentWords()
  const { store } = words
  const supportOf = supports(store)
  const dividingBitOf = rememberedBits((root) => dividingBit(store, root, supportOf(root)))
  const highestBitOf = rememberedBits((root) => highestBit(store, root, supportOf(root)))
  const bitsOf = bitsLayouts(store)
  const cellsOf = rememberedCells(store)
  const subcubes = new Map<Node, readonly Subcube[]>()
  const samples = { high: new Map<Node, readonly Sample[]>(), low: new Map<Node, readonly Sample[]>() }
  const withWords = (own: ArgumentWords): CommonParts => ({
    words: own,
    supportOf,
    dividingBitOf,
    highestBitOf,
    bitsOf,
    cellsOf,
    subcubes,
    samples,
    renewed: () => withWords(own.renewed()),
  })
  return withWords(words)
}
