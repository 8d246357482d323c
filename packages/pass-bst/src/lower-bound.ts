/*
 * A lower bound of the instructions that calls execute.
 *
 * The bound is for programs that tell `arch` and number apart by comparisons with constants (`jeq`, `jgt`,
 * `jge`), in whatever order, before they look at an argument. Such a program is a tree of tests of two words.
 * The instructions that it executes for a call fall into four parts, and each part has a bound of its own:
 *
 *   tests of the number   For one `arch`, the tree becomes a search tree for the numbers of one section. That tree
 *                         costs no less than the best one. `@seccompile/search` bounds that cost, or finds it
 *                         where a search within the budget of `effort` does.
 *   tests of `arch`       For one number, the tree becomes a search tree for the architectures that treat that
 *                         number in different ways. It costs no less than the best one for this number.
 *   loads                 One for each of the two words that the program has to test for this call.
 *   the rest              A return. Where arguments decide, also a load and a test of each word of arguments that the call
 *                         needs, all arguments being 0 (words-to-know.ts).
 *
 * The weights of calls are known, so the bound is the sum over all calls. More than one test of a word of an argument is
 * not counted.
 *
 * The tests of `arch` would be found in another order for each number. With calls of two sections, A and B, the sum is
 * therefore held against what a program costs by the word that it tests first:
 *
 *   `arch` until A and B part   All numbers have one order. The test that parts A and B leaves other architectures beside A
 *                               or beside B, and these take one more test. So the tests of `arch` are at least the calls of
 *                               both, and those of A or those of B once more.
 *   numbers before that         The tests of the number begin with a tree that A and B share (shared-costs.ts in
 *                               `@seccompile/search`), and some calls load the number again. Where the number comes first,
 *                               the tests and loads of `arch` are those above; where `arch` does, at least one of each.
 *
 * The least of these is a bound, and the sum is one too.
 */
import type { Node } from '@seccompile/diagram'
import { createMemo } from '@seccompile/pass'
import type { PassContext, RunOptions } from '@seccompile/pass'
import { U32 } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { ruleOutcomes } from '@seccompile/outcomes'
import { improved, inAtoms, leastCost, mergeCells, search, sharedCost } from '@seccompile/search'
import type { WeightedCell } from '@seccompile/search'
import { EFFORTS } from './efforts.ts'
import { findsAll } from './finds-all.ts'
import { sharedNumbers } from './shared-numbers.ts'
import { atomsOfArches, cellsOfArches, weighedSections } from './weighed.ts'
import type { WeighedArch, WeighedSection } from './weighed.ts'
import { wordsToKnow } from './words-to-know.ts'

/** Instructions that a call executes at least, on average by weight. */
export interface LowerBound {
  readonly steps: number
  /**
   * Whether some program executes no more. It is false where that is not known: where arguments decide calls
   * with weight.
   */
  readonly exact: boolean
}

/** The return. */
const RETURN = 1
/** A load of a word of an argument, and a test of it. */
const A_WORD = 2
const LOAD = 1
/** The continuation of cells whose conditions are too large to compare. */
const TOO_LARGE = -1
/** The continuation of architectures that have no section. */
const NO_SECTION = -1
/** Costs that differ by less, relative to each other, are the same. */
const EPSILON = 1e-9

/** The most atoms of a section in one table, and the most cells of two. Time grows with their cube. */
const MAX_CELLS = 384
/** The most ranges of numbers for which the order of the tests of `arch` is looked at. */
const MAX_NUMBERS = 1024
/** The share of a section that its lightest atoms at the two ends may weigh to be left out of the table. */
const LIGHT = 2 ** -8

const total = (cells: readonly WeightedCell[]): number => cells.reduce((sum, { weight }) => sum + weight, 0)

/** `of`, which is asked once for each number. */
function memoized(of: (to: number) => number): (to: number) => number {
  const known = new Map<number, number>()
  return (to) => {
    const memo = known.get(to) ?? of(to)
    known.set(to, memo)
    return memo
  }
}

/** A bound of a cost, and whether some tree has that cost. */
interface Least {
  readonly cost: number
  readonly exact: boolean
}

/** Neighbouring cells, and the least that the cells beside them add to the cost of a search. */
interface HeaviestPart {
  readonly cells: readonly WeightedCell[]
  readonly left: number
}

/**
 * The heaviest of `cells`: at most `most`, and without those at the two ends that weigh at most `light` together. At each end,
 * cells stay up to one of another continuation, from which the heavier cells have to be told.
 *
 * A tree for all cells is also a tree for some of them, and each other cell takes at least one test.
 */
