/*
 * What rules at a number come to, as a node of a canonical diagram: the outcome.
 *
 * The first rule that matches decides, so a list of rules is a function of the arguments. Two lists that are the same
 * function have one outcome, however they are written and whichever calls they are for. An outcome that asks no argument is
 * a verdict.
 *
 * The words of the arguments stand in the diagram behind a place that is left free. To test any word first, a caller moves
 * it there: what follows the word are then the continuations of its values, and these are canonical as well.
 *
 * Some conditions have no small diagram in any order; a hundred masks with scattered bits are an example. Rules whose
 * diagram outgrows `MAX_STEPS`, or the budget (step-budget.ts), get a stand-in: a node that asks a bit of no word. Such
 * rules are tested one after the other.
 */
import { argHigh, argLow, assertNever, SECCOMP_DATA_ARGS } from '@seccompile/abi'
import type { Verdict, Word } from '@seccompile/abi'
import { bitAt, createStore, TERMINAL, WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { predicateKey } from '@seccompile/rules'
import type { Predicate, Rule } from '@seccompile/rules'
import { argumentNode } from './argument-set.ts'
import { rangesIn } from './ranges-in.ts'
import { stepBudget } from './step-budget.ts'
import type { StepBudget } from './step-budget.ts'

/** The place of the word that is tested first. */
export const FIRST_PLACE = 0
/** Every word of the arguments, in the order of their places, the first of which is 1. */
const WORDS: readonly Word[] = Array.from({ length: SECCOMP_DATA_ARGS }, (_, index) => [
  argHigh(index),
  argLow(index),
]).flat()
/** The first bit after all words: that of the first stand-in. */
const FIRST_FREE_BIT = (WORDS.length + 1) * WORD_BITS

/** Steps and nodes that the diagram of one condition may take: some tens of milliseconds. */
const MAX_STEPS = 100_000
/** Steps and nodes of all diagrams that were given up. */
const MAX_LOST = 200_000
/** Steps and nodes that moving a word to the front may take. */
const MAX_STEPS_OF_MOVE = 20_000

/** Whether `word` is the high half of an argument. */
export function isHighWord(word: Word): boolean {
  return WORDS.indexOf(word) % 2 === 0
}

/** Rules of which the first that matches decides, else `otherwise`. */
export interface Listed {
  readonly rules: readonly Rule[]
  readonly otherwise: Verdict
}

/** Makes outcomes, and answers questions about them. */
export interface Outcomes {
  readonly store: Store
  /** The steps that are left for all outcomes and their layouts. */
  readonly budget: StepBudget
  /** Whether `node` asks nothing: its value is the verdict. */
  readonly isDecided: (node: Node) => boolean
  /** The outcome of rules, `otherwise` where none matches. */
  readonly of: (rules: readonly Rule[], otherwise: Verdict) => Node
  /** Rules with the outcome `node`, which `of` has yielded and which is not decided. */
  readonly listed: (node: Node) => Listed
  /** Whether `node` is a stand-in, since the diagram of its rules is too large. */
  readonly isTooLarge: (node: Node) => boolean
  /** The diagram that is 1 where `when` holds, or `undefined` where it is too large. That of one argument never is. */
  readonly whether: (when: Predicate) => Node | undefined
  /** The words that `node` asks, high words before low ones. */
  readonly wordsOf: (node: Node) => readonly Word[]
  /** `node` with `word`, the first of those it asks, moved to {@link FIRST_PLACE}. */
  readonly firstWordFirst: (node: Node, word: Word) => Node
  /** `node` with any `word` moved to {@link FIRST_PLACE}; `undefined` where that takes too long. */
  readonly wordFirst: (node: Node, word: Word) => Node | undefined
}

/** Outcomes, none made yet. */
export function createOutcomes(): Outcomes {
  // The budget bounds the steps.
  const store = createStore({ maxSteps: Infinity })
  const budget = stepBudget(store)
  const placeOf = (word: Word): number => WORDS.indexOf(word) + 1
  const lists = new Map<Node, Listed>()
  const standIns = new Map<string, Node>()
  let lost = 0

  const predicate = (when: Predicate): Node => {
    switch (when.kind) {
      case 'argument':
        return argumentNode(store, when, {
          high: placeOf(argHigh(when.index)),
          low: placeOf(argLow(when.index)),
        })
      case 'all':
        return when.of.reduceRight(
          (rest, part) => store.ite(predicate(part), rest, store.never),
          store.always,
        )
      case 'any':
        return when.of.reduceRight(
          (rest, part) => store.ite(predicate(part), store.always, rest),
          store.never,
        )
      default:
        return assertNever(when)
    }
  }
  /** What `work` yields; `undefined` where that takes too long. */
  const bounded = (ranges: number, work: () => Node): Node | undefined => {
    const most = Math.min(MAX_STEPS, MAX_LOST - lost)
    const made = budget.within(ranges, work, most)
    if (made === undefined) lost += most
    return made
  }
  const standInFor = ({ rules, otherwise }: Listed): Node => {
    const key = [otherwise, ...rules.map(({ when, verdict }) => `${verdict} ${predicateKey(when)}`)].join()
    const known = standIns.get(key)
    if (known !== undefined) return known
    const made = store.node(FIRST_FREE_BIT + standIns.size, store.never, store.always)
    standIns.set(key, made)
    return made
  }
  const isDecided = (node: Node): boolean => store.bitOf(node) === TERMINAL

  /** The places of the words that nodes ask, as sets of bits, for the nodes that were asked about. */
  const askedPlaces = new Map<Node, number>()
  const placesIn = (node: Node): number => {
    const bit = store.bitOf(node)
    if (bit >= FIRST_FREE_BIT) return 0
    const memo = askedPlaces.get(node)
    if (memo !== undefined) return memo
    const asked =
      (1 << Math.floor(bit / WORD_BITS)) | placesIn(store.zeroOf(node)) | placesIn(store.oneOf(node))
    askedPlaces.set(node, asked)
    return asked
  }

  const moved = (node: Node, word: Word): Node => {
    const begin = bitAt(placeOf(word), WORD_BITS - 1)
    const known = new Map<Node, Node>()
    // As deep as there are bits, so recursion is safe.
    const move = (at: Node): Node => {
      const bit = store.bitOf(at)
      // Whatever comes after the word does not ask it.
      if (bit === TERMINAL || bit >= begin + WORD_BITS) return at
      const memo = known.get(at)
      if (memo !== undefined) return memo
      const asks = store.node(bit >= begin ? bit - begin : bit, store.never, store.always)
      const made = store.ite(asks, move(store.oneOf(at)), move(store.zeroOf(at)))
      known.set(at, made)
      return made
    }
    return move(node)
  }
  return {
    store,
    budget,
    isDecided,
    of: (rules, otherwise) => {
      const whole = (): Node =>
        rules.reduceRight(
          (rest, { when, verdict }) => store.ite(predicate(when), store.terminal(verdict), rest),
          store.terminal(otherwise),
        )
      const node = bounded(rangesIn(rules.map(({ when }) => when)), whole) ?? standInFor({ rules, otherwise })
      if (!isDecided(node) && !lists.has(node)) lists.set(node, { rules, otherwise })
      return node
    },
    listed: (node) => lists.get(node)!,
    isTooLarge: (node) => !isDecided(node) && store.bitOf(node) >= FIRST_FREE_BIT,
    whether: (when) =>
      when.kind === 'argument' ? predicate(when) : bounded(rangesIn([when]), () => predicate(when)),
    wordsOf: (node) => WORDS.filter((word) => ((placesIn(node) >>> placeOf(word)) & 1) === 1),
    firstWordFirst: moved,
    wordFirst: (node, word) => store.within(MAX_STEPS_OF_MOVE, () => moved(node, word)),
  }
}
