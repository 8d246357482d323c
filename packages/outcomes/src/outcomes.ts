/*
 * The outcome of a list of rules, as a node of a canonical diagram.
 *
 * The first rule that matches decides, so a list of rules is a function of the arguments. Two lists that are the same
 * function have one outcome, whatever the form of their rules. An outcome that asks no argument is a verdict.
 *
 * Some conditions have no small diagram in any order; a hundred masks with scattered bits are an example. Rules whose
 * diagram exceeds its budget (step-budget.ts) get a stand-in: a node that asks a bit of no word. Such rules are laid
 * out in a row, in the order of zeros-first.ts.
 */
import { argHigh, argLow } from '@seccompile/abi'
import type { Verdict, Word } from '@seccompile/abi'
import type { Node, Store } from '@seccompile/diagram'
import { isAlways, predicateKey } from '@seccompile/rules'
import type { Predicate, Rule } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'
import { argumentNode } from './argument-set.ts'
import { argumentWords, FIRST_FREE_BIT } from './argument-words.ts'
import { joinValues } from './join-values.ts'
import { rangesIn } from './ranges-in.ts'
import { zerosFirst } from './zeros-first.ts'

/** A list of rules, the first match decides; where none matches, `otherwise` does. */
export interface OrderedRules {
  readonly rules: readonly Rule[]
  readonly otherwise: Verdict
}

/** Makes outcomes, and answers questions about them. */
export interface Outcomes {
  readonly store: Store
  /** The place of a word of the arguments in the order of the diagram. */
  readonly placeOf: (word: Word) => number
  /** Whether `node` asks no argument: its value is the verdict. */
  readonly isDecided: (node: Node) => boolean
  /** The outcome of `rules`, with the verdict `otherwise` where none matches. */
  readonly of: (rules: readonly Rule[], otherwise: Verdict) => Node
  /** Rules with the outcome `node`. `of` must have yielded `node`, and it must not be decided. */
  readonly listed: (node: Node) => OrderedRules
  /** Whether `node` is a stand-in, since the diagram of its rules is too large. */
  readonly isTooLarge: (node: Node) => boolean
}

/** The fewest conditions that are joined for a diagram. A diagram shows nothing of the form of conditions. */
const FEW = 3

/** An empty store of outcomes. */
export function createOutcomes(): Outcomes {
  const { store, isDecided, placeOf, bounded } = argumentWords()
  const lists = new Map<Node, OrderedRules>()
  const standIns = new Map<string, Node>()

  const predicate = (when: Predicate): Node => {
    switch (when.kind) {
      case 'argument':
        // The places are arguments and no fields `high` and `low`: V8 gives fields of one name one representation,
        // and other fields of these names hold numbers that are no small integers.
        return argumentNode(store, when, placeOf(argHigh(when.index)), placeOf(argLow(when.index)))
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
  const standInFor = ({ rules, otherwise }: OrderedRules): Node => {
    const key = [otherwise, ...rules.map(({ when, verdict }) => `${verdict} ${predicateKey(when)}`)].join()
    const known = standIns.get(key)
    if (known !== undefined) return known
    const made = store.node(FIRST_FREE_BIT + standIns.size, store.never, store.always)
    standIns.set(key, made)
    return made
  }

  return {
    store,
    placeOf,
    isDecided,
    of: (given, otherwise) => {
      const first = given[0]
      if (first === undefined) return store.terminal(otherwise)
      if (isAlways(first.when)) return store.terminal(first.verdict)
      const rules = zerosFirst(joinValues(given))
      const whole = (): Node =>
        joinValues(rules, FEW).reduceRight(
          (rest, { when, verdict }) => store.ite(predicate(when), store.terminal(verdict), rest),
          store.terminal(otherwise),
        )
      const node = bounded(rangesIn(rules.map(({ when }) => when)), whole) ?? standInFor({ rules, otherwise })
      if (!isDecided(node) && !lists.has(node)) lists.set(node, { rules, otherwise })
      return node
    },
    listed: (node) => lists.get(node)!,
    isTooLarge: (node) => !isDecided(node) && store.bitOf(node) >= FIRST_FREE_BIT,
  }
}
