/*
 * What no layout can do without.
 *
 * The bound is for programs that tell `arch` and number apart by comparisons with constants (`jeq`, `jgt`, `jge`), in
 * whatever order, before they look at an argument. Such a program is a tree of tests of two words, and what it executes for
 * a call is the sum of four parts, each of which has a bound of its own:
 *
 *   tests of the number   For one `arch`, the tree becomes a search tree for the numbers of one section. That tree
 *                         costs no less than the best one (least-cost.ts, or exact-search.ts with all effort).
 *   tests of `arch`       For one number, the tree becomes a search tree for the architectures that treat that
 *                         number in different ways. It costs no less than the best one for this number.
 *   loads                 One for each of the two words that a call cannot do without.
 *   the rest              A return, and where arguments decide, a load and a test of one.
 *
 * The weights of calls are known, so the bound is the sum over all calls. What conditions cost beyond their first test is
 * not counted.
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
  /** Whether there is a program that executes no more; not known where arguments decide calls that count. */
  readonly exact: boolean
}

/** What a call executes beside tests of `arch` and number: the return, or a load, a test and the return. */
const REST = { decided: 1, asks: 3 } as const
const LOAD = 1
/** The continuation of cells whose conditions are too large to compare. */
const TOO_LARGE = -1
/** The continuation of architectures that have no section. */
const NO_SECTION = -1
/** Costs that differ by less, relative to each other, are the same. */
const EPSILON = 1e-9

/** How closely the bound looks: pieces that weigh this share of all are not cut, and a table has so many cells at most. */
const LOOK: Readonly<Record<PassContext['effort'], { readonly piece: number; readonly cells: number }>> = {
  default: { piece: 2 ** -4, cells: 80 },
  max: { piece: 0, cells: 384 },
}
/** Values that a table takes out at most; more gain next to nothing. */
const MAX_OUT = 4

/** A bound of a cost, and whether some tree has that cost. */
interface Least {
  readonly cost: number
  readonly exact: boolean
}

/** What a search of `cells` costs at least, by a table of at most `most` cells. */
function leastOf(cells: readonly WeightedCell[], most: number): number {
  // A tree for all cells is one for some of them, and the others take a test. So the lightest ends may go.
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

/** The weighted tests of the number that a call of `section` takes at least. */
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

/** The weighted tests and loads of `arch` that calls take at least. */
interface LeastArch {
  readonly tests: number
  readonly loads: number
}

/**
 * What finding `arch` takes at least, summed over ranges of numbers at which every section has one cell. Sections that
 * treat a number as other architectures are treated need not be told from them.
 *
 * @param badArch - the node of the verdict for other architectures
 */
function leastArch(sections: readonly WeighedSection[], badArch: Node): LeastArch {
  // Which section weighs more may differ from number to number, so the best order of several is known for single numbers.
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

/** Whether a tree that finds `arch` first, and its section then, takes no more than `least`. */
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
 * What the calls that `weigh` counts execute at least, on average, in any program that means what `rules` mean and
 * searches by comparisons of `arch` and number, as the head of this file says; 0 where `weigh` counts no call.
 *
 * @param asks - instructions that a call executes at least once its arguments are looked at; 3 unless told
 */
export function lowerBound(
  rules: RuleSet,
  { weigh, effort, memo = createMemo() }: Pick<PassContext, 'weigh' | 'effort'> & Pick<RunOptions, 'memo'>,
  asks: number = REST.asks,
): LowerBound {
  const made = memo(ruleOutcomes, rules)
  const known = made.outcomes
  // Conditions that are too large to compare count as one: that takes fewer tests, if anything.
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
      // What a condition takes beyond its first test is not known here.
      exact &&= isDecided || own === 0 || asks === REST.decided
    }
  }
  return { steps: steps / weight, exact }
}
