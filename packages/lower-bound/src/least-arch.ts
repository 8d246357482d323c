/*
 * Lower bound for the tests and loads of `arch`, in whatever order a program tests `arch` and the number.
 */
import type { Node } from '@seccompile/diagram'
import { leastCost, search } from '@seccompile/search'
import { SEARCH_EFFORTS } from '@seccompile/cells'
import { jointCells, weightsWithin } from './joint-cells.ts'
import type { JointCell } from './joint-cells.ts'
import { atomsOfArches, cellsOfArches } from '@seccompile/cells'
import type { WeighedArch, WeighedSection } from '@seccompile/cells'

const LOAD = 1
/** The continuation of the architectures without a section. */
const NO_SECTION = -1
/** Costs with a smaller relative difference count as equal. */
const EPSILON = 1e-9
/** The most numbers for which the order of the tests of `arch` is examined. */
const MAX_NUMBERS = 1024

/** The least weighted tests and loads of `arch`, summed over all calls. */
export interface LeastArch {
  readonly tests: number
  readonly loads: number
}

/**
 * Yields the least cost of finding `arch` for a number in `cells` of `sections`. The weights are those of the calls
 * of that number.
 */
function orderCosts(
  sections: readonly WeighedSection[],
  badArch: Node,
): (cells: JointCell['cells'], weights: readonly number[]) => number {
  const known = new Map<string, number>()
  let last: { cells: JointCell['cells']; weights: readonly number[]; cost: number } | undefined
  return (cells, weights) => {
    // Most neighbours have equal weights.
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
 * The least cost of finding `arch`, summed over the joint cells. For a number that a section treats like other
 * architectures, a program need not separate the section from them.
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
    // Each number may have another heaviest section. So for several numbers together, the best order is not known.
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

/** Whether a tree that tests `arch` first, and then the number, costs no more for `arch` than `least`. */
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
