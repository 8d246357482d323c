/*
 * The outcome of a list of rules, as a node of a canonical diagram.
 *
 * The first rule that matches decides, so a list of rules is a function of the arguments. Two lists that are the same
 * function have one outcome, however they are written and whichever calls they are for. An outcome that asks no argument is
 * a verdict.
 *
 * Some conditions have no small diagram in any order; a hundred masks with scattered bits are an example. Rules whose
 * diagram outgrows its budget (step-budget.ts) get a stand-in: a node that asks a bit of no word. Such rules are tested one
 * after the other.
 */
import { argHigh, argLow } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { Node, Store } from '@seccompile/diagram'
import { isAlways, predicateKey } from '@seccompile/rules'
import type { Predicate, Rule } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'
import { argumentNode } from './argument-set.ts'
import { argumentWords, FIRST_FREE_BIT } from './argument-words.ts'
import { joinValues } from './join-values.ts'
import { rangesIn } from './ranges-in.ts'

/** Rules of which the first that matches decides, else `otherwise`. */
export interface OrderedRules {
  readonly rules: readonly Rule[]
  readonly otherwise: Verdict
}

/** Makes outcomes, and answers questions about them. */
export interface Outcomes {
  readonly store: Store
  /** Whether `node` asks nothing: its value is the verdict. */
  readonly isDecided: (node: Node) => boolean
  /** The outcome of rules, `otherwise` where none matches. */
  readonly of: (rules: readonly Rule[], otherwise: Verdict) => Node
  /** Rules with the outcome `node`, which `of` has yielded and which is not decided. */
  readonly listed: (node: Node) => OrderedRules
  /** Whether `node` is a stand-in, since the diagram of its rules is too large. */
  readonly isTooLarge: (node: Node) => boolean
}

/** The fewest conditions that are joined for a diagram, which shows nothing of their form. */
const FEW = 3

/** Outcomes, none made yet. */
export function createOutcomes(): Outcomes {
  const { store, isDecided, placeOf, bounded } = argumentWords()
  const lists = new Map<Node, OrderedRules>()
  const standIns = new Map<string, Node>()

  const predicate = (when: Predicate): Node => {
    switch (when.kind) {
      case 'argument':
        // Places are no fields: V8 keeps the fields `high` and `low` of all objects alike, and others are no small integers.
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
    isDecided,
    of: (given, otherwise) => {
      const first = given[0]
      if (first === undefined) return store.terminal(otherwise)
      if (isAlways(first.when)) return store.terminal(first.verdict)
      const rules = joinValues(given)
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
