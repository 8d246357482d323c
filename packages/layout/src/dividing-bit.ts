/*
 * A bit of a word that divides its values well.
 *
 * A word may have too many ranges for a search: `(word & 4) == 0`, or one of twelve values, has 2^30. A test of one bit divides
 * the values. Bit 2 leaves nothing to ask where it is 0, and twelve values where it is 1. The highest bit would leave two
 * halves of the same kind, and so would each bit down to bit 2. So all bits that the diagram asks are tried, and the one whose
 * parts have the fewest ranges is taken.
 *
 * Ranges are counted on the nodes, not on the values. A node has the ranges of its two children. It has one less where the
 * last range of the first child and the first range of the second have one continuation. Where a path skips a bit that other
 * paths test, the ranges below count twice. A bit that only mattered beside the known one still counts as tested. The count is
 * then too high, and a worse bit may be taken.
 */
import { WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { WORD_END } from './word-samples.ts'

/** A bit, as a mask with one bit set, and the continuations of the values that lack it and that have it. */
export interface DividingBit {
  readonly mask: number
  readonly zero: Node
  readonly one: Node
}

/** A bit by its number in the diagram, and its value. */
interface KnownBit {
  readonly bit: number
  readonly isOne: boolean
}

/** The most nodes of a word whose bits are tried. */
const MAX_NODES = 4096
const U32 = 0xffff_ffff

const maskOf = (bit: number): number => (1 << (WORD_BITS - 1 - bit)) >>> 0

/** The child of `node` where it asks `known`. */
function childBy(store: Store, node: Node, { isOne }: KnownBit): Node {
  return isOne ? store.oneOf(node) : store.zeroOf(node)
}

/** `root` where a bit is known. */
function restricted(store: Store, root: Node, known: KnownBit): Node {
  const made = new Map<Node, Node>()
  // As deep as there are bits in a word, so recursion is safe.
  const walk = (node: Node): Node => {
    const bit = store.bitOf(node)
    if (bit > known.bit) return node
    if (bit === known.bit) return childBy(store, node, known)
    const memo = made.get(node)
    if (memo !== undefined) return memo
    const walked = store.node(bit, walk(store.zeroOf(node)), walk(store.oneOf(node)))
    made.set(node, walked)
    return walked
  }
  return walk(root)
}

/** The number of bits that are set. */
function bitsIn(mask: number): number {
  let [rest, count] = [mask, 0]
  for (; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** The bits after `above` and before `below`, as a mask. */
function between(above: number, below: number): number {
  const from = above < 0 ? U32 : maskOf(above) - 1
  return below <= above + 1 ? 0 : (from & ~(maskOf(below - 1) - 1)) >>> 0
}

/** By place of a node: how many ranges its values have, and the continuations of the first and of the last one. */
interface Ranges {
  readonly counts: Float64Array
  /** An exit is its own continuation. */
  readonly firsts: Int32Array
  readonly lasts: Int32Array
}

const copied = ({ counts, firsts, lasts }: Ranges): Ranges => ({
  counts: counts.slice(),
  firsts: firsts.slice(),
  lasts: lasts.slice(),
})

/** The nodes under `root` that ask the word, each before its children, in arrays, with the exits behind them. */
class WordNodes {
  readonly #bits: Int32Array
  readonly #zeros: Int32Array
  readonly #ones: Int32Array
  /** By node: the bits that it and the nodes under it ask, as a mask. */
  readonly #asked: Int32Array
  /** By bit: the place behind the last node that asks it, or a bit before it. */
  readonly #ends: Int32Array
  /** The ranges where no bit is known, once they are needed. */
  #all: Ranges | undefined
  /** How many nodes ask the word. Places from here on are exits. */
  readonly size: number

  constructor(store: Store, root: Node) {
    const asking: Node[] = []
    const seen = new Set<Node>([root])
    const exits: Node[] = []
    // The loop also visits nodes that are added while it runs.
    for (const node of seen) {
      if (store.bitOf(node) >= WORD_END) exits.push(node)
      else {
        asking.push(node)
        seen.add(store.zeroOf(node)).add(store.oneOf(node))
      }
    }
    asking.sort((a, b) => store.bitOf(a) - store.bitOf(b))
    const places = new Map([...asking, ...exits].map((node, place) => [node, place]))
    this.size = asking.length
    this.#bits = Int32Array.from([...asking.map((node) => store.bitOf(node)), ...exits.map(() => WORD_BITS)])
    this.#zeros = Int32Array.from(asking, (node) => places.get(store.zeroOf(node))!)
    this.#ones = Int32Array.from(asking, (node) => places.get(store.oneOf(node))!)
    this.#asked = new Int32Array(this.#bits.length)
    this.#ends = new Int32Array(WORD_BITS)
    for (let at = this.size - 1; at >= 0; at -= 1) {
      const bit = this.#bits[at]!
      this.#asked[at] = maskOf(bit) | this.#asked[this.#zeros[at]!]! | this.#asked[this.#ones[at]!]!
      for (let behind = bit; behind < WORD_BITS && this.#ends[behind] === 0; behind += 1)
        this.#ends[behind] = at + 1
    }
    // Seen from the last node on, a bit that no node asks ends where the bit before it ends.
    for (let bit = 1; bit < WORD_BITS; bit += 1)
      this.#ends[bit] = Math.max(this.#ends[bit]!, this.#ends[bit - 1]!)
  }

  /** The bits, as a mask, that the root still asks where a bit is known: the nodes before it are all reached. */
  #askedBeside({ bit: known, isOne }: KnownBit): number {
    let asked = 0
    for (let at = 0; at < this.size && this.#bits[at]! <= known; at += 1) {
      const [zero, one] = [this.#zeros[at]!, this.#ones[at]!]
      if (this.#bits[at] === known) {
        asked |= this.#asked[isOne ? one : zero]!
        continue
      }
      asked |= maskOf(this.#bits[at]!)
      if (this.#bits[zero]! > known) asked |= this.#asked[zero]!
      if (this.#bits[one]! > known) asked |= this.#asked[one]!
    }
    return asked >>> 0
  }

  /** Enters the ranges of the nodes at the places before `end`, the last first, where the root asks `asked`. */
  #count({ counts, firsts, lasts }: Ranges, end: number, asked: number, known: KnownBit): void {
    for (let at = end - 1; at >= 0; at -= 1) {
      const bit = this.#bits[at]!
      const [zero, one] = [this.#zeros[at]!, this.#ones[at]!]
      const isKnown = bit === known.bit
      const [low, high] = isKnown ? (known.isOne ? [one, one] : [zero, zero]) : [zero, one]
      const repeated = this.#below({ counts, firsts, lasts }, asked, bit, low)
      counts[at] = isKnown
        ? repeated
        : repeated +
          this.#below({ counts, firsts, lasts }, asked, bit, high) -
          Number(lasts[low] === firsts[high])
      firsts[at] = firsts[low]!
      lasts[at] = lasts[high]!
    }
  }

  /** The ranges of the node at `place` for all bits after `above`: bits that are not asked on the way repeat them. */
  #below({ counts, firsts, lasts }: Ranges, asked: number, above: number, place: number): number {
    const count = counts[place]!
    if (count === 1) return 1
    const times = 2 ** bitsIn(asked & between(above, this.#bits[place]!))
    return times * count - (firsts[place] === lasts[place] ? times - 1 : 0)
  }

  /** How many ranges the values of the word have where a bit is known. */
  rangesBeside(known: KnownBit): number {
    const asked = this.#askedBeside(known)
    // The nodes behind the known bit have the ranges that they have where no bit is known, if the same bits behind it are asked.
    const behind = known.bit === WORD_BITS - 1 ? 0 : maskOf(known.bit) - 1
    const isAlike = ((asked ^ this.#asked[0]!) & behind) === 0
    const ranges = isAlike ? copied((this.#all ??= this.#unknown())) : this.#exits()
    this.#count(ranges, isAlike ? this.#ends[known.bit]! : this.size, asked, known)
    return this.#below(ranges, asked, -1, 0)
  }

  /** The ranges of all nodes where no bit is known. */
  #unknown(): Ranges {
    const ranges = this.#exits()
    this.#count(ranges, this.size, this.#asked[0]!, { bit: -1, isOne: false })
    return ranges
  }

  /** The ranges of exits: one each. */
  #exits(): Ranges {
    const places = this.#bits.length
    const own = Int32Array.from({ length: places }, (_, place) => place)
    return { counts: new Float64Array(places).fill(1), firsts: own, lasts: own.slice() }
  }
}

/** The word divided by its bit `bit`. */
function dividedBy(store: Store, root: Node, bit: number): DividingBit {
  const [zero, one] = [false, true].map((isOne) => restricted(store, root, { bit, isOne }))
  return { mask: maskOf(bit), zero: zero!, one: one! }
}

/** The highest bit of `support`, the bits of the word that `root` asks; not 0. */
export function highestBit(store: Store, root: Node, support: number): DividingBit {
  return dividedBy(store, root, Math.clz32(support))
}

/**
 * The bit of `support` that divides the values of the word best; the highest one where all are alike, or where so many nodes ask
 * the word that values decide.
 * @param root - asks the word first
 * @param support - the bits of the word that `root` asks, as a mask; not 0
 */
export function dividingBit(store: Store, root: Node, support: number): DividingBit {
  const nodes = new WordNodes(store, root)
  if (nodes.size > MAX_NODES) return highestBit(store, root, support)
  let best = -1
  let fewest = Infinity
  for (let bit = Math.clz32(support); bit < WORD_BITS; bit += 1) {
    if ((support & maskOf(bit)) === 0) continue
    const ranges = nodes.rangesBeside({ bit, isOne: false }) + nodes.rangesBeside({ bit, isOne: true })
    store.take(nodes.size >> 2)
    if (ranges < fewest) [best, fewest] = [bit, ranges]
  }
  return dividedBy(store, root, best)
}
