/*
 * Bounds for programs with exactly two sections that have weight. They are higher than the bounds of each word alone;
 * the head of lower-bound.ts says why.
 */
import type { Node } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import { sharedSearch } from '@seccompile/search'
import type { WeightedCell } from '@seccompile/search'
import { heaviestPart, LIGHT, MAX_CELLS, total } from './heaviest-part.ts'
import type { LeastArch } from './least-arch.ts'
import { sharedCell, sharedNumbers } from './shared-numbers.ts'
import type { SharedNumbers } from './shared-numbers.ts'
import type { WeighedSection } from '@seccompile/cells'

const LOAD = 1
/** Costs with a smaller relative difference count as equal. */
const EPSILON = 1e-9
/**
 * The share of a section that tables of both sections may leave out. Together they then cover as much of it as a
 * table of its own.
 */
const LEFT = LIGHT / 2

/** Bounds for programs with two sections. */
export interface TwoSections {
  /**
   * The least weighted tests of the number, for the calls of one of the sections; `undefined` where the tables of
   * both sections leave out more of its weight than a table of its own does.
   */
  readonly leastTests: (section: WeighedSection) => number | undefined
  /**
   * The instructions, by weight, that every program executes beyond `sum`.
   *
   * @param sum - the least cost of tests and loads of both words, for all calls
   */
  readonly moreTests: (sum: number) => number
}

/**
 * Whether only a test `== arch` can separate the `arch` of a section from its two neighbouring values, which no
 * section has.
 */
function isApart({ arch }: WeighedSection, sections: readonly WeighedSection[]): boolean {
  return arch > 0 && arch < U32.max && sections.every((other) => Math.abs(other.arch - arch) !== 1)
}

/** `shared` as cells of a single function, which changes its value wherever one of the two functions does. */
function asCells(shared: readonly SharedNumbers[]): readonly WeightedCell[] {
  const outcomes = new Map<string, number>()
  return shared.map(({ to, factors, weight }, place) => {
    const key = to.join()
    const outcome = outcomes.get(key) ?? outcomes.size
    outcomes.set(key, outcome)
    return { lo: place, hi: place, to: outcome, weight: weight * (factors[0] + factors[1]) }
  })
}

/**
 * Bounds for the two of `sections` with weight; `undefined` where there are not exactly two, or where the bounds of
 * each word alone cannot be raised.
 */
export function twoSections(
  sections: readonly WeighedSection[],
  badArch: Node,
  arch: LeastArch,
): TwoSections | undefined {
  const [one, other, ...more] = sections.filter((section) => section.weight > 0)
  if (one === undefined || other === undefined || more.length > 0) return undefined
  const isLikeOthers = (section: WeighedSection): boolean =>
    section.cells.some(({ to, weight }) => weight > 0 && to === badArch)
  if ([one, other].some((section) => isLikeOthers(section) || !isApart(section, sections))) return undefined
  const weight = one.weight + other.weight
  const archFirst = weight + Math.min(one.weight, other.weight) - arch.tests
  if (archFirst <= EPSILON * weight) return undefined
  const shared = sharedNumbers([one, other])
  const part = heaviestPart(asCells(shared), Infinity, weight * LIGHT)
  if (part.cells.length > MAX_CELLS) return undefined
  const own = shared.slice(part.cells[0]!.lo, part.cells.at(-1)!.hi + 1).map(sharedCell)
  const { alone, together } = sharedSearch(own)
  return {
    leastTests: (section) => {
      // The calls of this section need no test of the number, nor do those that the tables make lighter.
      if (section.cells.length === 1) return 0
      const which = section === one ? 0 : 1
      const kept = own.reduce((sum, cell) => sum + cell.factors[which] * cell.weight, 0)
      const left = section.weight - kept
      return left > section.weight * LEFT ? undefined : Math.max(0, left) + alone[which]
    },
    moreTests: (sum) => {
      // A call that the table leaves out takes at least one test of the number, as every call does here.
      const others =
        LOAD * weight +
        weight -
        total(part.cells) +
        Math.min(arch.tests + arch.loads, weight + LOAD * weight) -
        sum
      const numberFirst = others + together(archFirst - others)
      return Math.max(0, Math.min(archFirst, numberFirst))
    },
  }
}
