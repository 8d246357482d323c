import type { Node, Store } from '@seccompile/diagram'
import type { SearchEffort } from '@seccompile/search'
import type { BitsOf } from './bits-layout.ts'
import type { CellsOf } from './common-parts.ts'
import type { DividingBit } from './dividing-bit.ts'
import type { Subcube } from './subcubes.ts'
import type { Sample } from './word-samples.ts'

/** The data by which a layout is chosen. */
export interface WordContext {
  readonly store: Store
  /** The bits of the word that a node asks, as a mask. */
  readonly supportOf: (root: Node) => number
  /** The ranges of the word of a node, under a mask; see `cellsUnder`. */
  readonly cellsOf: CellsOf
  /** The bit that divides the values of the word of a node best. */
  readonly dividingBitOf: (root: Node) => DividingBit
  /** The highest bit that a node asks. */
  readonly highestBitOf: (root: Node) => DividingBit
  /** The layouts of words by their bits. */
  readonly bitsOf: BitsOf
  /** By node, the subcubes of the word that have been found. */
  readonly subcubes: Map<Node, readonly Subcube[]>
  /** The price of an instruction in the program. */
  readonly price: number
  /** The weight of the calls that a sample stands for. */
  readonly weigh: (sample: Sample) => number
  readonly effort: SearchEffort
  /** The most ranges of a word in one search. A word with more is first divided by tests of single bits. */
  readonly most: number
  /** Whether a small number of instructions matters most, also after the conversion by the kernel. */
  readonly isDear: boolean
  /** Whether the layouts may test subcubes. */
  readonly triesCubes: boolean
}
