/*
 * The words of the arguments in one canonical diagram.
 *
 * The first place of the diagram is left free, and the words stand behind it. To test a word first, a caller
 * moves it to that place. The nodes behind the word are then the continuations of its values, and they are
 * canonical as well.
 */
import { argHigh, argLow, SECCOMP_DATA_ARGS, WORD_COUNT } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { createStore, TERMINAL, WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { moveWord } from './move-word.ts'
import { stepBudget } from './step-budget.ts'
import type { StepBudget } from './step-budget.ts'

/** The place of the word that is tested first. */
export const FIRST_PLACE = 0
/** The words of all arguments, in the order of their places. The first of these places is 1. */
const WORDS: readonly Word[] = Array.from({ length: SECCOMP_DATA_ARGS }, (_, index) => [
  argHigh(index),
  argLow(index),
]).flat()
/** The number of places of a diagram: one is free, the others are those of the words. */
const PLACES = WORDS.length + 1
/** The first bit after all words. */
export const FIRST_FREE_BIT: number = PLACES * WORD_BITS

/** The most steps and nodes for the diagram of one condition: some tens of milliseconds. */
const MAX_STEPS = 100_000
/**
 * The steps and nodes for each range of values, where a condition has so many ranges that this allows more. A diagram
 * of single values takes fewer steps.
 */
const STEPS_OF_A_RANGE = 200
/** The most steps and nodes of all diagrams that were given up. */
const MAX_LOST = 500_000
/** The most nodes of all diagrams, about 100 bytes each. */
const MAX_NODES = 3_000_000
/** The most steps and nodes for moving a word to the front. */
const MAX_STEPS_OF_MOVE = 20_000

/** The place of each word of `seccomp_data`; 0 for a word that belongs to no argument. */
const PLACE_OF: readonly number[] = Array.from(
  { length: WORD_COUNT },
  (_, word) => WORDS.findIndex((other) => other === word) + 1,
)

/** Whether `word` is the high half of an argument. */
export function isHighWord(word: Word): boolean {
  return PLACE_OF[word]! % 2 === 1
}

/** A diagram over the words of the arguments, and a budget for its nodes. */
export interface ArgumentWords {
  readonly store: Store
  /** The steps that are left for all conditions. */
  readonly budget: StepBudget
  /** Whether `node` asks no bit: it is a terminal. */
  readonly isDecided: (node: Node) => boolean
  /** The place of `word` in the order of the diagram. */
  readonly placeOf: (word: Word) => number
  /**
   * The diagram that `work` makes of a condition with `ranges` ranges of values; `undefined` where that takes too
   * long.
   */
  readonly bounded: (ranges: number, work: () => Node) => Node | undefined
  /**
   * The words that `node` asks, in the order of the diagram: for each argument, the high word comes before the low
   * one.
   */
  readonly wordsOf: (node: Node) => readonly Word[]
  /** `node` with `word`, the first word that it asks, moved to {@link FIRST_PLACE}. */
  readonly firstWordFirst: (node: Node, word: Word) => Node
  /** `node` with any `word` moved to {@link FIRST_PLACE}; `undefined` where that takes too long. */
  readonly wordFirst: (node: Node, word: Word) => Node | undefined
  /** The same diagrams with a new budget. */
  readonly renewed: () => ArgumentWords
}

/** An empty diagram over the words of the arguments. */
export function argumentWords(): ArgumentWords {
  // No limit of steps here: the budget bounds them.
  const store = createStore({ maxSteps: Infinity, maxNodes: 2 * MAX_NODES })
  const placeOf = (word: Word): number => PLACE_OF[word]!

  /** For each node that `wordsOf` has seen, the places of the words that it asks, as a set of bits. */
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

  /** Lists of words, by the set of their places. */
  const wordLists = new Map<number, readonly Word[]>()
  const wordsAt = (places: number): readonly Word[] => {
    const words = wordLists.get(places) ?? WORDS.filter((word) => ((places >>> placeOf(word)) & 1) === 1)
    wordLists.set(places, words)
    return words
  }

  /** The nodes with a word moved to the front, by node and place. */
  const known = new Map<number, Node>()
  const moved = (node: Node, word: Word): Node => {
    const place = placeOf(word)
    const key = node * PLACES + place
    const memo = known.get(key)
    if (memo !== undefined) return memo
    const made = moveWord(store, node, place)
    known.set(key, made)
    return made
  }
  const withBudget = (budget: StepBudget): ArgumentWords => {
    let lost = 0
    return {
      store,
      budget,
      isDecided: (node) => store.bitOf(node) === TERMINAL,
      placeOf,
      bounded: (ranges, work) => {
        const most = Math.min(
          Math.max(MAX_STEPS, STEPS_OF_A_RANGE * ranges),
          MAX_LOST - lost,
          MAX_NODES - store.size(),
        )
        const made = budget.within(ranges, work, most)
        if (made === undefined) lost += most
        return made
      },
      wordsOf: (node) => wordsAt(placesIn(node)),
      firstWordFirst: moved,
      wordFirst: (node, word) => store.within(MAX_STEPS_OF_MOVE, () => moved(node, word)),
      renewed: () => withBudget(stepBudget(store)),
    }
  }
  return withBudget(stepBudget(store))
}
