/*
 * Finds a bit of a word that divides its values well.
 *
 * A word may have too many ranges for a search: `(word & 4) == 0`, or one of twelve values, has 2^30. A test of one
 * bit divides the values. Bit 2 leaves nothing to ask where it is 0, and twelve values where it is 1. Each higher bit
 * would leave two halves that are as hard as the whole. So all bits that the diagram asks are tried, and the bit
 * whose two parts have the fewest ranges is chosen.
 *
 * Ranges are counted on the nodes, not on the values. The number for a node is the sum of the numbers for its two
 * children, less one where the last range of the first child and the first range of the second child have one
 * continuation. A path may skip a bit that other paths test. Then the ranges below this bit repeat, and count twice.
 * The count is too high where a bit matters for only one value of the known bit: it counts as tested for both values.
 * A worse bit may then be chosen.
 */
import { WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { WORD_END } from './word-samples.ts'

/** A bit, as a mask with one bit set, and the continuations of the values without it and with it. */
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

/** The most nodes of a word for which every bit is tried. */
const MAX_NODES = 4096

const maskOf = (bit: number): number => (1 << (WORD_BITS - 1 - bit)) >>> 0

/** The child of `node` for the value of `known`, where `node` asks that bit. */
function childBy(store: Store, node: Node, { isOne }: KnownBit): Node {
  return isOne ? store.oneOf(node) : store.zeroOf(node)
}

/** `root`, restricted to one value of a bit. */
function restricted(store: Store, root: Node, known: KnownBit): Node {
  const made = new Map<Node, Node>()
  // The recursion is at most as deep as a word has bits, so it is safe.
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

/** The number of set bits. */
function bitsIn(mask: number): number {
  let [rest, count] = [mask, 0]
  for (; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/**
 * The nodes under a root that ask the word, as arrays. Each node stands before its children, and the exits stand
 * behind all nodes.
 */
interface WordNodes {
  /** The number of nodes that ask the word. Places from here on are exits. */
  readonly size: number
  readonly bits: Int32Array
  readonly zeros: Int32Array
  readonly ones: Int32Array
  /** By place: a mask (i32) of the bits before the bit that the node asks; all bits for an exit. */
  readonly before: Int32Array
  /** By place: a mask (i32) of the bits that the node and the nodes under it ask. */
  readonly asked: Int32Array
  /** By bit: the place behind the last node that asks this bit or an earlier one. */
  readonly ends: Int32Array
}

/** The bits after `bit`, as a mask. */
const after = (bit: number): number => 0x7fff_ffff >>> bit
/** The bits before `bit`, as a mask (i32). */
const bitsBefore = (bit: number): number => (bit === 0 ? 0 : ~after(bit - 1))

function wordNodes(store: Store, root: Node): WordNodes {
  const byBit = Array.from({ length: WORD_BITS }, (): Node[] => [])
  const exits: Node[] = []
  const seen = new Set<Node>([root])
  // The loop also visits nodes that are added while it runs.
  for (const node of seen) {
    const bit = store.bitOf(node)
    if (bit >= WORD_END) exits.push(node)
    else {
      byBit[bit]!.push(node)
      seen.add(store.zeroOf(node)).add(store.oneOf(node))
    }
  }
  const places = new Map<Node, number>()
  const ends = new Int32Array(WORD_BITS)
  for (let bit = 0; bit < WORD_BITS; bit += 1) {
    for (const node of byBit[bit]!) places.set(node, places.size)
    ends[bit] = places.size
  }
  const size = places.size
  for (const node of exits) places.set(node, places.size)
  const bits = new Int32Array(places.size).fill(WORD_BITS)
  const before = new Int32Array(places.size).fill(~0)
  const asked = new Int32Array(places.size)
  const zeros = new Int32Array(size)
  const ones = new Int32Array(size)
  for (let bit = WORD_BITS - 1; bit >= 0; bit -= 1)
    for (const node of byBit[bit]!) {
      const at = places.get(node)!
      const zero = places.get(store.zeroOf(node))!
      const one = places.get(store.oneOf(node))!
      bits[at] = bit
      before[at] = bitsBefore(bit)
      asked[at] = maskOf(bit) | asked[zero]! | asked[one]!
      zeros[at] = zero
      ones[at] = one
    }
  return { size, bits, zeros, ones, before, asked, ends }
}

/** By place of a node: the number of ranges of its values, and the continuations of the first and of the last range. */
interface Ranges {
  readonly counts: Float64Array
  /** For an exit, the exit itself. */
  readonly firsts: Int32Array
  readonly lasts: Int32Array
}

/** The ranges of the exits, one for each. The ranges of the nodes are not entered yet. */
function rangesOfExits({ bits }: WordNodes): Ranges {
  const own = Int32Array.from(bits, (_, place) => place)
  return { counts: new Float64Array(bits.length).fill(1), firsts: own, lasts: own.slice() }
}

/**
 * Enters the ranges of the nodes at the places before `end`, the last node first. `asked` is a mask of the bits that
 * the root asks. Where a way skips one of these bits, the ranges behind the bit repeat. `known` is the bit whose value
 * is known, or -1. A node that asks this bit leads to its child in `ways`.
 */
function enter(
  { bits, zeros, ones, before }: WordNodes,
  { counts, firsts, lasts }: Ranges,
  end: number,
  asked: number,
  known: number,
  ways: Int32Array,
): void {
  const below = (child: number, skipped: number): number => {
    const count = counts[child]!
    if (skipped === 0 || count === 1) return count
    const times = 2 ** bitsIn(skipped)
    return times * count - (firsts[child] === lasts[child] ? times - 1 : 0)
  }
  for (let at = end - 1; at >= 0; at -= 1) {
    const bit = bits[at]!
    const behind = asked & after(bit)
    const isKnown = bit === known
    const low = isKnown ? ways[at]! : zeros[at]!
    const high = isKnown ? low : ones[at]!
    let count = below(low, behind & before[low]!)
    if (!isKnown) count += below(high, behind & before[high]!) - (lasts[low] === firsts[high] ? 1 : 0)
    counts[at] = count
    firsts[at] = firsts[low]!
    lasts[at] = lasts[high]!
  }
}

/** Two masks (i32) of the bits that the root still asks: where `known` is 0, and where it is 1. */
function askedBeside(
  { bits, zeros, ones, asked, ends }: WordNodes,
  known: number,
): Readonly<Record<'zero' | 'one', number>> {
  const whole = asked[0]!
  // All nodes before the bit are reached.
  let common = whole & bitsBefore(known)
  let [zero, one] = [0, 0]
  const isWhole = (): boolean => ((common ^ whole) & after(known)) === 0
  for (let at = 0; at < ends[known]! && !isWhole(); at += 1) {
    const [low, high] = [zeros[at]!, ones[at]!]
    if (bits[at] === known) {
      zero |= asked[low]!
      one |= asked[high]!
      continue
    }
    if (bits[low]! > known) common |= asked[low]!
    if (bits[high]! > known) common |= asked[high]!
  }
  return { zero: common | zero, one: common | one }
}

/** The two parts of the word by its bit `bit`. */
function dividedBy(store: Store, root: Node, bit: number): DividingBit {
  const [zero, one] = [false, true].map((isOne) => restricted(store, root, { bit, isOne }))
  return { mask: maskOf(bit), zero: zero!, one: one! }
}

/** The highest bit of `support`, which has the bits of the word that `root` asks and is not 0. */
export function highestBit(store: Store, root: Node, support: number): DividingBit {
  return dividedBy(store, root, Math.clz32(support))
}

/**
 * The bit of `support` that divides the values of the word best. The highest bit is chosen where all bits are equally
 * good, and where so many nodes ask the word that trying every bit would take too long.
 * @param root - asks the word first
 * @param support - a mask of the bits of the word that `root` asks; not 0
 */
export function dividingBit(store: Store, root: Node, support: number): DividingBit {
  const nodes = wordNodes(store, root)
  if (nodes.size > MAX_NODES) return highestBit(store, root, support)
  const whole = nodes.asked[0]!
  // A node behind the known bit has the same ranges as with no bit known, where both ask the same bits. So for each
  // known bit, only the nodes before it are entered again. The bits become known in their order, so the nodes behind
  // the bit have not changed.
  const alike = rangesOfExits(nodes)
  enter(nodes, alike, nodes.size, whole, -1, nodes.zeros)
  const others = rangesOfExits(nodes)
  const rangesBeside = (known: number, asked: number, ways: Int32Array): number => {
    const isAlike = ((asked ^ whole) & after(known)) === 0
    const ranges = isAlike ? alike : others
    enter(nodes, ranges, isAlike ? nodes.ends[known]! : nodes.size, asked, known, ways)
    return ranges.counts[0]!
  }
  let best = -1
  let fewest = Infinity
  for (let bit = Math.clz32(support); bit < WORD_BITS; bit += 1) {
    if ((support & maskOf(bit)) === 0) continue
    store.take(nodes.size >> 2)
    const asked = askedBeside(nodes, bit)
    let ranges = rangesBeside(bit, asked.zero, nodes.zeros)
    // The part with the bit set has at least one range.
    if (ranges + 1 >= fewest) continue
    ranges += rangesBeside(bit, asked.one, nodes.ones)
    if (ranges < fewest) [best, fewest] = [bit, ranges]
  }
  return dividedBy(store, root, best)
}
