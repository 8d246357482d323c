/*
 * The candidates for a goal, as data.
 *
 * A search weighs the price of an instruction against the weights of calls. It only estimates the cost of a layout:
 * equal continuations are not shared yet, and the arguments of calls are guesses. The cost of a finished program is
 * measured. So another search may yield the cheaper program: at the price of another goal, or with less effort. Where
 * a filter decides little, the pipeline `list` may yield it too. A candidate is one such choice, and choose.ts takes the
 * cheapest program. So no goal has a worse filter, at its own price, than another goal.
 *
 * The rules and the first program decide which candidates are worth a trial. Each bound below says for which filters
 * a candidate gains next to nothing.
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
  /** The price of an instruction in layouts of arguments. */
  readonly argInsnCost: number
  readonly effort: Effort
  /** The most instructions of a path, for the searches; `Infinity` if it does not matter. */
  readonly maxPath: number
}

/** The figures of a filter, its rules and its objective, that decide which candidates are tried. */
export interface RuleFacts {
  /** The number of ranges of numbers with different rules, in the `arch` that has most. */
  readonly ranges: number
  readonly sections: number
  readonly objective: ObjectiveKind
  /** The most argument lists with which a call counts. */
  readonly mostLists: number
}

/**
 * What is known before the candidates are listed: the length of the first program, and the value of the objective for it where a
 * filter holds it; or that every program so far has a longer path than the bound.
 */
export type First =
  | {
      readonly kind: 'fits'
      readonly insns: number
      readonly value: number
      /** The most by which another filter may be faster; `Infinity` where it is not known. */
      readonly gap: number
    }
  | { readonly kind: 'too-long'; readonly insns: number }
  | { readonly kind: 'path-too-long' }

/**
 * The price at which a search looks at little but instructions. Beside its goal, it serves the goal `size`, an objective of value 0,
 * where calls cost nothing, and a policy whose program is too long at any other price.
 */
export const FEWEST: number = goals.smallest.insnCost
/** A program that is too long for a filter, but no longer than this, is compiled again at the price {@link FEWEST}. */
const MAX_INSNS_TOO_LONG = 1.2 * BPF_MAXINSNS
/**
 * The most instructions of a program for which other candidates are tried. For larger ones they take seconds and gain
 * little.
 */
const MAX_INSNS = 2048
/**
 * The list is a candidate up to this number of ranges in an `arch`. Above it, a tree is cheaper than any list where
 * all allowed calls count. Under `bitmap` few calls count, and at a high price they count little. A list may then be the best
 * at any size.
 */
const MAX_RANGES_OF_LIST = 48
/**
 * Up to this number of ranges, a filter with several sections is searched at every price: there, an instruction
 * counts a little more than the search assumes. Above it, searches take long, and other prices gain next to nothing.
 */
const MAX_RANGES_OF_SEARCHES = 128
/** Up to this number of ranges, the exact search of `bst` may find a tree outside the class of its other search. */
const MAX_RANGES_OF_EXACT = 32

/** The prices of the goals that weigh calls. */
const PRICES: readonly number[] = [goals.speed.insnCost, goals.size.insnCost]
/**
 * The price at which a search weighs an instruction of the filter as an executed one. Its layouts share more continuations than those
 * at {@link FEWEST} now and then, and are shorter.
 */
const EVEN = 1
/** The price at which a search finds the shortest paths, whatever the length of the program. */
const FREE = 0
/** Up to this number of argument lists of a call, the price of an instruction hardly changes the layout of its arguments. */
const FEW_LISTS = 8
/**
 * The searches count no long jumps, and each adds an instruction to some paths. So where every path is too long, the searches are
 * given bounds that are smaller by so much.
 */
const LONG_JUMPS: readonly number[] = [1, 2, 3]

/**
 * Whether a search among numbers at another price cannot help: its weights are those by which the first program has
 * its value. Then only the layouts of arguments, which are guesses, may be better at another price.
 */
const isSearchOwn = ({ objective }: RuleFacts, value: number): boolean =>
  (objective === 'uniform' || objective === 'weights') && value > 0

/**
 * Whether a filter with so many ranges is searched at one price only.
 *
 * The exact search helps small filters only. The other search finds the best tree of a class, and the class does not
 * depend on the price. With one section, the cost of a tree in the search is the cost of its program, up to a
 * constant. So no tree that is best at another price costs less. With effort `max`, the exact search may leave the
 * class, and give up at one price alone. A trial at the other price would take seconds and gain next to nothing.
 */
