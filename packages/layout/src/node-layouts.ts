/*
 * Turns diagrams over the words of arguments into tests, word by word.
 *
 * Each word that matters is tried as the first. Behind it, the continuations ask fewer words. Each continuation is
 * laid out in turn, and equal continuations are laid out once. The order of words matters. For example, `socket` is
 * allowed for every family except two. With the high half of the argument first, every call takes four instructions.
 * With the low half first, most calls take two.
 *
 * Each step tries only the first `MAX_WORDS` words.
 *
 * A refused call has almost no weight, because programs seldom repeat it. A call with arguments 0 is an exception:
 * objectives count it for all calls of its number, so it has the weight of the objective, whatever its verdict.
 */
import { actionOf, BPF_MAXINSNS } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { WHOLE_WORD } from '@seccompile/decision'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import type { Node } from '@seccompile/diagram'
import { isHighWord } from '@seccompile/outcomes'
import type { ArgumentWords } from '@seccompile/outcomes'
import type { SearchEffort } from '@seccompile/search'
import { assertNever } from '@seccompile/shape'
import { build } from './build.ts'
import type { CommonParts } from './common-parts.ts'
import type { ModelCall } from './model-calls.ts'
import type { WordLayout } from './priced-word.ts'
import { layOutWord } from './word-layout.ts'
import type { WordContext } from './word-context.ts'
import { cellsUnder, edgeValues, samplesOf } from './word-samples.ts'
import type { Sample } from './word-samples.ts'

/** The share of calls with 0 in the high half of an argument, and in the low half. */
const ZERO_SHARE = { high: 0.97, low: 0.5 } as const
/** The weight of a refused call, relative to an allowed one. */
const DENIED = 1e-3
/**
 * The price of an instruction where size has no price. Of layouts that execute the same number of instructions, the
 * smaller one wins.
 */
const LEAST_PRICE = 1e-6
/** The number of words among which the first is chosen. */
const MAX_WORDS = 4
/** After this many tries, a node takes its first word, and searches it without subcubes. */
const MAX_TRIED = 192
/** A word counts as one more try for each of this number of ranges. */
const CELLS_A_TRY = 64
/**
 * The most ranges of a word for each test of its part, and of all words together. A test without a mask adds at most
 * two ranges. Where a word has far more ranges, its bits decide, and not its values.
 */
const RANGES_A_TEST = 4
const RANGES = { least: 32, most: 2 * BPF_MAXINSNS + 1 } as const
/** A word with more ranges than this is searched once, in one order of the words. */
const RANGES_OF_TRIES = 2048

/** How to lay out tests of arguments. */
export interface LayoutOptions {
  /** The price of an instruction in the program, measured in instructions that a call of the part executes. */
  readonly price: number
  /** The weight of a refused call with arguments 0; at least a thousandth. */
  readonly refused?: number
  /** Whether a small number of instructions matters most, counted after the conversion by the kernel. */
  readonly isDear?: boolean
  /** The effort of the search among the values of a word. */
  readonly effort: 'default' | 'max'
}

/** A layout of a node by a word, with its cost and that of its continuations. */
interface Layout {
  /** The executed instructions, by weight. */
  readonly steps: number
  /** The price of all instructions. */
  readonly price: number
  readonly by: { readonly word: Word; readonly layout: WordLayout } | undefined
}

/** The effort of a search among the values of a word. A filter may have thousands of such searches. */
const EFFORTS: Readonly<Record<LayoutOptions['effort'], SearchEffort>> = {
  default: { cells: 8, work: 2 ** 10 },
  max: { cells: 400, work: 2 ** 19 },
}

const DECIDED: Layout = { steps: 0, price: 0, by: undefined }

/** Lays out nodes of a diagram whose values stand for exits. */
export class NodeLayouts {
  readonly #words: ArgumentWords
  readonly #builder: DecisionBuilder
  readonly #exitOf: (value: number) => Decision
  readonly #refused: number
  readonly #context: WordContext
  /** By node: the mean weight of calls whose earlier words are 0, and of other calls. */
  readonly #weights = { zero: new Map<Node, number>(), other: new Map<Node, number>() }
  readonly #samples: CommonParts['samples']
  readonly #layouts = new Map<Node, Layout>()
  readonly #tests = new Map<Node, Decision>()
  #tries = 0
  #most: number = RANGES.most

