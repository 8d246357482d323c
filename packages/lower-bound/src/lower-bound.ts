/*
 * A lower bound of the instructions that calls execute.
 *
 * The bound is for programs that find `arch` and the number by comparisons with constants (`jeq`, `jgt`, `jge`), in
 * any order, before they test an argument. Such a program is a tree of tests of two words. Its instructions for a
 * call fall into four parts, and each part has a bound of its own:
 *
 *   tests of the number   For one `arch`, the tree becomes a search tree for the numbers of one section. That tree
 *                         costs no less than the best one. `@seccompile/search` bounds that cost, or finds it
 *                         where a search within the budget of `effort` does.
 *   tests of `arch`       For one number, the tree becomes a search tree for the architectures that treat that
 *                         number in different ways. It costs no less than the best one for this number.
 *   loads                 One for each of the two words that the program has to test for this call.
 *   the rest              A return. Where arguments decide, also a load and a test of each word of arguments that the call
 *                         needs (words-to-know.ts), in the mean of the arguments with which the call counts.
 *
 * The weights of calls are known, so the bound is the sum over all calls. For each word of an argument, only one test
 * counts.
 *
 * The best order of the tests of `arch` may differ from number to number, so the sum may be too low. With calls of
 * two sections, A and B, the bound therefore looks at the word that a program tests first:
 *
 *   `arch` until A and B part   All numbers have one order. The test that parts A and B leaves other architectures beside A
 *                               or beside B, and these take one more test. So the tests of `arch` are at least the calls of
 *                               both, and those of A or those of B once more.
 *   numbers before that         The tests of the number begin with a tree that A and B share (shared-costs.ts in
 *                               `@seccompile/search`), and some calls load the number again. Where the number comes first,
 *                               the tests and loads of `arch` are those above; where `arch` does, at least one of each.
 *
 * The lower of these two costs is a bound, and so is the sum.
 */
import { argHigh, argLow } from '@seccompile/abi'
import type { Node } from '@seccompile/diagram'
import { createMemo } from '@seccompile/pass'
import type { PassContext, PassRunOptions } from '@seccompile/pass'
import type { RuleSet } from '@seccompile/rules'
import { ruleOutcomes } from '@seccompile/outcomes'
import type { Outcomes } from '@seccompile/outcomes'
import { mergeCells } from '@seccompile/search'
import { expectFunction, expectObject } from '@seccompile/shape'
import { isArchFirst, leastArch } from './least-arch.ts'
import { leastTests } from './least-tests.ts'
import { twoSections } from './two-sections.ts'
import { weighedSections } from '@seccompile/cells'
import type { WeighedSection } from '@seccompile/cells'
import { wordsToKnow } from './words-to-know.ts'

/** The least number of instructions that a call executes, on average by weight. */
export interface LowerBound {
  readonly steps: number
  /** Whether some program is known that executes no more; `false` where arguments decide calls with weight. */
  readonly exact: boolean
}

/** An argument list, and its weight relative to the others of one outcome. */
export interface WeightedArguments {
  /** The arguments, u64. A missing one is 0. */
  readonly args: readonly bigint[]
  readonly weight: number
}

/** What a caller knows of the calls and of its program. */
export interface BoundOptions {
  /**
   * The least number of instructions of a call from the load of its first argument on. By default, the bound computes
   * it.
   */
  readonly asks?: number
  /** The argument lists with which the calls of an outcome count. Without any, all arguments are 0. */
  readonly argumentLists?: (to: Node) => readonly WeightedArguments[]
  /**
   * The mean number of instructions that a program executes. A bound less than a hundredth below it is not raised
   * further.
   */
  readonly value?: number
}

