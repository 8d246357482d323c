/*
 * Turns one word of an argument into tests.
 *
 * A layout has to separate the continuations of a word. Three kinds of tests do that:
 *
 *   a search           over the cells of the word, by thresholds and equalities
 *   a masked search    the same behind an `and`, where only some bits of the word matter: flags, most often
 *   a subcube          `(word & mask) == value`, for values that have one continuation;
 *                      {0, 8, 0x20000, 0x20008} is one `jset`
 *
 * A search separates all continuations. A subcube separates only its own values from the others. Where its test
 * fails, the word has none of these values, so these values may have any continuation. They join the continuation of
 * other values, which leaves fewer cells, and the rest is laid out in turn. All these layouts are tried, and the
 * cheapest is chosen.
 *
 * A word may have too many cells for a search. Then one bit divides its values, and each part is laid out in turn
 * (dividing-bit.ts). Neighbouring tests of single bits that lead to one continuation are one test. For a word with
 * fewer nodes than ranges, a layout by bits alone is tried too (bits-layout.ts), and the cheaper layout is chosen.
 */
import type { Word } from '@seccompile/abi'
import { WHOLE_WORD } from '@seccompile/decision'
import { exitsOf, MOST_NODES, wordEquals } from '@seccompile/diagram'
import type { DiagramCell, Node } from '@seccompile/diagram'
import { FIRST_PLACE } from '@seccompile/outcomes'
import { search, testsIn } from '@seccompile/search'
import type { WeightedCell } from '@seccompile/search'
import { insnsBefore, measured } from './measured-layout.ts'
import { cheapest } from './priced-word.ts'
import type { LayoutCandidate, PricedWord, WordLayout } from './priced-word.ts'
import { BITS, subcubesOf } from './subcubes.ts'
import type { WordContext } from './word-context.ts'
import { WORD_END } from './word-samples.ts'
import type { Sample } from './word-samples.ts'

/** A search tries every split up to this number of ranges. */
const MAX_CELLS_OF_SPLITS = 256
/** A search takes quadratic time up to this number of ranges. */
const MAX_CELLS_OF_A_TABLE = 1024
/** Above this number of ranges, a search divides them into small parts, and takes linear time. */
const MANY_CELLS = 2048
const STEPS_A_CELL_OF_MANY = 32
const HIGHEST = 0x8000_0000
/** The most ranges in one search behind a test of a bit that has divided the word. */
const MAX_CELLS_OF_PART = 96
/**
 * After this number of layouts of one word, a part is divided by its highest bit. From then on, the number is also the
 * most ranges in one search.
 */
const MANY_PARTS = 8
const FEW_CELLS_OF_PART = 32
/** A part of a word with more ranges than this for each bit is divided by a further bit too. */
const RANGES_A_BIT = 4
/** The fewest ranges for which subcubes are tried. For fewer ranges, a search is as short. */
const MIN_CELLS_WITH_CUBES = 5
/** The most ranges for which subcubes are tried. */
const MAX_CELLS_WITH_CUBES = 16
/** The most subcubes that a layout tests one after the other. */
const MAX_DEPTH = 3
/** After this number of layouts of one word, no more subcubes are tried. */
const MAX_TRIED = 32

/**
 * The state of an unfinished layout: the continuations that are left, the bits that A holds, and the samples that
 * come here.
 */
interface Rest {
  readonly root: Node
  /** A holds `word & held`. */
  readonly held: number
  readonly samples: readonly Sample[]
  /** The number of subcubes tested so far. */
  readonly depth: number
  /** The most ranges in one search. A word with more ranges is first divided by tests of single bits. */
  readonly most: number
}

/**
 * The work of a search of `cells` cells, in steps of a diagram that take about as long. Small searches
 * try every split. Larger searches take quadratic time, up to a size. Above this size, a search has parts of this size.
 */
function searchSteps(cells: number): number {
  if (cells > MANY_CELLS) return cells * STEPS_A_CELL_OF_MANY
  const splits = cells <= MAX_CELLS_OF_SPLITS ? 1 + (cells >> 5) : 1
  return cells * splits * (1 + (Math.min(cells, MAX_CELLS_OF_A_TABLE) >> 3))
}

function exit(to: Node): WordLayout {
  return { kind: 'exit', to }
}

/** The index of the cell that holds `value`. The cells have no gaps. */
function placeOf(cells: readonly DiagramCell[], value: number): number {
  let [low, high] = [0, cells.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (cells[middle]!.lo <= value) low = middle
    else high = middle - 1
  }
  return low
}

/** A layout for some of the values, and the weight of the calls that reach it. */
interface PricedPart extends PricedWord {
  readonly weight: number
}

/** Whether two layouts of one word are the same. A node that is needed twice has one layout. */
function isSame(one: WordLayout, other: WordLayout): boolean {
  return one === other || (one.kind === 'exit' && other.kind === 'exit' && one.to === other.to)
}

