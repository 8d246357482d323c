/*
 * One word of an argument as tests.
 *
 * A layout has to tell the continuations of a word apart. Three kinds of tests do that:
 *
 *   a search           over the cells of the word, by thresholds and equalities
 *   a masked search    the same behind an `and`, where only some bits of the word matter: flags, most often
 *   a subcube          `(word & mask) == value`, for values that have one continuation;
 *                      {0, 8, 0x20000, 0x20008} is one `jset`
 *
 * A search tells all continuations apart. A subcube tells only its own values from the others. Where its test
 * fails, the word has none of these values, so their continuation does not matter. They are joined to another
 * continuation, which leaves fewer cells, and the rest is laid out in turn. All these layouts are tried, and
 * the cheapest is taken.
 */
import type { Word } from '@seccompile/abi'
import { preparationInsns, WHOLE_WORD } from '@seccompile/decision'
import { cubesOf, exitsOf, mapExits, WORD_BITS, wordEquals } from '@seccompile/diagram'
import type { Cell, Node, Store, WeighedBit } from '@seccompile/diagram'
import { FIRST_PLACE } from '@seccompile/outcomes'
import { search, testsIn } from '@seccompile/search'
import type { SearchEffort, SearchTree, WeightedCell } from '@seccompile/search'
import { cellsUnder, WORD_END } from './word-samples.ts'
import type { Sample } from './word-samples.ts'

/** The most ranges of a word in one search. A word with more is first divided by tests of single bits. */
const MAX_CELLS = 2048
/** Up to this number of ranges, a search takes quadratic time. */
const MAX_CELLS_OF_A_TABLE = 1024
/** The most ranges in one search of a part of a word, where a test of a bit has divided the word. */
const MAX_CELLS_OF_PART = 32
/** The fewest ranges for which subcubes are tried: with fewer, a search is as short. */
const MIN_CELLS_WITH_CUBES = 5
/** The most ranges for which subcubes are tried. */
const MAX_CELLS_WITH_CUBES = 16
const MAX_CUBES = 4
/** The most subcubes that a layout tests in a row. */
const MAX_DEPTH = 3
/** The number of layouts of one word after which no more subcubes are tried. */
const MAX_TRIED = 32

/** How to tell the continuations of a word apart: nodes of the diagram that do not ask the word. */
export type WordLayout =
  | { readonly kind: 'exit'; readonly to: Node }
  | { readonly kind: 'search'; readonly mask: number; readonly tree: SearchTree }
  | {
      readonly kind: 'cube'
      readonly mask: number
      readonly value: number
      readonly then: WordLayout
      readonly else: WordLayout
    }

/** A layout and its cost, without the continuations. */
export interface PricedWord {
  readonly layout: WordLayout
  /** The weighted instructions that calls execute, and the price of the instructions in the program. */
  readonly cost: number
  /** The instructions in the program. */
  readonly insns: number
}

/** The givens by which a layout is chosen. */
export interface WordContext {
  readonly store: Store
  /** The bits of the word that a node asks, as a mask. */
  readonly supportOf: (root: Node) => number
  /** The price of an instruction in the program. */
  readonly price: number
  /** The weight of a call with this continuation. */
  readonly weigh: (exit: Node) => number
  readonly effort: SearchEffort
  /** Whether subcubes are looked for. */
  readonly triesCubes: boolean
}

/**
 * The rest of a layout: the continuations that are left, the bits that A holds, and the samples that get here.
 */
interface Rest {
  readonly root: Node
  /** A holds `word & held`. */
  readonly held: number
  readonly samples: readonly Sample[]
  /** Subcubes tested so far. */
  readonly depth: number
  /** The most ranges in one search. More ranges are first divided by tests of single bits. */
  readonly most: number
}

const BITS: readonly WeighedBit[] = Array.from({ length: WORD_BITS }, (_, bit) => ({
  bit,
  weight: 1n << BigInt(WORD_BITS - 1 - bit),
}))

/**
 * The work of a search of `cells`, in steps of a diagram that take about as long. The search is quadratic up to
 * some size, and searches parts of that size beyond it.
 */
function searchSteps(cells: number): number {
  return cells * (1 + (Math.min(cells, MAX_CELLS_OF_A_TABLE) >> 3))
}

function exit(to: Node): WordLayout {
  return { kind: 'exit', to }
}

/**
 * A function that yields the bits of the word that a node asks, as a mask (u32). It looks at each node once.
 */
export function supports(store: Store): (root: Node) => number {
  const known = new Map<Node, number>()
  // As deep as there are bits in a word, so recursion is safe.
  const supportOf = (node: Node): number => {
    const bit = store.bitOf(node)
    if (bit >= WORD_END) return 0
    const memo = known.get(node)
    if (memo !== undefined) return memo
    const below = supportOf(store.zeroOf(node)) | supportOf(store.oneOf(node))
    const support = (below | (1 << (WORD_BITS - 1 - bit))) >>> 0
    known.set(node, support)
    store.take(1)
    return support
  }
  return supportOf
}

/** The place of the cell that holds `value`, of cells without gaps. */
function placeOf(cells: readonly Cell[], value: number): number {
  let [low, high] = [0, cells.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (cells[middle]!.lo <= value) low = middle
    else high = middle - 1
  }
  return low
}

/** Sets of values, each `(word & mask) == value`, that lead to one continuation. */
function cubesIn(
  store: Store,
  root: Node,
): readonly { readonly mask: number; readonly value: number; readonly to: Node }[] {
  return exitsOf(store, root, WORD_END).flatMap((to) => {
    const leads = mapExits(store, root, WORD_END, (exit) => (exit === to ? store.always : store.never))
    const cubes = cubesOf(store, leads, BITS, MAX_CUBES) ?? []
    return cubes.map(({ mask, value }) => ({ mask: Number(mask), value: Number(value), to }))
  })
}