/** A bound is near enough within this share of the value of a program: no person sees the difference. */
const NEAR = 1 / 100
/** The instruction of a return. */
const RETURN = 1
/** The instructions for a word of an argument: a load and a test. */
const A_WORD = 2
const LOAD = 1
/** The number of words that a call with the outcome `to` needs, in the mean of `lists`. */
function wordsOfLists({ store, placeOf }: Outcomes, to: Node, lists: readonly WeightedArguments[]): number {
  const wordsOf = wordsToKnow(store, to)
  let [sum, all] = [0, 0]
  for (const { args, weight } of lists) {
    const values: number[] = []
    for (const [index, value] of args.entries()) {
      values[placeOf(argHigh(index))] = Number(value >> 32n)
      values[placeOf(argLow(index))] = Number(value & 0xffff_ffffn)
    }
    sum += weight * wordsOf(values)
    all += weight
  }
  return all === 0 ? wordsOf([]) : sum / all
}

/** The continuation of cells whose conditions are too large to compare. */
const TOO_LARGE = -1
/**
 * The least number of instructions that a call executes, on average over the weights of `weigh`. It holds for any
 * program that means what `rules` mean and finds `arch` and the number by comparisons, as the head of this file says.
 * The bound is 0 where all weights are 0.
 */
export function lowerBound(
  rules: RuleSet,
  context: Pick<PassContext, 'weigh' | 'effort'> & Pick<PassRunOptions, 'memo'>,
  options: BoundOptions = {},
): LowerBound {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectObject(context, 'context', 'weigh', 'effort')
  expectFunction(context.weigh, 'context.weigh')
  expectObject(options, 'options')
  const { weigh, effort, memo = createMemo() } = context
  const { asks, argumentLists = () => [], value = Infinity } = options
  const made = memo(ruleOutcomes, rules)
  const known = made.outcomes
  // Conditions that are too large to compare count as one continuation. That can only lower the bound.
  const toOf = (to: Node): number => (known.isTooLarge(to) ? TOO_LARGE : to)
  const sections = weighedSections(made, rules, weigh).map((section) => ({
    ...section,
    cells: mergeCells(section.cells.map((cell) => ({ ...cell, to: toOf(cell.to) }))),
  }))
  const weight = sections.reduce((sum, section) => sum + section.weight, 0)
  if (weight === 0) return { steps: 0, exact: true }
  const badArch = known.store.terminal(rules.badArch)
  const arch = leastArch(sections, badArch)
  const isDecided = (to: number): boolean => to !== TOO_LARGE && known.isDecided(to)
  /** The instructions of a call behind the tests of the number: those for its arguments, and the return. */
  const restOf = (to: number): number => {
    if (isDecided(to)) return RETURN
    return asks ?? RETURN + A_WORD * (to === TOO_LARGE ? 1 : wordsOfLists(known, to, argumentLists(to)))
  }
  const continuations = new Set(sections.flatMap(({ cells }) => cells.map(({ to }) => to)))
  const rests = new Map([...continuations].map((to) => [to, restOf(to)] as const))
  // The bound counts at most one test of a word.
  const areDecided = sections.every(({ cells }) =>
    cells.every(({ to, weight: own }) => own === 0 || asks !== undefined || isDecided(to)),
  )
  const two = twoSections(sections, badArch, arch)
  /** The bound, where `known` yields the least tests of a section, or `undefined` to have them computed. */
  const boundBy = (known: (section: WeighedSection) => number | undefined): LowerBound => {
    let steps = arch.tests + arch.loads
    let exact = areDecided
    for (const section of sections) {
      const cost = section.weight === 0 ? undefined : known(section)
      const tests = cost === undefined ? leastTests(section, effort, exact) : { cost, exact: false }
      exact &&= tests.exact
      steps += tests.cost + (section.cells.length > 1 ? LOAD * section.weight : 0)
    }
    const more = two?.moreTests(steps) ?? 0
    steps += more
    exact &&= isArchFirst(sections, badArch, { ...arch, tests: arch.tests + more })
    for (const { cells } of sections) for (const { to, weight: own } of cells) steps += own * rests.get(to)!
    return { steps: steps / weight, exact }
  }
  // Tables of both sections give a bound for each, but not whether some tree reaches it.
  const quick = two === undefined || areDecided ? undefined : two.leastTests
  if (quick !== undefined && sections.some((section) => section.weight > 0 && quick(section) !== undefined)) {
    const bound = boundBy(quick)
    if (value - bound.steps <= NEAR) return bound
  }
  return boundBy(() => undefined)
}