/**
 * A test of one bit, and the layouts behind it: `zero` where the bit is 0, else `one`. The cost and the instructions
 * of the result do not include this test. Where `zero` begins with a `jset` that also leads to `one`, the two tests
 * are one `jset`.
 */
function joined(mask: number, zero: PricedPart, one: PricedPart, price: number): PricedWord {
  const next = zero.layout
  if (next.kind !== 'cube' || next.value !== 0 || !isSame(next.else, one.layout))
    return {
      layout: { kind: 'cube', mask, value: 0, then: zero.layout, else: one.layout },
      cost: zero.cost + one.cost,
      insns: zero.insns + one.insns,
    }
  // `zero` already counts the instructions of `one`.
  return {
    layout: { ...next, mask: (mask | next.mask) >>> 0 },
    cost: zero.cost - zero.weight - price + one.cost - price * one.insns,
    insns: zero.insns - 1,
  }
}

/** The cheapest layout of `word`, which `root` asks first. Its load is not counted. */
export function layOutWord(
  context: WordContext,
  word: Word,
  root: Node,
  samples: readonly Sample[],
): PricedWord {
  const { store, supportOf, cellsOf, subcubes, price, weigh, effort, triesCubes, isDear } = context
  const known = new Map<number, PricedWord>()
  /** The bits that A holds before the layouts in `known`. Most layouts belong to the first entry. */
  const helds = [WHOLE_WORD]
  const keyOf = (node: Node, held: number): number => {
    const at = helds.indexOf(held)
    return node + MOST_NODES * (at === -1 ? helds.push(held) - 1 : at)
  }
  const before = (held: number, wanted: number): number => insnsBefore(word, held, wanted)
  const limits = { price, longest: Infinity, ...(isDear ? { row: Infinity } : {}) }
  const weightOf = (some: readonly Sample[]): number => {
    let weight = 0
    for (const sample of some) weight += weigh(sample)
    return weight
  }

  /** The layout of `rest` by a search of `cells`, the ranges of the word under `mask`. */
  const searched = (
    { held, samples: some }: Rest,
    mask: number,
    cells: readonly DiagramCell[],
  ): LayoutCandidate => {
    store.take(searchSteps(cells.length))
    const insn = weightOf(some) + price
    if (cells.length === 2 && cells[1]!.lo === (mask & -mask) >>> 0 && mask !== WHOLE_WORD) {
      // No value lies between 0 and the lowest bit. So `(word & mask) == 0` is one `jset`, which needs the whole word
      // in A.
      const [then, otherwise] = [exit(cells[0]!.to), exit(cells[1]!.to)]
      const insns = 1 + before(held, WHOLE_WORD)
      const layout: WordLayout = { kind: 'cube', mask, value: 0, then, else: otherwise }
      const cost = insns * insn
      return { least: cost, priced: () => ({ layout, cost, insns }) }
    }
    const first = before(held, mask)
    const priced = (): PricedWord => {
      const weights = new Float64Array(cells.length)
      for (const sample of some) weights[placeOf(cells, (sample.value & mask) >>> 0)]! += weigh(sample)
      const weighted = cells.map(({ lo, hi, to }, at): WeightedCell => ({ lo, hi, to, weight: weights[at]! }))
      const { tree, cost } = search(weighted, limits, effort)
      return {
        layout: { kind: 'search', mask, tree },
        cost: cost + first * insn,
        insns: first + testsIn(tree),
      }
    }
    // A threshold separates two neighbours, and an equality test at most two pairs of neighbours.
    const tests = cells.length >>> 1
    return { least: (1 + first) * insn + (tests - 1) * price, priced }
  }

  /** Layouts that begin with a subcube. */
  const peeled = ({ root: node, held, samples: some, depth, most }: Rest): readonly LayoutCandidate[] => {
    const exits = exitsOf(store, node, WORD_END)
    const cubes = subcubes.get(node) ?? subcubesOf(store, node, exits)
    subcubes.set(node, cubes)
    return cubes.flatMap(({ mask, value, to }) => {
      // No subcube of a continuation is redundant, so a subcube has all values of `to` only where it is the only one.
      const isAlone = cubes.filter((cube) => cube.to === to).length === 1
      const wanted = value === 0 ? WHOLE_WORD : mask
      const insns = 1 + before(held, wanted)
      const own = insns * (weightOf(some) + price)
      const outside = some.filter((sample) => (sample.value & mask) >>> 0 !== value)
      return exits
        .filter((other) => other !== to)
        .map((other) => {
          const priced = (): PricedWord => {
            const left = store.ite(wordEquals(store, FIRST_PLACE, mask, value), other, node)
            const rest = layOut({ root: left, held: wanted, samples: outside, depth: depth + 1, most })
            const layout: WordLayout = { kind: 'cube', mask, value, then: exit(to), else: rest.layout }
            return { layout, cost: own + rest.cost, insns: insns + rest.insns }
          }
          // At least one more test follows. With more exits, the rest may have a known layout, and calls of less
          // weight.
          const isBounded = exits.length === 2 && !isAlone
          return { least: isBounded ? own + weightOf(outside) + price : own, priced }
        })
    })
  }

  /** Whether a part of a divided word has so many ranges for each bit that bits decide, and not values. */
  const isOfBits = ({ root: node, most }: Rest, support: number): boolean => {
    const bits = BITS.filter(({ bit }) => ((support >>> bit) & 1) === 1).length
    return most <= MAX_CELLS_OF_PART && cellsOf(node, support, RANGES_A_BIT * bits) === undefined
  }

  /** The layout by one bit, for a node without another layout: the bit divides the values in two. */
  const byBit = (rest: Rest): PricedWord => {
    const isEarly = known.size < MANY_PARTS
    const { mask, ...ways } = isEarly ? context.dividingBitOf(rest.root) : context.highestBitOf(rest.root)
    const part = (isSet: boolean): PricedPart => {
      const some = rest.samples.filter(({ value }) => ((value & mask) !== 0) === isSet)
      const laidOut = layOut({
        root: isSet ? ways.one : ways.zero,
        held: WHOLE_WORD,
        samples: some,
        depth: MAX_DEPTH,
        most: isEarly ? MAX_CELLS_OF_PART : FEW_CELLS_OF_PART,
      })
      return { ...laidOut, weight: weightOf(some) }
    }
    const zero = part(false)
    const one = part(true)
    const first = before(rest.held, WHOLE_WORD)
    const test = joined(mask, zero, one, price)
    const own = (1 + first) * (zero.weight + one.weight + price)
    return { layout: test.layout, cost: own + test.cost, insns: 1 + first + test.insns }
  }

  /**
   * The layout of a word with many values by its highest bit, for dear instructions. The kernel converts a test of a
   * constant with this bit to two instructions. Behind the test of the bit, values are compared without it.
   */
  const narrowed = (rest: Rest, support: number): PricedWord | undefined => {
    const { root: node, most } = rest
    const isWide = isDear && most === context.most && (support & HIGHEST) !== 0
    if (!isWide || cellsOf(node, support, MANY_CELLS) !== undefined) return undefined
    const { zero, one } = context.highestBitOf(node)
    const ways = [zero, one].map((root, at) => ({
      ...rest,
      root,
      held: WHOLE_WORD,
      samples: rest.samples.filter(({ value }) => value >>> 31 === at),
    }))
    if (!ways.every(({ root }) => cellsOf(root, supportOf(root), most) !== undefined)) return undefined
    const [then, otherwise] = ways.map((way) => layOut(way))
    const layout: WordLayout = {
      kind: 'cube',
      mask: HIGHEST,
      value: 0,
      then: then!.layout,
      else: otherwise!.layout,
    }
    return measured(context, word, layout, rest.samples)
  }

  const layOut = (rest: Rest): PricedWord => {
    const { root: node, held, depth } = rest
    if (store.bitOf(node) >= WORD_END) return { layout: exit(node), cost: 0, insns: 0 }
    const key = keyOf(node, held)
    const memo = known.get(key)
    if (memo !== undefined) return memo
    const support = supportOf(node)
    const narrow = narrowed(rest, support)
    if (narrow !== undefined) return narrow
    const ranges = cellsOf(node, support, MAX_CELLS_WITH_CUBES)?.length ?? 0
    const candidates: LayoutCandidate[] = []
    const trySearch = (mask: number, most: number): void => {
      const cells = cellsOf(node, mask, most)
      if (cells !== undefined) candidates.push(searched(rest, mask, cells))
    }
    trySearch(support, rest.most)
    // The whole word is tried too, without the `and`, where it has few ranges.
    if (support !== WHOLE_WORD) trySearch(WHOLE_WORD, MAX_CELLS_WITH_CUBES)
    if (triesCubes && ranges >= MIN_CELLS_WITH_CUBES && depth < MAX_DEPTH && known.size < MAX_TRIED)
      candidates.push(...peeled(rest))
    if (candidates.length === 0 || (ranges === 0 && isOfBits(rest, support)))
      candidates.push({ least: 0, priced: () => byBit(rest) })
    const best = cheapest(candidates)
    known.set(key, best)
    return best
  }
  const own = layOut({ root, held: WHOLE_WORD, samples, depth: 0, most: context.most })
  const support = supportOf(root)
  if (cellsOf(root, support, MAX_CELLS_OF_PART) !== undefined) return own
  const byBits = context.bitsOf(root, cellsOf(root, support, context.most)?.length ?? Infinity)
  if (byBits === undefined) return own
  const other = measured(context, word, byBits, samples)
  return other.cost < measured(context, word, own.layout, samples).cost ? other : own
}