function heaviestPart(cells: readonly WeightedCell[], most: number, light: number): HeaviestPart {
  let [from, to, left] = [0, cells.length, 0]
  for (;;) {
    const [first, last] = [cells[from]!.weight, cells[to - 1]!.weight]
    const lighter = Math.min(first, last)
    if (to - from <= 2 || (to - from <= most - 2 && left + lighter > light)) break
    left += lighter
    if (first <= last) from += 1
    else to -= 1
  }
  const [first, last] = [cells[from]!.to, cells[to - 1]!.to]
  while (from > 0 && cells[from]!.to === first) from -= 1
  while (to < cells.length && cells[to - 1]!.to === last) to += 1
  const part = cells.slice(from, to)
  return { cells: part, left: total(cells) - total(part) }
}

/**
 * The least weighted tests of the number, for the calls of `section`.
 *
 * @param asksExact - whether somebody asks if some tree has that cost. Where nobody does, no tree is looked for that cannot raise
 * the bound
 */
function leastTests(
  { cells, weight, weightOf }: WeighedSection,
  effort: PassContext['effort'],
  asksExact: boolean,
): Least {
  if (weight === 0 || cells.length === 1) return { cost: 0, exact: true }
  const atoms = inAtoms(cells, weightOf)
  const part = heaviestPart(atoms, MAX_CELLS, weight * LIGHT)
  const table = leastCost(part.cells, 0)
  if (!asksExact && part.cells.length > EFFORTS[effort].cells)
    return { cost: part.left + table, exact: false }
  const limits = { price: 0, longest: Infinity }
  const found = search(part.cells, limits, { cells: 0, work: 0 })
  const known = { ...found, exact: found.cost <= table * (1 + EPSILON) }
  const best = improved(known, part.cells, limits, EFFORTS[effort])
  // The cells outside the part weigh little. The bound is exact only where they weigh nothing, and take no test more.
  const exact = best.exact && part.left === 0 && findsAll(best.tree, part.cells, atoms)
  return { cost: part.left + (best.exact ? best.cost : table), exact }
}

/** The least weighted tests and loads of `arch`, for all calls. */
interface LeastArch {
  readonly tests: number
  readonly loads: number
}

/** Yields the least cost of finding `arch` for a number that is in `cells` of `sections`, where its calls have these weights. */
function orderCosts(
  sections: readonly WeighedSection[],
  badArch: Node,
): (cells: readonly WeightedCell[], weights: readonly number[]) => number {
  const known = new Map<string, number>()
  return (cells, weights) => {
    const here = sections.map(({ arch }, s): WeighedArch => ({ arch, to: cells[s]!.to, weight: weights[s]! }))
    const key = here.map(({ to, weight }) => `${to}:${weight}`).join()
    const cost = known.get(key) ?? leastCost(atomsOfArches(here, badArch), 0)
    known.set(key, cost)
    return cost
  }
}

/**
 * The least cost of finding `arch`, summed over ranges of numbers within which every section has one cell. A
 * section that treats a number as other architectures are treated need not be told apart from them.
 *
 * @param badArch - the node of the verdict for other architectures
 */
function leastArch(sections: readonly WeighedSection[], badArch: Node): LeastArch {
  const starts = [...new Set(sections.flatMap(({ cells }) => cells.map(({ lo }) => lo)))].sort(
    (a, b) => a - b,
  )
  const places = new Uint32Array(sections.length)
  const costOf = orderCosts(sections, badArch)
  let [tests, loads, left] = [0, 0, MAX_NUMBERS]
  starts.forEach((lo, at) => {
    const cells = sections.map((section, s) => {
      while (section.cells[places[s]!]!.hi < lo) places[s]! += 1
      return section.cells[places[s]!]!
    })
    if (cells.every(({ to }) => to === badArch)) return
    const enter = (from: number, upTo: number): void => {
      const weights = cells.map(({ to, weight }, s) =>
        weight === 0 ? 0 : sections[s]!.weightOf(from, upTo, to),
      )
      const weight = weights.reduce((sum, own) => sum + own, 0)
      if (weight === 0) return
      const areSeveral = weights.filter((own) => own > 0).length > 1
      // The heaviest section may differ from number to number. So the best order of several is known only for single numbers.
      if (areSeveral && from < upTo && left > 0) {
        const middle = from + Math.floor((upTo - from) / 2)
        enter(from, middle)
        enter(middle + 1, upTo)
        return
      }
      left -= 1
      loads += LOAD * weight
      tests += areSeveral && from === upTo ? costOf(cells, weights) : weight
    }
    enter(lo, (starts[at + 1] ?? U32.max + 1) - 1)
  })
  return { tests, loads }
}

/** Whether no test but `== arch` tells a value of `arch` from the values beside it that no section has. */
function isApart({ arch }: WeighedSection, sections: readonly WeighedSection[]): boolean {
  return arch > 0 && arch < U32.max && sections.every((other) => Math.abs(other.arch - arch) !== 1)
}

/**
 * What the tests of `arch` take more than `arch.tests`, for calls of two sections; 0 where that is not known.
 *
 * @param sum - the least cost of tests and loads of both words, for all calls
 */
