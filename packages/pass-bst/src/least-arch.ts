/*
 * The least that the tests and loads of `arch` cost, in whatever order a program tests `arch` and number.
 */
import type { Node } from '@seccompile/diagram'
import { leastCost, search } from '@seccompile/search'
import { EFFORTS } from './efforts.ts'
import { jointCells, weighedNumbers, weightsWithin } from './joint-cells.ts'
import type { JointCell, WeighedNumber } from './joint-cells.ts'
import { atomsOfArches, cellsOfArches } from './weighed.ts'
import type { WeighedArch, WeighedSection } from './weighed.ts'

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

/** Yields the least cost of finding `arch` for the numbers of a joint cell, in the order that is best for each of them. */
function orderCosts(
  sections: readonly WeighedSection[],
  badArch: Node,
): (cell: JointCell, numbers: readonly WeighedNumber[]) => number {
  const known = new Map<string, number>()
  const costOf = (arches: readonly WeighedArch[]): number => {
    const key = arches.map(({ to, weight }) => `${to}:${weight}`).join()
    const cost = known.get(key) ?? leastCost(atomsOfArches(arches, badArch), 0)
    known.set(key, cost)
    return cost
  }
  return ({ cells }, numbers) => {
    let sum = 0
    let [cost, weighed]: [number, readonly number[]] = [0, []]
    for (const { weights } of numbers) {
      // Most neighbours weigh the same.
      if (!weights.every((weight, s) => weight === weighed[s])) {
        cost = costOf(sections.map(({ arch }, s) => ({ arch, to: cells[s]!.to, weight: weights[s]! })))
        weighed = weights
      }
      sum += cost
    }
    return sum
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
  /** The tests for a joint cell of too many numbers. Ranges that calls of several sections share are halved, as long as any are left. */
  const halved = (joint: JointCell, lo: number, hi: number): number => {
    const weights = weightsWithin(sections, joint, lo, hi)
    const weight = weights.reduce((sum, own) => sum + own, 0)
    if (weight === 0) return 0
    const areSeveral = weights.filter((own) => own > 0).length > 1
    if (areSeveral && lo < hi && left > 0) {
      const middle = lo + Math.floor((hi - lo) / 2)
      return halved(joint, lo, middle) + halved(joint, middle + 1, hi)
    }
    left -= 1
    return areSeveral && lo === hi ? costOf(joint, [{ nr: lo, weights }]) : weight
  }
  for (const joint of jointCells(sections)) {
    if (joint.cells.every(({ to }) => to === badArch)) continue
    const weights = weightsWithin(sections, joint, joint.lo, joint.hi)
    const weight = weights.reduce((sum, own) => sum + own, 0)
    loads += LOAD * weight
    const areSeveral = weights.filter((own) => own > 0).length > 1
    // The heaviest section may differ from number to number. So the best order of several is known only for single numbers.
    const numbers = areSeveral ? weighedNumbers(sections, joint, left) : undefined
    if (areSeveral && numbers === undefined) {
      tests += halved(joint, joint.lo, joint.hi)
      continue
    }
    left -= numbers?.length ?? 0
    tests += numbers === undefined ? weight : costOf(joint, numbers)
  }
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
  const { cost } = search(cells, { price: 0, longest: Infinity }, EFFORTS.max)
  return cost + LOAD * weight <= (least.tests + least.loads) * (1 + EPSILON)
}
