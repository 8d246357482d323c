/*
 * What no layout can do without.
 *
 * A program that tells numbers apart loads `arch` and tests it, loads the number and tests it, and returns; where
 * arguments have a say, it loads one and tests it before it returns. The tests of `arch` and of numbers are at least
 * those of the best search tree, which exact-search.ts finds; where that takes too long, at least what telling the
 * ranges apart takes that are no single values, or what the heaviest part of the cells takes. What conditions on
 * arguments cost beyond one test is not counted.
 */
import type { RuleSet } from '@seccompile/rules'
import type { PassContext } from '@seccompile/pass'
import { conditions } from './conditions.ts'
import { leastCost } from './exact-search.ts'
import { mergeWeighed } from './search-tree.ts'
import type { WeightedCell } from './search-tree.ts'
import { searchExactly } from './search.ts'
import type { Effort } from './search.ts'
import { archCells, weighedSections } from './weighed.ts'

/** Instructions that a call executes at least, on average by weight. */
export interface LowerBound {
  readonly steps: number
  /** Whether its searches are exact: no tree of tests is better on average, conditions on arguments aside. */
  readonly exact: boolean
}

/** Weight that is let go of where a search of all cells takes too long: x32 beside x86_64, most often. */
const LIGHT = 2 ** -8

/** What a call executes beside tests of `arch` and number: the return, or a load, a test and the return. */
const REST = { decided: 1, asks: 3 } as const
const LOAD = 1
/** What cells go on with whose conditions are too large to compare. */
const TOO_LARGE = -1

/** The fewest neighbouring cells that hold all of the weight but `LIGHT` of it, and what the others weigh. */
function heaviestPart(cells: readonly WeightedCell[]): {
  readonly part: readonly WeightedCell[]
  readonly left: number
} {
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  let best = { part: cells, left: 0 }
  let [first, held] = [0, 0]
  cells.forEach(({ weight }, last) => {
    held += weight
    for (
      let next = held - cells[first]!.weight;
      next >= total * (1 - LIGHT);
      next = held - cells[first]!.weight
    ) {
      held = next
      first += 1
    }
    if (held >= total * (1 - LIGHT) && last - first + 1 < best.part.length)
      best = { part: cells.slice(first, last + 1), left: total - held }
  })
  return best
}

/** The weighted tests that a search of `cells` takes at least. */
function leastTests(
  cells: readonly WeightedCell[],
  effort: Effort,
): { readonly cost: number; readonly exact: boolean } {
  if (cells.every(({ weight }) => weight === 0)) return { cost: 0, exact: true }
  const least = leastCost(cells, 0)
  if (effort !== 'max') return { cost: least, exact: false }
  const whole = searchExactly(cells, 0, effort)
  if (whole !== undefined) return whole
  // A tree for all cells is one for some of them, and every other takes a test.
  const { part, left } = heaviestPart(cells)
  const found = part.length < cells.length ? searchExactly(part, 0, effort) : undefined
  return { cost: Math.max(least, (found?.cost ?? 0) + left), exact: false }
}

/**
 * What the calls that `weigh` counts execute at least, on average, whatever program means what `rules` mean; 0 where it
 * counts none. Programs are those that search by comparisons of `arch`, then of the number, with thresholds, and with
 * equalities for single values that stand alone.
 *
 * @param asks - instructions that a call executes at least once its arguments are looked at; 3 unless told
 */
export function lowerBound(
  rules: RuleSet,
  { weigh, effort }: Pick<PassContext, 'weigh' | 'effort'>,
  asks: number = REST.asks,
): LowerBound {
  const known = conditions()
  // Conditions that are too large to compare count as one: that takes fewer tests, if anything.
  const sections = weighedSections(known, rules, weigh).map((section) => ({
    ...section,
    cells: mergeWeighed(
      section.cells.map((cell) => (known.isTooLarge(cell.to) ? { ...cell, to: TOO_LARGE } : cell)),
    ),
  }))
  const weight = sections.reduce((sum, section) => sum + section.weight, 0)
  if (weight === 0) return { steps: 0, exact: true }
  const arches = archCells(sections, known.store.terminal(rules.badArch))
  const archTests = leastTests(arches, effort)
  let steps = archTests.cost + (arches.length > 1 ? LOAD * weight : 0)
  let exact = archTests.exact
  for (const section of sections) {
    const tests = leastTests(section.cells, effort)
    exact &&= tests.exact
    steps += tests.cost + (section.cells.length > 1 ? LOAD * section.weight : 0)
    for (const { to, weight: own } of section.cells)
      steps += own * (to !== TOO_LARGE && known.isDecided(to) ? REST.decided : asks)
  }
  return { steps: steps / weight, exact }
}
