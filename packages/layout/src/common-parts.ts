/*
 * What layouts of the same parts have in common, whatever an instruction costs.
 *
 * The compiler lays parts out at several prices. Their diagrams, the words that were moved to the front, the samples of words and
 * the bits that divide them are the same at every price.
 */
import type { Node } from '@seccompile/diagram'
import { argumentWords } from '@seccompile/outcomes'
import type { ArgumentWords } from '@seccompile/outcomes'
import { dividingBit } from './dividing-bit.ts'
import type { DividingBit } from './dividing-bit.ts'
import { supports } from './word-layout.ts'
import type { Sample } from './word-samples.ts'

/** The common parts of some layouts. */
export interface CommonParts {
  readonly words: ArgumentWords
  /** The bits of the word that a node asks first, as a mask. */
  readonly supportOf: (root: Node) => number
  /** `dividingBit` of a node, all of whose bits are tried. */
  readonly dividingBitOf: (root: Node) => DividingBit
  /** The samples of a high and of a low word, by the node that asks it first. */
  readonly samples: Readonly<Record<'high' | 'low', Map<Node, readonly Sample[]>>>
  /** The same with a new budget. */
  readonly renewed: () => CommonParts
}

/** Common parts, none made yet. */
export function commonParts(): CommonParts {
  const words = argumentWords()
  const { store } = words
  const supportOf = supports(store)
  const bits = new Map<Node, DividingBit>()
  const dividingBitOf = (root: Node): DividingBit => {
    const bit = bits.get(root) ?? dividingBit(store, root, supportOf(root))
    bits.set(root, bit)
    return bit
  }
  const samples = { high: new Map<Node, readonly Sample[]>(), low: new Map<Node, readonly Sample[]>() }
  const withWords = (own: ArgumentWords): CommonParts => ({
    words: own,
    supportOf,
    dividingBitOf,
    samples,
    renewed: () => withWords(own.renewed()),
  })
  return withWords(words)
}