/** The cheapest layout of `word`, which stands first in `root`, its load not counted. */
export function layOutWord(
  context: WordContext,
  word: Word,
  root: Node,
  samples: readonly Sample[],
): PricedWord {
  const { store, supportOf, price, weigh, effort, triesCubes } = context
  const known = new Map<string, PricedWord>()
  /** Instructions before a test that looks at the word through `wanted`, where A holds `word & held`. */
  const before = (held: number, wanted: number): number =>
    preparationInsns({ word, mask: held }, { word, mask: wanted })
  const weightOf = (some: readonly Sample[]): number =>
    some.reduce((sum, { share, to }) => sum + share * weigh(to), 0)

  const searched = ({ root: node, held, samples: some }: Rest, mask: number, most: number): PricedWord[] => {
    const cells = cellsUnder(store, node, mask, most)
    if (cells === undefined) return []
    const weights = new Float64Array(cells.length)
    for (const { value, share, to } of some)
      weights[placeOf(cells, (value & mask) >>> 0)]! += share * weigh(to)
    const weighted = cells.map((cell, at): WeightedCell => ({ ...cell, weight: weights[at]! }))
    store.take(searchSteps(cells.length))
    const insn = weightOf(some) + price
    const [zero, other] = weighted
    if (weighted.length === 2 && other!.lo === (mask & -mask) >>> 0 && mask !== WHOLE_WORD) {
      // No value lies between 0 and the lowest bit. So `(word & mask) == 0` is one `jset`, which needs the
      // whole word in A.
      const ways = { then: exit(zero!.to), else: exit(other!.to) }
      const insns = 1 + before(held, WHOLE_WORD)
      return [{ layout: { kind: 'cube', mask, value: 0, ...ways }, cost: insns * insn, insns }]
    }
    const { tree, cost } = search(weighted, { price, longest: Infinity }, effort)
    const first = before(held, mask)
    const layout: WordLayout = { kind: 'search', mask, tree }
    return [{ layout, cost: cost + first * insn, insns: first + testsIn(tree) }]
  }

  /** Layouts that begin with a subcube and could cost less than `limit`. */
  const peeled = ({ root: node, held, samples: some, depth, most }: Rest, limit: number): PricedWord[] =>
    cubesIn(store, node).flatMap(({ mask, value, to }) => {
      const isCube = wordEquals(store, FIRST_PLACE, mask, value)
      const wanted = value === 0 ? WHOLE_WORD : mask
      const insns = 1 + before(held, wanted)
      const own = insns * (weightOf(some) + price)
      if (own >= limit) return []
      const outside = some.filter((sample) => (sample.value & mask) >>> 0 !== value)
      return exitsOf(store, node, WORD_END).flatMap((other) => {
        if (other === to) return []
        const left = store.ite(isCube, other, node)
        const rest = layOut({ root: left, held: wanted, samples: outside, depth: depth + 1, most })
        const layout: WordLayout = { kind: 'cube', mask, value, then: exit(to), else: rest.layout }
        return [{ layout, cost: own + rest.cost, insns: insns + rest.insns }]
      })
    })

  /** The layout by one bit, for nodes that have no other: the highest bit that the node asks divides the values in two. */
  const byBit = (rest: Rest, support: number): PricedWord => {
    const mask = (1 << (WORD_BITS - 1 - Math.clz32(support))) >>> 0
    const part = (node: Node, isSet: boolean): PricedWord =>
      layOut({
        root: node,
        held: WHOLE_WORD,
        samples: rest.samples.filter(({ value }) => ((value & mask) !== 0) === isSet),
        depth: MAX_DEPTH,
        most: MAX_CELLS_OF_PART,
      })
    const [zero, one] = [part(store.zeroOf(rest.root), false), part(store.oneOf(rest.root), true)]
    const insns = 1 + before(rest.held, WHOLE_WORD)
    const own = insns * (weightOf(rest.samples) + price)
    return {
      layout: { kind: 'cube', mask, value: 0, then: zero.layout, else: one.layout },
      cost: own + zero.cost + one.cost,
      insns: insns + zero.insns + one.insns,
    }
  }

  const layOut = (rest: Rest): PricedWord => {
    const { root: node, held, depth } = rest
    if (store.bitOf(node) >= WORD_END) return { layout: exit(node), cost: 0, insns: 0 }
    const key = `${node} ${held}`
    const memo = known.get(key)
    if (memo !== undefined) return memo
    const support = supportOf(node)
    const ranges = cellsUnder(store, node, support, MAX_CELLS_WITH_CUBES)?.length ?? 0
    const candidates = [
      ...searched(rest, support, rest.most),
      // Also without the `and`, where the whole word has few ranges.
      ...(support === WHOLE_WORD ? [] : searched(rest, WHOLE_WORD, MAX_CELLS_WITH_CUBES)),
    ]
    if (triesCubes && ranges >= MIN_CELLS_WITH_CUBES && depth < MAX_DEPTH && known.size < MAX_TRIED)
      candidates.push(...peeled(rest, Math.min(...candidates.map(({ cost }) => cost))))
    if (candidates.length === 0) candidates.push(byBit(rest, support))
    const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a))
    known.set(key, best)
    return best
  }
  return layOut({ root, held: WHOLE_WORD, samples, depth: 0, most: MAX_CELLS })
}
