/*
 * What rules say of a number's arguments, as a canonical diagram: rules that come to the same, however they are
 * written and of whichever call, are the same node.
 *
 * The words of the arguments stand in the diagram behind a place that is left free. To look at any word first, it
 * is moved there: what comes below are then the ways to go on once the word is known, and they are canonical too.
 */
import { argHigh, argLow, assertNever, SECCOMP_DATA_ARGS } from '@seccompile/abi'
import type { Verdict, Word } from '@seccompile/abi'
import { bitAt, bitsOf, createStore, TERMINAL, WORD_BITS, wordAtLeast, wordEquals } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { U32, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, Rule } from '@seccompile/rules'

/** The place of the word that is looked at first. */
export const FIRST_PLACE = 0
/** Every word of the arguments, in the order of their places, the first of which is 1. */
const WORDS: readonly Word[] = Array.from({ length: SECCOMP_DATA_ARGS }, (_, index) => [
  argHigh(index),
  argLow(index),
]).flat()

const low = (value: bigint): number => Number(value & 0xffff_ffffn)
const high = (value: bigint): number => Number(value >> 32n)

/** Whether `word` is the high half of an argument. */
export function isHighWord(word: Word): boolean {
  return WORDS.indexOf(word) % 2 === 0
}

/** Makes and looks at diagrams of conditions. */
export interface Conditions {
  readonly store: Store
  /** Whether `node` asks nothing: its value is the verdict. */
  readonly isDecided: (node: Node) => boolean
  /** What `rules` come to, of which the first that matches decides, else `otherwise`. */
  readonly of: (rules: readonly Rule[], otherwise: Verdict) => Node
  /** The words that `node` asks, high words before low ones. */
  readonly wordsOf: (node: Node) => readonly Word[]
  /** `node` with `word` moved to {@link FIRST_PLACE}. */
  readonly wordFirst: (node: Node, word: Word) => Node
}

/** Conditions, none yet. */
export function conditions(): Conditions {
  const store = createStore()
  const placeOf = (word: Word): number => WORDS.indexOf(word) + 1

  /** `(args[index] & mask) >= bound`. */
  const atLeast = ({ index, mask }: ArgumentTest, bound: bigint): Node => {
    const place = placeOf(argHigh(index))
    const onLow = wordAtLeast(store, placeOf(argLow(index)), low(mask), low(bound))
    const equal = wordEquals(store, place, high(mask), high(bound))
    const more =
      high(bound) === U32.max ? store.never : wordAtLeast(store, place, high(mask), high(bound) + 1)
    return store.ite(more, store.always, store.ite(equal, onLow, store.never))
  }
  const test = (argument: ArgumentTest): Node =>
    argument.values.reduce((rest, { lo, hi }) => {
      const above = hi === U64.max ? store.never : atLeast(argument, hi + 1n)
      return store.ite(store.ite(above, store.never, atLeast(argument, lo)), store.always, rest)
    }, store.never)
  const predicate = (when: Predicate): Node => {
    switch (when.kind) {
      case 'argument':
        return test(when)
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
  return {
    store,
    isDecided: (node) => store.bitOf(node) === TERMINAL,
    of: (rules, otherwise) =>
      rules.reduceRight(
        (rest, { when, verdict }) => store.ite(predicate(when), store.terminal(verdict), rest),
        store.terminal(otherwise),
      ),
    wordsOf: (node) => {
      const places = new Set(bitsOf(store, node).map((bit) => Math.floor(bit / WORD_BITS)))
      return WORDS.filter((word) => places.has(placeOf(word)))
    },
    wordFirst: (node, word) => {
      const begin = bitAt(placeOf(word), WORD_BITS - 1)
      const known = new Map<Node, Node>()
      // As deep as there are bits, so recursion is safe.
      const move = (at: Node): Node => {
        const bit = store.bitOf(at)
        // Whatever comes after the word does not ask it.
        if (bit === TERMINAL || bit >= begin + WORD_BITS) return at
        const memo = known.get(at)
        if (memo !== undefined) return memo
        const moved = bit >= begin ? bit - begin : bit
        const asks = store.node(moved, store.never, store.always)
        const made = store.ite(asks, move(store.oneOf(at)), move(store.zeroOf(at)))
        known.set(at, made)
        return made
      }
      return move(node)
    },
  }
}