  /** @param exitOf - the node of `builder` that a value of the diagram stands for */
  constructor(
    { words, supportOf, cellsOf, dividingBitOf, highestBitOf, bitsOf, samples, subcubes }: CommonParts,
    builder: DecisionBuilder,
    exitOf: (value: number) => Decision,
    { price, refused = 0, isDear = false, effort }: LayoutOptions,
  ) {
    this.#refused = Math.max(refused, DENIED)
    this.#words = words
    this.#samples = samples
    this.#builder = builder
    this.#exitOf = exitOf
    this.#context = {
      store: words.store,
      supportOf,
      cellsOf,
      dividingBitOf,
      highestBitOf,
      bitsOf,
      subcubes,
      price: Math.max(price, LEAST_PRICE),
      weigh: ({ value, share, to }) => share * this.#weigh(to, value === 0),
      effort: EFFORTS[effort],
      most: RANGES.most,
      isDear,
      triesCubes: true,
    }
  }

  /** The tests of `node`, the diagram of a part with `tests` tests. */
  layOut(node: Node, tests: number): Decision {
    this.#most = Math.min(Math.max(RANGES.least, RANGES_A_TEST * tests), RANGES.most)
    return this.#testsOf(node)
  }

  /** The tests of `node`. */
  #testsOf(node: Node): Decision {
    const memo = this.#tests.get(node)
    if (memo !== undefined) return memo
    const { by } = this.#layoutOf(node)
    const made =
      by === undefined ? this.#exitOf(this.#words.store.valueOf(node)) : this.#wordTests(by.word, by.layout)
    this.#tests.set(node, made)
    return made
  }

  #wordTests(word: Word, layout: WordLayout): Decision {
    switch (layout.kind) {
      case 'exit':
        return this.#testsOf(layout.to)
      case 'search': {
        const { mask, tree } = layout
        return build(this.#builder, { word, mask }, tree, (to) => this.#testsOf(to))
      }
      case 'cube': {
        const { mask, value } = layout
        const [then, otherwise] = [this.#wordTests(word, layout.then), this.#wordTests(word, layout.else)]
        return value === 0
          ? this.#builder.test({ word, mask: WHOLE_WORD, op: 'set', k: mask }, otherwise, then)
          : this.#builder.test({ word, mask, op: 'eq', k: value }, then, otherwise)
      }
      default:
        return assertNever(layout)
    }
  }

  #layoutOf(node: Node): Layout {
    if (this.#words.isDecided(node)) return DECIDED
    const memo = this.#layouts.get(node)
    if (memo !== undefined) return memo
    const [firstWord, ...others] = this.#words.wordsOf(node)
    let best = this.#byWord(node, firstWord!, this.#words.firstWordFirst(node, firstWord!))
    for (const word of this.#tries < MAX_TRIED ? others.slice(0, MAX_WORDS - 1) : []) {
      const first = this.#words.wordFirst(node, word)
      if (first === undefined) continue
      const other = this.#byWord(node, word, first)
      if (other.steps + other.price < best.steps + best.price) best = other
    }
    this.#layouts.set(node, best)
    return best
  }

  /** The layout of `node` that tests `word` first. `first` is `node` with that word moved to the front. */
  #byWord(node: Node, word: Word, first: Node): Layout {
    const values = this.#samplesOf(first, word)
    this.#tries += values.length > RANGES_OF_TRIES ? MAX_TRIED : 1 + values.length / CELLS_A_TRY
    const context = { ...this.#context, most: this.#most, triesCubes: this.#tries < MAX_TRIED }
    const { layout, cost, insns } = layOutWord(context, word, first, values)
    const ways = new Map<Node, number>()
    for (const { to, share } of values) ways.set(to, (ways.get(to) ?? 0) + share)
    let steps = this.#weigh(node, true) + cost - insns * context.price // one load, then the tests
    let price = context.price * (1 + insns)
    for (const [way, share] of ways) {
      const rest = this.#layoutOf(way)
      steps += share * rest.steps
      // Tests that exist already cost no further instructions.
      if (!this.#tests.has(way)) price += rest.price
    }
    return { steps, price, by: { word, layout } }
  }

  /**
   * Calls that reach `node`, about `most` of them, made of the samples of all words that the node asks.
   * @param isZero - whether their earlier words are 0
   */
  callsOf(node: Node, most: number, isZero: boolean = true): readonly ModelCall[] {
    const [word] = this.#words.wordsOf(node)
    if (word === undefined) return [{ values: new Map(), weight: this.#weigh(node, isZero) }]
    const samples = this.#samplesOf(this.#words.firstWordFirst(node, word), word)
    const step = Math.ceil(samples.length / most)
    // The first sample has the value 0.
    const some = samples.filter((_, i) => i % step === 0)
    const all = some.reduce((sum, { share }) => sum + share, 0)
    const fewer = Math.max(1, Math.floor(most / some.length))
    return some.flatMap(({ value, share, to }) =>
      this.callsOf(to, fewer, isZero && value === 0).map(({ values, weight }) => ({
        values: new Map([...values, [word, value]]),
        weight: (weight * share) / all,
      })),
    )
  }

  /** The samples of the word that `first` asks first. */
  #samplesOf(first: Node, word: Word): readonly Sample[] {
    const samples = isHighWord(word) ? this.#samples.high : this.#samples.low
    const memo = samples.get(first)
    if (memo !== undefined) return memo
    const { store } = this.#words
    const cells =
      cellsUnder(store, first, this.#context.supportOf(first), this.#most) ?? edgeValues(store, first)
    const made = samplesOf(cells, isHighWord(word) ? ZERO_SHARE.high : ZERO_SHARE.low)
    samples.set(first, made)
    return made
  }

  /**
   * The mean weight of a call that reaches `node`, by the shares of its samples.
   * @param isZero - whether its earlier words are 0
   */
  #weigh(node: Node, isZero: boolean): number {
    const weights = isZero ? this.#weights.zero : this.#weights.other
    const memo = weights.get(node)
    if (memo !== undefined) return memo
    const weight = this.#words.isDecided(node)
      ? this.#weighExit(node, isZero)
      : this.#weighAsking(node, isZero)
    weights.set(node, weight)
    return weight
  }

  #weighExit(node: Node, isZero: boolean): number {
    const exit = this.#exitOf(this.#words.store.valueOf(node))
    if (exit.kind === 'test' || actionOf(exit.verdict) === 'ALLOW') return 1
    return isZero ? this.#refused : DENIED
  }

  #weighAsking(node: Node, isZero: boolean): number {
    const word = this.#words.wordsOf(node)[0]!
    return this.#samplesOf(this.#words.firstWordFirst(node, word), word).reduce(
      (sum, { value, share, to }) => sum + share * this.#weigh(to, isZero && value === 0),
      0,
    )
  }
}