function moreTests(sections: readonly WeighedSection[], badArch: Node, arch: LeastArch, sum: number): number {
  const [one, other, ...more] = sections.filter((section) => section.weight > 0)
  if (one === undefined || other === undefined || more.length > 0) return 0
  const isLikeOthers = (section: WeighedSection): boolean =>
    section.cells.some(({ to, weight }) => weight > 0 && to === badArch)
  if ([one, other].some((section) => isLikeOthers(section) || !isApart(section, sections))) return 0
  const weight = one.weight + other.weight
  const archFirst = weight + Math.min(one.weight, other.weight) - arch.tests
  if (archFirst <= EPSILON * weight) return 0

  const shared = sharedNumbers([one, other])
  const outcomes = new Map<string, number>()
  const cells = shared.map(({ to, factors, weight: own }, place) => {
    const key = to.join()
    const outcome = outcomes.get(key) ?? outcomes.size
    outcomes.set(key, outcome)
    return { lo: place, hi: place, to: outcome, weight: own * (factors[0] + factors[1]) }
  })
  const part = heaviestPart(cells, Infinity, weight * LIGHT)
  if (part.cells.length > MAX_CELLS) return 0
  // A call that the table leaves out passes at least one test of the number, as every call does here.
  const others =
    LOAD * weight +
    weight -
    total(part.cells) +
    Math.min(arch.tests + arch.loads, weight + LOAD * weight) -
    sum
  const own = shared.slice(part.cells[0]!.lo, part.cells.at(-1)!.hi + 1)
  const numberFirst = others + sharedCost(own, archFirst - others)
  return Math.max(0, Math.min(archFirst, numberFirst))
}

/** Whether a tree that tests `arch` before the number costs no more for `arch` than `least`. */
function isArchFirst(sections: readonly WeighedSection[], badArch: Node, least: LeastArch): boolean {
  const arches = sections.map(({ arch, cells, weight }, place) => ({
    arch,
    to: cells.every(({ to }) => to === badArch) ? NO_SECTION : place,
    weight,
  }))
  const cells = cellsOfArches(arches, NO_SECTION)
  if (cells.length === 1) return true
  const weight = sections.reduce((sum, section) => sum + section.weight, 0)
  const { cost } = search(cells, { price: 0, longest: Infinity }, EFFORTS.max)
  return cost + LOAD * weight <= (least.tests + least.loads) * (1 + EPSILON)
}

/**
 * The least number of instructions that a call executes, on average over the weights of `weigh`, in any program
 * that means what `rules` mean and searches by comparisons of `arch` and number, as the head of this file says.
 * It is 0 where all weights are 0. A call has all arguments 0.
 *
 * @param asks - the least number of instructions of a call from the load of its first argument on; the bound looks for it
 * unless told
 */
export function lowerBound(
  rules: RuleSet,
  { weigh, effort, memo = createMemo() }: Pick<PassContext, 'weigh' | 'effort'> & Pick<RunOptions, 'memo'>,
  asks?: number,
): LowerBound {
  const made = memo(ruleOutcomes, rules)
  const known = made.outcomes
  // Conditions that are too large to compare count as one continuation, which can only lower the bound.
  const toOf = (to: Node): number => (known.isTooLarge(to) ? TOO_LARGE : to)
  const sections = weighedSections(made, rules, weigh).map((section) => ({
    ...section,
    cells: mergeCells(section.cells.map((cell) => ({ ...cell, to: toOf(cell.to) }))),
  }))
  const weight = sections.reduce((sum, section) => sum + section.weight, 0)
  if (weight === 0) return { steps: 0, exact: true }
  const badArch = known.store.terminal(rules.badArch)
  const arch = leastArch(sections, badArch)
  const askedOf = memoized((to: number) => {
    const words = to === TOO_LARGE ? 1 : wordsToKnow(known.store, to)
    return RETURN + A_WORD * words
  })
  const isDecided = (to: number): boolean => to !== TOO_LARGE && known.isDecided(to)
  let steps = arch.tests + arch.loads
  // More than one test of a word is not known here.
  let exact = sections.every(({ cells }) =>
    cells.every(({ to, weight: own }) => own === 0 || asks !== undefined || isDecided(to)),
  )
  for (const section of sections) {
    const tests = leastTests(section, effort, exact)
    exact &&= tests.exact
    steps += tests.cost + (section.cells.length > 1 ? LOAD * section.weight : 0)
  }
  const more = moreTests(sections, badArch, arch, steps)
  steps += more
  exact &&= isArchFirst(sections, badArch, { ...arch, tests: arch.tests + more })
  for (const section of sections)
    for (const { to, weight: own } of section.cells)
      steps += own * (isDecided(to) ? RETURN : (asks ?? askedOf(to)))
  return { steps: steps / weight, exact }
}
