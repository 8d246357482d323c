/*
 * The least that the tests and loads of `arch` cost, in whatever order a program tests `arch` and number.
 */
import type { Node } from '@seccompile/diagram'
import { leastCost, search } from '@seccompile/search'
import { SEARCH_EFFORTS } from '@seccompile/cells'
import { jointCells, weightsWithin } from './joint-cells.ts'
import type { JointCell } from './joint-cells.ts'
import { atomsOfArches, cellsOfArches } from '@seccompile/cells'
import type { WeighedArch, WeighedSection } from '@seccompile/cells'

const LOAD = 1
/** The continuation of architectures that have no section. */
const NO_SECTION = -1
/** Costs that differ by less, relative to each other, are the same. */
const EPSILON = 1e-9
/** The most numbers for which the order of the tests of `arch` is looked at. */
const MAX_NUMBERS = 1024

/** The least weighted tests and loads of `arch`, for all calls. */
export interface LeastArch {
  readonly tests: number
  readonly loads: number
}

/** Yields the least cost of finding `arch` for a number that is in `cells` of `sections`, where its calls have these weights. */
function orderCosts(
  sections: readonly WeighedSection[],
  badArch: Node,
): (cells: JointCell['cells'], weights: readonly number[]) => number {
  const known = new Map<string, number>()
  let last: { cells: JointCell['cells']; weights: readonly number[]; cost: number } | undefined
  return (cells, weights) => {
    // Most neighbours weigh the same.
    if (last?.cells === cells && weights.every((weight, s) => weight === last?.weights[s])) return last.cost
    const here = sections.map(({ arch }, s): WeighedArch => ({ arch, to: cells[s]!.to, weight: weights[s]! }))
    const key = here.map(({ to, weight }) => `${to}:${weight}`).join()
    const cost = known.get(key) ?? leastCost(atomsOfArches(here, badArch), 0)
    known.set(key, cost)
    last = { cells, weights, cost }
    return cost
  }
}

/**
 * The least cost of finding `arch`, summed over parts of the numbers in which every section has one cell. A
 * section that treats a number as other architectures are treated need not be told apart from them.
 *
 * @param badArch - the node of the verdict for other architectures
 */
export function leastArch(sections: readonly WeighedSection[], badArch: Node): LeastArch {
  const costOf = orderCosts(sections, badArch)
  let [tests, loads, left] = [0, 0, MAX_NUMBERS]
  const enter = (joint: JointCell, lo: number, hi: number): void => {
    const weights = weightsWithin(sections, joint, lo, hi)
    const weight = weights.reduce((sum, own) => sum + own, 0)
    if (weight === 0) return
    const areSeveral = weights.filter((own) => own > 0).length > 1
    // The heaviest section may differ from number to number. So the best order of several is known only for single numbers.
    if (areSeveral && lo < hi && left > 0) {
      const middle = lo + Math.floor((hi - lo) / 2)
      enter(joint, lo, middle)
      enter(joint, middle + 1, hi)
      return
    }
    left -= 1
    loads += LOAD * weight
    tests += areSeveral && lo === hi ? costOf(joint.cells, weights) : weight
  }
  for (const joint of jointCells(sections))
    if (joint.cells.some(({ to }) => to !== badArch)) enter(joint, joint.lo, joint.hi)
  return { tests, loads }
}

/** Whether a tree that tests `arch` before the number costs no more for `arch` than `least`. */
export function isArchFirst(sections: readonly WeighedSection[], badArch: Node, least: LeastArch): boolean {
  const arches = sections.map(({ arch, cells, weight }, place) => ({
    arch,
    to: cells.every(({ to }) => to === badArch) ? NO_SECTION : place,
    weight,
  }))
  const cells = cellsOfArches(arches, NO_SECTION)
  if (cells.length === 1) return true
  const weight = sections.reduce((sum, section) => sum + section.weight, 0)
  const { cost } = search(cells, { price: 0, longest: Infinity }, SEARCH_EFFORTS.max)
  return cost + LOAD * weight <= (least.tests + least.loads) * (1 + EPSILON)
}
