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
export type Arguments = readonly bigint[]

/** The argument lists of the calls with one outcome. */
export interface ArgumentLists {
  /** Arguments that the rules allow, ascending; empty where the rules name none that they allow. */
  readonly allowed: readonly Arguments[]
  /** Whether the rules name more lists than {@link MAX_ARGUMENT_LISTS}, or more than were looked at. */
  readonly isCut: boolean
}

/** The most argument lists of a call that count: the least of them. */
export const MAX_ARGUMENT_LISTS = 4096
/** A range with more values is an order. */
const MAX_RANGE = 4096n
/** The most values of a test that are looked at: the least of its set. */
const MAX_VALUES = 2 ** 13
/** The most questions to rules of one call: whether a rule holds for a combination of values. */
const MAX_QUESTIONS = 2 ** 20
/** A conjunction takes about as long to read as so many questions. */
const READ = 64
/** The most steps of the search for the least value that the tests of one argument allow. */
const MAX_EFFORT = 2000

/** The arguments 0: the only list of a call for which the rules name no value. */
export const ZEROS: Arguments = Object.freeze(Array<bigint>(SECCOMP_DATA_ARGS).fill(0n))

const ONLY_ZEROS: ArgumentLists = Object.freeze({ allowed: Object.freeze([ZEROS]), isCut: false })
const NO_LISTS: ArgumentLists = Object.freeze({ allowed: Object.freeze([]), isCut: false })

/** The number of values in the set of `test`. */
const countOf = ({ values }: ArgumentTest): bigint =>
  values.reduce((count, { lo, hi }) => count + hi - lo + 1n, 0n)

/** Whether the set of `test` is a list of values: not one range from 0 on, and no long range. */
function namesValues(test: ArgumentTest): boolean {
  const { mask, values } = test
  if (mask !== WHOLE_ARGUMENT && mask !== LOW_WORD) return false
  const isOrder = values.length === 1 && values[0]!.lo === 0n && values[0]!.hi > 0n
  return !isOrder && values.every(({ lo, hi }) => hi - lo < MAX_RANGE)
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
    case 'all':
      yield* products(when.of)
      return
    default:
      assertNever(when)
  }
}

/** The conjunctions of one conjunction of each of `parts`. */
function* products([first, ...others]: readonly Predicate[]): Generator<readonly ArgumentTest[]> {
  if (first === undefined) yield []
  else for (const tests of conjunctions(first)) for (const rest of products(others)) yield [...tests, ...rest]
}

/** The values of the set of `test` that pass `all` tests, ascending. */
function valuesPassing(test: ArgumentTest, all: readonly ArgumentTest[]): readonly bigint[] {
  const looked: bigint[] = []
  for (const { lo, hi } of test.values) {
    if (looked.length >= MAX_VALUES) break
    for (let value = lo; value <= hi; value += 1n) looked.push(value)
  }
  return looked.filter((value) => all.every(({ mask, values }) => contains(values, value & mask)))
}

/** The values of the argument at `index` that a conjunction names, or the least that it allows; ascending. */
function valuesOf(tests: readonly ArgumentTest[], index: number): readonly bigint[] {
  const own = tests.filter((test) => test.index === index)
  if (own.length === 0) return [0n]
  const byCount = own.filter(namesValues).sort((a, b) => Number(countOf(a) - countOf(b)))
  for (const test of byCount) {
    const passing = valuesPassing(test, own)
    if (passing.length > 0) return passing
  }
  const least = commonValue(own, MAX_EFFORT)
  return typeof least === 'bigint' ? [least] : []
}

/** The combinations of one of each of `lists`, ascending where the lists are. */
function* combinations([first, ...others]: readonly (readonly bigint[])[]): Generator<Arguments> {
  if (first === undefined) yield []
  else for (const value of first) for (const rest of combinations(others)) yield [value, ...rest]
}

/** For each conjunction by which rules allow a call, the combinations of its values. Other rules may refuse some of them. */
function* named({ rules }: OrderedRules): Generator<Iterable<Arguments>> {
  for (const { when, verdict } of rules)
    if (verdict === ALLOW)
      for (const tests of conjunctions(when))
        yield combinations(ZEROS.map((_, index) => valuesOf(tests, index)))
}

/** Whether the rules allow arguments 0, and a conjunction that names no value allows them, or the default does. */
function allowsAnything({ rules, otherwise }: OrderedRules): boolean {
  const [first, ...others] = rules.filter(({ when }) => holds(when, ZEROS))
  if (first === undefined) return otherwise === ALLOW
  if (first.verdict !== ALLOW) return false
  for (const { when, verdict } of [first, ...others])
    if (verdict === ALLOW)
      for (const tests of conjunctions(when))
        if (tests.every((test) => holds(test, ZEROS)) && !tests.some(namesValues)) return true
  return false
}

/** Compares arguments: the first that differs decides. */
function byArguments(a: Arguments, b: Arguments): number {
  const at = a.findIndex((value, index) => value !== b[index])
  if (at < 0) return 0
  return a[at]! < b[at]! ? -1 : 1
}

/** The argument lists of a call that `ordered` decides. */
function argumentLists(ordered: OrderedRules): ArgumentLists {
  if (allowsAnything(ordered)) return ONLY_ZEROS
  const { rules, otherwise } = ordered
  const found = new Map<string, Arguments>()
  let left = MAX_QUESTIONS
  for (const alike of named(ordered)) {
    left -= READ
    /** The lists of this conjunction that may still be among the least. One more than count shows that lists are cut. */
    let wanted = MAX_ARGUMENT_LISTS + 1
    for (const args of alike) {
      if (left < 0 || wanted === 0) break
      const at = rules.findIndex(({ when }) => holds(when, args))
      left -= at < 0 ? rules.length : at + 1
      if ((rules[at]?.verdict ?? otherwise) !== ALLOW) continue
      found.set(args.join(), args)
      wanted -= 1
    }
    if (left < 0) break
  }
  const all = [...found.values()].sort(byArguments)
  return { allowed: all.slice(0, MAX_ARGUMENT_LISTS), isCut: left < 0 || all.length > MAX_ARGUMENT_LISTS }
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
