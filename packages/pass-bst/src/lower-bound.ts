/*
 * A lower bound of the instructions that calls execute.
 *
 * The bound is for programs that tell `arch` and number apart by comparisons with constants (`jeq`, `jgt`,
 * `jge`), in whatever order, before they look at an argument. Such a program is a tree of tests of two words.
 * The instructions that it executes for a call fall into four parts, and each part has a bound of its own:
 *
 *   tests of the number   For one `arch`, the tree becomes a search tree for the numbers of one section. That tree
 *                         costs no less than the best one. `@seccompile/search` bounds that cost, or finds it
 *                         where `effort` is `max` and the search ends within its budget.
 *   tests of `arch`       For one number, the tree becomes a search tree for the architectures that treat that
 *                         number in different ways. It costs no less than the best one for this number.
 *   loads                 One for each of the two words that the program has to test for this call.
 *   the rest              A return. Where arguments decide, also a load and a test of one argument.
 *
 * The weights of calls are known, so the bound is the sum over all calls. The tests of a condition after its
 * first one are not counted.
 */
import type { Node } from '@seccompile/diagram'
import { createMemo } from '@seccompile/pass'
import type { PassContext, RunOptions } from '@seccompile/pass'
import { U32 } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { ruleOutcomes } from '@seccompile/outcomes'
import { cutOut, improved, inPieces, isSingle, leastCosts, mergeCells, search } from '@seccompile/search'
import type { WeightedCell } from '@seccompile/search'
import { EFFORTS } from './efforts.ts'
import { cellsOfArches, weighedSections } from './weighed.ts'
import type { WeighedArch, WeighedSection } from './weighed.ts'

/** Instructions that a call executes at least, on average by weight. */
export interface LowerBound {
  readonly steps: number
  /**
   * Whether some program executes no more. It is false where that is not known: where arguments decide calls
   * with weight.
   */
  readonly exact: boolean
}

/** Instructions of a call beside tests of `arch` and number: the return, or a load, a test and the return. */
const REST = { decided: 1, asks: 3 } as const
const LOAD = 1
/** The continuation of cells whose conditions are too large to compare. */
const TOO_LARGE = -1
/** The continuation of architectures that have no section. */
const NO_SECTION = -1
/** Costs that differ by less, relative to each other, are the same. */
const EPSILON = 1e-9

/**
 * How precise the bound is. A piece with at most the share `piece` of all weight is not cut further. A table
 * has at most `cells` cells.
 */
const LOOK: Readonly<Record<PassContext['effort'], { readonly piece: number; readonly cells: number }>> = {
  default: { piece: 2 ** -4, cells: 80 },
  max: { piece: 0, cells: 384 },
}
/** The most values that a table takes out. More values hardly raise the bound. */
const MAX_OUT = 4

/** A bound of a cost, and whether some tree has that cost. */
interface Least {
  readonly cost: number
  readonly exact: boolean
}

/** The least cost of a search of `cells`, by a table of at most `most` cells. */
function leastOf(cells: readonly WeightedCell[], most: number): number {
  // A tree for all cells is also a tree for some of them, and each other cell takes at least one test. So the
  // lightest cells at the two ends may go, for one test each.
  let [from, to, left] = [0, cells.length, 0]
  while (to - from > most) {
    const [first, last] = [cells[from]!.weight, cells[to - 1]!.weight]
    left += Math.min(first, last)
    if (first <= last) from += 1
    else to -= 1
  }
  const part = cells.slice(from, to)
  return left + leastCosts(part, 0, MAX_OUT).of(0, part.length - 1, 0)
}

/** The least weighted tests of the number, for the calls of `section`. */
function leastTests({ cells, weight, weightOf }: WeighedSection, effort: PassContext['effort']): Least {
  if (weight === 0 || cells.length === 1) return { cost: 0, exact: true }
  const pieces = inPieces(cells, weightOf, weight * LOOK[effort].piece)
  const cost = leastOf(pieces, LOOK[effort].cells)
  // A search is exact where every value that weighs something is a cell of its own.
  const isCut = pieces.every((piece) => isSingle(piece) || piece.weight === 0)
  if (effort !== 'max' || !isCut) return { cost, exact: false }
  const limits = { price: 0, longest: Infinity }
  const found = search(cutOut(cells, weightOf, 2 ** -5, 0), limits, EFFORTS[effort])
  const best = improved(
    { ...found, exact: found.cost <= cost * (1 + EPSILON) },
    pieces,
    limits,
    EFFORTS[effort],
  )
  return best.exact ? best : { cost, exact: false }
}

/** The least weighted tests and loads of `arch`, for all calls. */
interface LeastArch {
  readonly tests: number
  readonly loads: number
}

/**
 * The least cost of finding `arch`, summed over ranges of numbers within which every section has one cell. A
 * section that treats a number as other architectures are treated need not be told apart from them.
 *
 * @param badArch - the node of the verdict for other architectures
 */
function leastArch(sections: readonly WeighedSection[], badArch: Node): LeastArch {
  // The heaviest section may differ from number to number. So the best order of several sections is known only
  // for single numbers.
  const cellsOf = sections.map(({ cells, weightOf }) =>
    sections.length > 1 ? inPieces(cells, weightOf, 0) : cells,
  )
  const starts = [...new Set(cellsOf.flatMap((cells) => cells.map(({ lo }) => lo)))].sort((a, b) => a - b)
  const places = new Uint32Array(sections.length)
  const known = new Map<string, number>()
  let [tests, loads] = [0, 0]
  starts.forEach((lo, at) => {
    const hi = (starts[at + 1] ?? U32.max + 1) - 1
    const here = sections.map(({ arch, weightOf }, s): WeighedArch => {
      const cells = cellsOf[s]!
      while (cells[places[s]!]!.hi < lo) places[s]! += 1
      const { to, weight } = cells[places[s]!]!
      return { arch, to, weight: weight === 0 ? 0 : weightOf(lo, hi, to) }
    })
    const weight = here.reduce((sum, each) => sum + each.weight, 0)
    if (weight === 0 || here.every(({ to }) => to === badArch)) return
    loads += LOAD * weight
    if (lo !== hi || here.filter((each) => each.weight > 0).length === 1) {
      tests += weight
      return
    }
    const key = here.map((each) => `${each.to}:${each.weight}`).join()
    let cost = known.get(key)
    if (cost === undefined) {
      const cells = cellsOfArches(here, badArch)
      cost = leastCosts(cells, 0, MAX_OUT).of(0, cells.length - 1, 0)
      known.set(key, cost)
    }
    tests += cost
  })
  return { tests, loads }
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
 * It is 0 where all weights are 0.
 *
 * @param asks - the least number of instructions of a call from the load of its first argument on; 3 unless
 * told
 */
export function lowerBound(
  rules: RuleSet,
  { weigh, effort, memo = createMemo() }: Pick<PassContext, 'weigh' | 'effort'> & Pick<RunOptions, 'memo'>,
  asks: number = REST.asks,
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
  let steps = arch.tests + arch.loads
  let exact = effort === 'max' && isArchFirst(sections, badArch, arch)
  for (const section of sections) {
    const tests = leastTests(section, effort)
    exact &&= tests.exact
    steps += tests.cost + (section.cells.length > 1 ? LOAD * section.weight : 0)
    for (const { to, weight: own } of section.cells) {
      const isDecided = to !== TOO_LARGE && known.isDecided(to)
      steps += own * (isDecided ? REST.decided : asks)
      // The tests of a condition after its first one are not known here.
      exact &&= isDecided || own === 0 || asks === REST.decided
    }
  }
  return { steps: steps / weight, exact }
}