const isSearchedOnce = ({ ranges, sections }: RuleFacts): boolean =>
  ranges > (sections === 1 ? MAX_RANGES_OF_EXACT : MAX_RANGES_OF_SEARCHES)

/** Whether two candidates make one program. */
const isSame = (a: Candidate, b: Candidate): boolean =>
  isAlike(a.pass, b.pass) &&
  a.insnCost === b.insnCost &&
  a.argInsnCost === b.argInsnCost &&
  a.effort === b.effort &&
  a.maxPath === b.maxPath

/** A filter that executes so little more than the least is not searched again. */
const NEAR = 0.01

/**
 * Whether the search with effort `max` may gain much and takes little, some 20 ms: where calls of a small filter have weights, the
 * best tree may test a heavy value inside a range of allowed neighbours first. Many argument lists would be searched too. That takes
 * ten times as long, and the bound, which counts one test for each of their words, does not tell whether it gains anything.
 */
export const isSearchedExactly = ({ objective, ranges, mostLists }: RuleFacts): boolean =>
  objective === 'weights' && ranges <= MAX_RANGES_OF_EXACT && mostLists <= FEW_LISTS

/** The candidates with other prices and efforts than `own`; `own` is not among them. */
function varied(
  own: Candidate,
  facts: RuleFacts,
  { value, gap }: Extract<First, { readonly kind: 'fits' }>,
): readonly Candidate[] {
  const isPathBounded = own.maxPath !== Infinity
  const isFreeTried = facts.mostLists > FEW_LISTS || isPathBounded
  const isFewestTried = value === 0 || own.insnCost >= goals.size.insnCost
  const prices = new Set([
    own.insnCost,
    ...PRICES,
    ...(isFewestTried ? [FEWEST] : []),
    ...(own.insnCost >= FEWEST ? [EVEN] : []),
    ...(isFreeTried ? [FREE] : []),
  ])
  const isExactTried = isSearchedExactly(facts) && gap > NEAR
  const efforts = new Set<Effort>([own.effort, 'default', ...(isExactTried ? ['max' as const] : [])])
  const isForArguments = isSearchedOnce(facts) && !isPathBounded && isSearchOwn(facts, value)
  const found: Candidate[] = []
  for (const price of prices)
    for (const effort of efforts) {
      if (price === own.insnCost && effort === own.effort) continue
      const insnCost = isForArguments ? own.insnCost : price
      found.push({ ...own, insnCost, argInsnCost: price, effort })
    }
  return found
}

/**
 * The candidates beside `own` for its goal, in the order of their trials. All have the given passes, with other
 * prices or effort. The pipeline `list` is one more candidate of every goal, unless it is given.
 *
 * @param first - the program of `own`. Where it is a little too long, the candidates are those with few instructions.
 * Where the paths of all programs are too long, the candidates are those with the shortest paths
 */
export function candidates(own: Candidate, facts: RuleFacts, first: First): readonly Candidate[] {
  expectObject(own, 'own', 'pass', 'insnCost')
  expectObject(facts, 'facts', 'ranges', 'sections')
  expectObject(first, 'first', 'kind')
  if (first.kind === 'path-too-long')
    return LONG_JUMPS.filter((jumps) => jumps < own.maxPath).map((jumps) => ({
      ...own,
      insnCost: FREE,
      argInsnCost: FREE,
      maxPath: own.maxPath - jumps,
    }))
  const { pass, insnCost } = pipelines.list
  const list = { ...own, pass, insnCost, argInsnCost: insnCost }
  const isForFewest = own.insnCost >= FEWEST
  if (first.kind === 'too-long') {
    if (first.insns > MAX_INSNS_TOO_LONG) return []
    return [{ ...own, insnCost: FEWEST, argInsnCost: FEWEST }, list].filter((each) => !isSame(each, own))
  }
  const isLarge = first.insns > MAX_INSNS
  const found = isLarge ? [] : varied(own, facts, first)
  const isFew = facts.ranges <= MAX_RANGES_OF_LIST || facts.objective === 'bitmap'
  const isListTried = isForFewest || (isFew && !isLarge)
  return isListTried && ![own, ...found].some((other) => isSame(other, list)) ? [...found, list] : found
}
