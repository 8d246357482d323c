/*
 * The argument lists of a call: the arguments with which an allowed call counts.
 *
 * The instructions that a filter executes for a call depend on the arguments, and a policy says which arguments programs pass: where
 * it allows `ioctl` for thirty requests, programs make those thirty calls. So the value of an objective counts each of them. A filter
 * that finds the last request by thirty comparisons in a row has the cost of that row.
 *
 * A test names the values of its set, as in a list of requests. A mask names none, and neither does an order or an exclusion: a set
 * that is one range from 0 on, or has a long range. A conjunction of tests has one list for each combination of the values that it
 * names. An argument is 0 where no test asks it. Where its tests name no value that all of them allow, it has the least value that
 * they allow. Where a conjunction that names no value allows arguments 0, programs may pass anything, and arguments 0 are the only list.
 */
import { SECCOMP_DATA_ARGS, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { Node } from '@seccompile/diagram'
import type { OrderedRules, RuleOutcomes } from '@seccompile/outcomes'
import { commonValue, contains, holds, LOW_WORD, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { ArgumentTest, Predicate } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'

/** The verdict of an allowed call. */
export const ALLOW: Verdict = verdictOf('ALLOW')

/** The six arguments of a call, u64. */
export type ArgumentList = readonly bigint[]

/** The argument lists of the calls with one outcome. */
export interface ArgumentLists {
  /** The lists that the rules name and allow, ascending; empty where there are none. */
  readonly allowed: readonly ArgumentList[]
  /** Whether the rules name more lists than these: more than {@link MAX_ARGUMENT_LISTS}, or more than the steps are enough for. */
  readonly isCut: boolean
}

/** The most argument lists of a call that count: the least of them. */
export const MAX_ARGUMENT_LISTS = 4096
/** The most steps that the lists of one outcome take. A step is about as long as one test of one argument. */
const MAX_STEPS = 2 ** 21
/** The steps to read a conjunction, and to look up a list among those that are known. */
const [STEPS_OF_CONJUNCTION, STEPS_OF_LIST] = [64, 16]
/** The most effort of the search for the least value that the tests of one argument allow. */
const MAX_EFFORT = 2000
/** The steps of that search for each test, and where it ends without an answer. */
const [STEPS_OF_SEARCH, STEPS_OF_MAX_EFFORT] = [64, 2 ** 14]

/** The arguments 0: the only list of a call for which the rules name no value. */
export const ZEROS: ArgumentList = Object.freeze(Array<bigint>(SECCOMP_DATA_ARGS).fill(0n))

const ONLY_ZEROS: ArgumentLists = Object.freeze({ allowed: Object.freeze([ZEROS]), isCut: false })
const NO_LISTS: ArgumentLists = Object.freeze({ allowed: Object.freeze([]), isCut: false })

/** The remaining steps for one outcome, and whether a list is missing for want of steps. */
interface Budget {
  left: number
  isCut: boolean
}

/** Takes `steps` from `budget`. Yields whether steps are left. */
function spend(budget: Budget, steps: number): boolean {
  budget.left -= steps
  if (budget.left < 0) budget.isCut = true
  return budget.left >= 0
}

/** The number of values in the set of `test`. */
const countOf = ({ values }: ArgumentTest): bigint =>
  values.reduce((count, { lo, hi }) => count + hi - lo + 1n, 0n)

/** Whether the set of `test` is a list of values: no wide range, and not one range from 0 on. */
function namesValues({ mask, values }: ArgumentTest): boolean {
  if (mask !== WHOLE_ARGUMENT && mask !== LOW_WORD) return false
  const isOrder = values.length === 1 && values[0]!.lo === 0n && values[0]!.hi > 0n
  return !isOrder && values.every(({ lo, hi }) => hi - lo < MAX_ARGUMENT_LISTS)
}

/** The conjunctions of tests whose disjunction is `when`. */
function* conjunctions(when: Predicate): Generator<readonly ArgumentTest[]> {
  switch (when.kind) {
    case 'argument':
      yield [when]
      return
    case 'any':
      for (const part of when.of) yield* conjunctions(part)
      return
    case 'all': {
      // Each conjunction has all tests of `when` itself, so these are gathered once.
      const own = when.of.filter((part) => part.kind === 'argument')
      for (const rest of products(when.of.filter((part) => part.kind !== 'argument'))) yield [...own, ...rest]
      return
    }
    default:
      assertNever(when)
  }
}

/** The conjunctions of one conjunction of each of `parts`. */
function* products([first, ...others]: readonly Predicate[]): Generator<readonly ArgumentTest[]> {
  if (first === undefined) yield []
  else for (const tests of conjunctions(first)) for (const rest of products(others)) yield [...tests, ...rest]
}

/** The values in the set of `test`, ascending. */
function* listedIn({ values }: ArgumentTest): Generator<bigint> {
  for (const { lo, hi } of values) for (let value = lo; value <= hi; value += 1n) yield value
}

/** The values of the set of `named` that pass the tests `own` of the same argument, ascending: the least of them. */
function valuesPassing(named: ArgumentTest, own: readonly ArgumentTest[], budget: Budget): readonly bigint[] {
  const found: bigint[] = []
  for (const value of listedIn(named)) {
    if (!spend(budget, own.length)) break
    if (!own.every(({ mask, values }) => contains(values, value & mask))) continue
    if (found.length === MAX_ARGUMENT_LISTS) {
      budget.isCut = true
      break
    }
    found.push(value)
  }
  return found
}

/**
 * The values of the argument at `index` that a conjunction names, ascending; or the least value that it allows. That is so too where
 * every named value fails: a low word that is named may need a high word that is not 0.
 */
function valuesOf(tests: readonly ArgumentTest[], index: number, budget: Budget): readonly bigint[] {
  const own = tests.filter((test) => test.index === index)
  if (own.length === 0) return [0n]
  for (const named of own.filter(namesValues).sort((a, b) => Number(countOf(a) - countOf(b)))) {
    const found = valuesPassing(named, own, budget)
    if (found.length > 0) return found
  }
  const least = commonValue(own, MAX_EFFORT)
  spend(budget, least === 'unknown' ? STEPS_OF_MAX_EFFORT : STEPS_OF_SEARCH * own.length)
  if (least === 'unknown') budget.isCut = true
  return typeof least === 'bigint' ? [least] : []
}

/** The combinations of one of each of `lists`, ascending where the lists are. */
function* combinations([first, ...others]: readonly (readonly bigint[])[]): Generator<ArgumentList> {
  if (first === undefined) yield []
  else for (const value of first) for (const rest of combinations(others)) yield [value, ...rest]
}

/** For each conjunction by which rules allow a call, the combinations of its values. Other rules may refuse some of them. */
function* named({ rules }: OrderedRules, budget: Budget): Generator<Iterable<ArgumentList>> {
  for (const { when, verdict } of rules) {
    if (verdict !== ALLOW) continue
    for (const tests of conjunctions(when)) {
      if (!spend(budget, STEPS_OF_CONJUNCTION + tests.length)) return
      yield combinations(ZEROS.map((_, index) => valuesOf(tests, index, budget)))
    }
  }
}

/** Whether arguments 0 meet `when` by tests that name no value. */
function isMetWithoutNames(when: Predicate): boolean {
  switch (when.kind) {
    case 'argument':
      return holds(when, ZEROS) && !namesValues(when)
    case 'any':
      return when.of.some(isMetWithoutNames)
    case 'all':
      return when.of.every(isMetWithoutNames)
    default:
      return assertNever(when)
  }
}

/** Whether the rules allow arguments 0 by tests that name no value, or without a test. */
function allowsAnything({ rules, otherwise }: OrderedRules): boolean {
  for (const { when, verdict } of rules) {
    if (!holds(when, ZEROS)) continue
    if (verdict !== ALLOW) return false
    if (isMetWithoutNames(when)) return true
  }
  return otherwise === ALLOW
}

/** The number of tests in `when`. */
function testsIn(when: Predicate): number {
  return when.kind === 'argument' ? 1 : when.of.reduce((sum, part) => sum + testsIn(part), 0)
}

/** A function from arguments to whether `ordered` allows them. It takes the steps from `budget`. */
function decider({ rules, otherwise }: OrderedRules, budget: Budget): (args: ArgumentList) => boolean {
  const steps = rules.map(({ when }) => testsIn(when))
  return (args) => {
    const at = rules.findIndex(({ when }, index) => spend(budget, steps[index]!) && holds(when, args))
    return budget.left >= 0 && (rules[at]?.verdict ?? otherwise) === ALLOW
  }
}

/** Compares arguments: the first that differs decides. */
function byArguments(a: ArgumentList, b: ArgumentList): number {
  const at = a.findIndex((value, index) => value !== b[index])
  if (at < 0) return 0
  return a[at]! < b[at]! ? -1 : 1
}

/** The argument lists of a call that `ordered` decides. */
export function argumentLists(ordered: OrderedRules): ArgumentLists {
  if (allowsAnything(ordered)) return ONLY_ZEROS
  const budget: Budget = { left: MAX_STEPS, isCut: false }
  const isAllowed = decider(ordered, budget)
  const found = new Map<string, ArgumentList>()
  for (const alike of named(ordered, budget)) {
    // The combinations ascend. So no later one is among the least, once there are enough of them.
    let allowed = 0
    for (const args of alike) {
      if (!spend(budget, STEPS_OF_LIST) || allowed > MAX_ARGUMENT_LISTS) break
      if (!isAllowed(args)) continue
      found.set(args.join(), args)
      allowed += 1
    }
  }
  const all = [...found.values()].sort(byArguments)
  return { allowed: all.slice(0, MAX_ARGUMENT_LISTS), isCut: budget.isCut || all.length > MAX_ARGUMENT_LISTS }
}

/** A function from an outcome to the argument lists of the calls that have it. */
export function argumentListsByOutcome({
  outcomes,
}: Pick<RuleOutcomes, 'outcomes'>): (to: Node) => ArgumentLists {
  const known = new Map<Node, ArgumentLists>()
  const make = (to: Node): ArgumentLists => {
    if (!outcomes.isDecided(to)) return argumentLists(outcomes.listed(to))
    return outcomes.store.valueOf(to) === ALLOW ? ONLY_ZEROS : NO_LISTS
  }
  return (to) => {
    const lists = known.get(to) ?? make(to)
    known.set(to, lists)
    return lists
  }
}
