/*
 * What is tried for a goal, as data.
 *
 * A search weighs the price of an instruction against the weights of calls. It estimates the cost of a layout: equal
 * continuations are not shared yet, and the arguments of calls are guesses. The cost of a finished program is measured. So a
 * search at the price of the other goal, with less effort, or by the weights of only the calls that the objective counts, may
 * yield the cheaper program. So may the pipeline `list`, where a filter decides little. A candidate is one such choice, and
 * choose.ts takes the cheapest program. So no goal has a worse filter, at its own price, than the other goal.
 *
 * What is worth a try depends on the rules and on the first program. Each bound below says for which filters a candidate gains
 * next to nothing.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import type { Effort, Pass } from '@seccompile/pass'
import { expectObject } from '@seccompile/shape'
import type { ObjectiveKind } from '../objective/options.ts'
import { goals } from './goals.ts'
import { isAlike, pipelines } from './pipelines.ts'

/** One way to make a filter. */
export interface Candidate {
  readonly pass: Pass<'rules', 'program'>
  /** The price of an instruction, in searches among numbers. */
  readonly insnCost: number
  /** The same in layouts of arguments. */
  readonly argInsnCost: number
  readonly effort: Effort
  /** The calls that weigh: all, or only those that the value of the objective counts. */
  readonly weights: 'all' | 'counted'
}

/** The rules and the objective of a filter, in figures. */
export interface RuleFacts {
  /** The most ranges of numbers that the rules of an `arch` tell apart. */
  readonly ranges: number
  readonly sections: number
  readonly objective: ObjectiveKind
  /** Whether the objective has weights of only the calls that its value counts, and these are others. */
  readonly hasCounted: boolean
  /** Whether a bound of the longest path is asked for. */
  readonly isPathBounded: boolean
}

/** The first program: its length, and the value of the objective for it where a filter holds it. */
export type First =
  | { readonly kind: 'fits'; readonly insns: number; readonly value: number }
  | { readonly kind: 'too-long'; readonly insns: number }

/**
 * The price at which a search finds few instructions. It serves objectives with value 0, where calls cost nothing, and policies
 * that do not fit at another price.
 */
export const FEWEST = 1
/** A program that is too long is compiled again at the price of few instructions, where it has at most this many. */
const MAX_INSNS_TOO_LONG = 1.2 * BPF_MAXINSNS
/** The most instructions of a program that is compiled again in other ways. Larger ones take seconds and gain little. */
const MAX_INSNS = 2048
/**
 * The most ranges of numbers of an `arch` of which a list is tried. A tree over more of them is cheaper than any list, where
 * all allowed calls count. Under `bitmap` few calls count, and a list that begins with them may be best whatever follows.
 */
const MAX_RANGES_OF_LIST = 48
/**
 * The most ranges of numbers that are searched at every price where a filter has several sections: there an instruction counts a
 * little more than the search takes it for. More of them take long, and other prices gain next to nothing.
 */
const MAX_RANGES_OF_SEARCHES = 128
/** The most ranges of numbers for which a search may find a tree outside its class (the exact search of `bst`). */
const MAX_RANGES_OF_EXACT = 32

/** The prices of the goals. */
const PRICES: readonly number[] = Object.values(goals).map(({ insnCost }) => insnCost)

/**
 * Whether a search among numbers at another price cannot help, since its weights are those by which the first program has its
 * value. Only the layouts of arguments, which are guesses, may then be better at another price.
 */
const isSearchOwn = ({ objective }: RuleFacts, value: number): boolean =>
  (objective === 'uniform' || objective === 'weights') && value > 0

/**
 * Whether so many ranges are searched at one price. Beside small filters, which the exact search helps, a search finds the best of
 * a class of trees, and the class does not depend on the price. With one section, the cost of a tree in the search is the one that
 * its program has, but for what all programs have. So no tree that is best at another price costs less. With effort `max` the
 * exact search may leave the class, and give up at one price alone; to try the other takes seconds and gains next to nothing.
 */
const isSearchedOnce = ({ ranges, sections }: RuleFacts): boolean =>
  ranges > (sections === 1 ? MAX_RANGES_OF_EXACT : MAX_RANGES_OF_SEARCHES)

/** Whether two candidates make one program. */
const isSame = (a: Candidate, b: Candidate): boolean =>
  isAlike(a.pass, b.pass) &&
  a.insnCost === b.insnCost &&
  a.argInsnCost === b.argInsnCost &&
  a.effort === b.effort &&
  a.weights === b.weights

/** The prices, efforts and weights of `own` varied; without `own` itself. */
function varied(own: Candidate, facts: RuleFacts, value: number): readonly Candidate[] {
  const prices = new Set([own.insnCost, ...PRICES, ...(value === 0 ? [FEWEST] : [])])
  const efforts = new Set<Effort>([own.effort, 'default'])
  const isForArguments = isSearchedOnce(facts) && !facts.isPathBounded && isSearchOwn(facts, value)
  const found: Candidate[] = []
  for (const weights of facts.hasCounted ? (['all', 'counted'] as const) : (['all'] as const))
    for (const price of prices)
      for (const effort of efforts) {
        if (price === own.insnCost && effort === own.effort && weights === own.weights) continue
        const insnCost = isForArguments ? own.insnCost : price
        found.push({ ...own, insnCost, argInsnCost: price, effort, weights })
      }
  return found
}

/**
 * The candidates beside `own` for its goal, in the order in which they are tried. The given passes stay; prices, effort and weights
 * vary. The pipeline `list` is one more candidate of every goal, where it is not among those.
 *
 * @param first - the program of `own`. One that is a little too long has one candidate, which takes fewer instructions
 */
export function candidates(own: Candidate, facts: RuleFacts, first: First): readonly Candidate[] {
  expectObject(own, 'own', 'pass', 'insnCost')
  expectObject(facts, 'facts', 'ranges', 'sections')
  expectObject(first, 'first', 'kind', 'insns')
  if (first.kind === 'too-long')
    return first.insns > MAX_INSNS_TOO_LONG || own.insnCost >= FEWEST
      ? []
      : [{ ...own, insnCost: FEWEST, argInsnCost: FEWEST }]
  if (first.insns > MAX_INSNS) return []
  const { pass, insnCost } = pipelines.list
  const list = { ...own, pass, insnCost, argInsnCost: insnCost }
  const isListTried = facts.ranges <= MAX_RANGES_OF_LIST || facts.objective === 'bitmap'
  const found = varied(own, facts, first.value)
  return isListTried && ![own, ...found].some((other) => isSame(other, list)) ? [...found, list] : found
}
