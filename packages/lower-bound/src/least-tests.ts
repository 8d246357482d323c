/*
 * Lower bound for the tests of the number, for the calls of one section.
 */
import type { PassContext } from '@seccompile/pass'
import { improved, inAtoms, leastCost, search } from '@seccompile/search'
import { SEARCH_EFFORTS } from '@seccompile/cells'
import { findsAll } from './finds-all.ts'
import { heaviestPart, LIGHT, MAX_CELLS } from './heaviest-part.ts'
import type { WeighedSection } from '@seccompile/cells'

/** Costs with a smaller relative difference count as equal. */
const EPSILON = 1e-9

/** A bound of a cost, and whether some tree is known to reach it. */
export interface Least {
  readonly cost: number
  readonly exact: boolean
}

/**
 * The least weighted tests of the number, for the calls of `section`.
 *
 * @param asksExact - whether the caller needs `exact`. If not, a search runs only where it may raise the bound
 */
export function leastTests(
  { cells, weight, weightOf }: WeighedSection,
  effort: PassContext['effort'],
  asksExact: boolean,
): Least {
  if (weight === 0 || cells.length === 1) return { cost: 0, exact: true }
  const atoms = inAtoms(cells, weightOf)
  const part = heaviestPart(atoms, MAX_CELLS, weight * LIGHT)
  const table = leastCost(part.cells, 0)
  if (!asksExact && part.cells.length > SEARCH_EFFORTS[effort].cells)
    return { cost: part.left + table, exact: false }
  const limits = { price: 0, longest: Infinity }
  const found = search(part.cells, limits, { cells: 0, work: 0 })
  const known = { ...found, exact: found.cost <= table * (1 + EPSILON) }
  const best = improved(known, part.cells, limits, SEARCH_EFFORTS[effort])
  // The cells outside the part have little weight. The bound is exact only where they have none, and need no further
  // test.
  const exact = best.exact && part.left === 0 && findsAll(best.tree, part.cells, atoms)
  return { cost: part.left + (best.exact ? best.cost : table), exact }
}
