/*
 * Conditions on arguments as tests, word by word.
 *
 * Which word to look at first is tried for every word that matters: with the word known, what is left asks fewer
 * words and is laid out in turn, and equal rests are laid out once. `socket` is allowed for every family but two: by
 * the high half of its argument first every call takes four instructions, by the low half first most take two.
 *
 * The words tried at each step are all where few matter, and past `MAX_WORDS` those that come first.
 *
 * Rules whose diagram or layout outgrows its budget (step-budget.ts), or comes to more than twice the tests, are tested one after the other instead, each
 * by the diagram of its own condition or, where that is too large as well, of the parts of the condition: a range of a word
 * and another mask of it, both to hold, are hundreds of ranges together.
 */
import { actionOf, assertNever } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { size, topological, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import type { Node } from '@seccompile/diagram'
import type { Predicate } from '@seccompile/rules'
import { isHighWord, rangesIn } from '@seccompile/outcomes'
import type { Listed, Outcomes } from '@seccompile/outcomes'
import type { SearchEffort } from '@seccompile/search'
import { build } from './build.ts'
import { rowCounter } from './row-length.ts'
import { layOutWord, supports } from './word-layout.ts'
import type { WordContext, WordLayout } from './word-layout.ts'
import { cellsUnder, samplesOf } from './word-samples.ts'
import type { Sample } from './word-samples.ts'

/** How many calls have 0 in the high and in the low half of an argument. */
const ZERO_SHARE = { high: 0.97, low: 0.5 } as const
/** What a call that is refused weighs against one that is allowed. */
const DENIED = 1e-3
/** What an instruction costs where size is worth nothing. */
const LEAST_PRICE = 1e-6
/** Words among which the first is chosen. */
const MAX_WORDS = 4
/** Conditions laid out with all choices tried; the others take their first word, and search it plainly. */
const MAX_TRIED = 48
/** Ranges of values that are as much work as another try. */
const CELLS_A_TRY = 64
/** Values that stand for all. */
const MAX_SAMPLES = 2048
/** Tests of a condition, and those for each range of values, up to which its rules in a row are not tried. */
const FEW_TESTS = 64
const TESTS_A_RANGE = 4
/** The same for the parts of a condition of one rule. */
const FEW_TESTS_OF_PART = 16

/** A condition laid out by a word, and what that comes to with all that follows. */
interface Layout {
  /** Instructions executed, by weight. */
  readonly steps: number
  /** The price of all instructions. */
  readonly price: number
  readonly by: { readonly word: Word; readonly layout: WordLayout } | undefined
}

/** The ranges of values that `listed` tests. */
const rangesOf = ({ rules }: Listed): number => rangesIn(rules.map(({ when }) => when))

const DECIDED: Layout = { steps: 0, price: 0, by: undefined }

/**
 * What yields the tests of a node that `conditions.of` has yielded, ways that are equal made one.
 *
 * @param price - what an instruction in the program costs, in executed ones of a call that gets here
 */
export function conditionLayouts(
  conditions: Outcomes,
  builder: DecisionBuilder,
  price: number,
  effort: SearchEffort,
): (node: Node) => Decision {
  const { store, budget, isDecided } = conditions
  const supportOf = supports(store)
  const context: WordContext = {
    store,
    supportOf,
    // Among layouts that execute as much, the smaller one wins.
    price: Math.max(price, LEAST_PRICE),
    weigh: (exit) => weigh(exit),
    effort,
    triesCubes: true,
  }
  const weights = new Map<Node, number>()
  const layouts = new Map<Node, Layout>()
  let tries = 0

  /** The samples of the word that stands first in `first`. */
  const samplesFor = (first: Node, word: Word): readonly Sample[] => {
    const cells = cellsUnder(store, first, supportOf(first), MAX_SAMPLES) ?? []
    return samplesOf(cells, isHighWord(word) ? ZERO_SHARE.high : ZERO_SHARE.low)
  }
  const weigh = (node: Node): number => {
    if (isDecided(node)) return actionOf(store.valueOf(node)) === 'ALLOW' ? 1 : DENIED
    const memo = weights.get(node)
    if (memo !== undefined) return memo
    const word = conditions.wordsOf(node)[0]!
    const weight = samplesFor(conditions.firstWordFirst(node, word), word).reduce(
      (sum, { share, to }) => sum + share * weigh(to),
      0,
    )
    weights.set(node, weight)
    return weight
  }

  const byWord = (node: Node, word: Word, first: Node): Layout => {
    const values = samplesFor(first, word)
    tries += 1 + values.length / CELLS_A_TRY
    const { layout, cost } = layOutWord({ ...context, triesCubes: tries < MAX_TRIED }, first, values)
    const ways = new Map<Node, number>()
    for (const { to, share } of values) ways.set(to, (ways.get(to) ?? 0) + share)
    let steps = weigh(node) + cost // one load, and the tests with their price
    let whole = context.price
    for (const [way, share] of ways) {
      const rest = layoutOf(way)
      steps += share * rest.steps
      whole += rest.price
    }
    return { steps, price: whole, by: { word, layout } }
  }

  const layoutOf = (node: Node): Layout => {
    if (isDecided(node)) return DECIDED
    const memo = layouts.get(node)
    if (memo !== undefined) return memo
    const [firstWord, ...others] = conditions.wordsOf(node)
    let best = byWord(node, firstWord!, conditions.firstWordFirst(node, firstWord!))
    for (const word of tries < MAX_TRIED ? others.slice(0, MAX_WORDS - 1) : []) {
      const first = conditions.wordFirst(node, word)
      if (first === undefined) continue
      const other = byWord(node, word, first)
      if (other.steps + other.price < best.steps + best.price) best = other
    }
    layouts.set(node, best)
    return best
  }

  /** What yields the tests of nodes whose leaves are `leafOf`. */
  const testsWith = (leafOf: (leaf: Node) => Decision): ((node: Node) => Decision) => {
    const known = new Map<Node, Decision>()
    const wordTests = (word: Word, layout: WordLayout): Decision => {
      switch (layout.kind) {
        case 'exit':
          return testsOf(layout.to)
        case 'search': {
          const { mask, tree } = layout
          return build(builder, { word, mask }, tree, testsOf)
        }
        case 'cube': {
          const { mask, value } = layout
          const [then, otherwise] = [wordTests(word, layout.then), wordTests(word, layout.else)]
          return value === 0
            ? builder.test({ word, mask: WHOLE_WORD, op: 'set', k: mask }, otherwise, then)
            : builder.test({ word, mask, op: 'eq', k: value }, then, otherwise)
        }
        default:
          return assertNever(layout)
      }
    }
    const testsOf = (node: Node): Decision => {
      const memo = known.get(node)
      if (memo !== undefined) return memo
      const { by } = layoutOf(node)
      const made = by === undefined ? leafOf(node) : wordTests(by.word, by.layout)
      known.set(node, made)
      return made
    }
    return testsOf
  }
  const verdictOf = (leaf: Node): Decision => builder.verdict(store.valueOf(leaf))
  const testsTo = testsWith(verdictOf)

  const [yes, no] = [builder.verdict(1), builder.verdict(0)]
  /** The diagrams of conditions that are laid out by themselves; `undefined` where the parts are, one after the other. */
  const alone = new Map<Predicate, Node | undefined>()
  /**
   * The diagram of `when` where that is to be laid out; `undefined` where it has none, or its parts take half the tests,
   * one after the other.
   */
  const aloneOf = (when: Predicate): Node | undefined => {
    if (when.kind === 'argument') return conditions.whether(when)
    if (alone.has(when)) return alone.get(when)
    const node = conditions.whether(when)
    const tests =
      node === undefined
        ? undefined
        : budget.within(rangesIn([when]), () => testsWith((leaf) => (leaf === store.always ? yes : no))(node))
    // The parts are thousands where there is no layout of the whole: they are not laid out to be counted.
    const isLong =
      tests === undefined ||
      (size(tests) > FEW_TESTS_OF_PART && size(tests) > 2 * size(inParts(when, yes, no)))
    const made = isLong ? undefined : node
    alone.set(when, made)
    return made
  }
  const inParts = (when: Predicate, then: Decision, otherwise: Decision): Decision => {
    switch (when.kind) {
      case 'all':
        return when.of.reduceRight((next, part) => whether(part, next, otherwise), then)
      case 'any':
        return when.of.reduceRight((next, part) => whether(part, then, next), otherwise)
      case 'argument':
        return whether(when, then, otherwise)
      default:
        return assertNever(when)
    }
  }
  /** The tests that lead to `then` where `when` holds. */
  const whether = (when: Predicate, then: Decision, otherwise: Decision): Decision => {
    const node = aloneOf(when)
    return node === undefined
      ? inParts(when, then, otherwise)
      : testsWith((leaf) => (leaf === store.always ? then : otherwise))(node)
  }
  /** About how many instructions tests take: themselves, and a load for each word that they ask. */
  const insnsOf = (tests: Decision): number => {
    const nodes = topological(tests)
    return nodes.length + new Set(nodes.map((node) => (node.kind === 'test' ? node.word : undefined))).size
  }
  const countRow = rowCounter()
  const inARow = (node: Node): Decision => {
    const { rules, otherwise } = conditions.listed(node)
    countRow(rules, (part) => insnsOf(whether(part, yes, no)))
    return rules.reduceRight(
      (next, { when, verdict }) => whether(when, builder.verdict(verdict), next),
      builder.verdict(otherwise),
    )
  }
  const known = new Map<Node, Decision>()
  return (node) => {
    if (isDecided(node)) return verdictOf(node)
    const memo = known.get(node)
    if (memo !== undefined) return memo
    const smaller = (tests: Decision): Decision => {
      const most = size(tests)
      if (most <= FEW_TESTS || most <= TESTS_A_RANGE * rangesOf(conditions.listed(node))) return tests
      const row = inARow(node)
      return most > 2 * size(row) ? row : tests
    }
    const tests = conditions.isTooLarge(node)
      ? undefined
      : budget.within(rangesOf(conditions.listed(node)), () => testsTo(node))
    const made = tests === undefined ? inARow(node) : smaller(tests)
    known.set(node, made)
    return made
  }
}
