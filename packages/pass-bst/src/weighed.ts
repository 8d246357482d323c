/*
 * Sections as cells that weigh what their calls weigh.
 */
import { actionOf } from '@seccompile/abi'
import { U32 } from '@seccompile/rules'
import type { Range, RuleSet } from '@seccompile/rules'
import type { Node } from '@seccompile/diagram'
import type { Fate, PassContext } from '@seccompile/pass'
import type { Outcomes, RuleOutcomes } from '@seccompile/outcomes'
import { mergeCells } from '@seccompile/search'
import type { WeightedCell, WeightOf } from '@seccompile/search'

/** How much less each architecture weighs than the one before, so that the first comes first among equals. */
const LATER = 2 ** -8

/** A section of rules, its numbers cut into cells. */
export interface WeighedSection {
  readonly arch: number
  /** With outcomes as continuations. */
  readonly cells: readonly WeightedCell[]
  /** Of all cells. */
  readonly weight: number
  /** What parts of the cells weigh. */
  readonly weightOf: WeightOf
}

function fateOf({ store, isDecided }: Outcomes, to: number): Fate {
  if (!isDecided(to)) return 'ask'
  return actionOf(store.valueOf(to)) === 'ALLOW' ? 'allow' : 'deny'
}

/** What `weigh` yields. @throws RangeError where that is no weight: searches would compare with it to no end */
function checkedWeight(
  weigh: PassContext['weigh'],
  arch: number,
  { lo, hi }: Range<number>,
  fate: Fate,
): number {
  const weight = weigh(arch, { lo, hi }, fate)
  if (weight >= 0 && weight <= Number.MAX_SAFE_INTEGER) return weight
  throw new RangeError(
    `weigh() yields ${weight} for ${lo} to ${hi}; expected a number from 0 to ${Number.MAX_SAFE_INTEGER}`,
  )
}

/**
 * The sections of `rules`, in their order, their cells weighed by `weigh`.
 * @throws RangeError where it yields no weight
 */
export function weighedSections(
  { outcomes, cells }: RuleOutcomes,
  { sections }: RuleSet,
  weigh: PassContext['weigh'],
): readonly WeighedSection[] {
  return sections.map(({ arch }, place) => {
    const weightOf: WeightOf = (lo, hi, to) => checkedWeight(weigh, arch, { lo, hi }, fateOf(outcomes, to))
    const weighed = cells[place]!.map((cell) => ({ ...cell, weight: weightOf(cell.lo, cell.hi, cell.to) }))
    const weight = weighed.reduce((sum, { weight: own }) => sum + own, 0)
    return { arch, cells: weighed, weight, weightOf }
  })
}

/** An architecture, how it goes on, and what its calls weigh. */
export interface WeighedArch {
  readonly arch: number
  readonly to: number
  readonly weight: number
}

/** The values of `arch` as cells: those of `arches`, and `otherwise` for all others, which weigh nothing. */
export function cellsOfArches(arches: readonly WeighedArch[], otherwise: number): readonly WeightedCell[] {
  const cells: WeightedCell[] = []
  let from = 0
  for (const { arch, to, weight } of [...arches].sort((a, b) => a.arch - b.arch)) {
    if (from < arch) cells.push({ lo: from, hi: arch - 1, to: otherwise, weight: 0 })
    cells.push({ lo: arch, hi: arch, to, weight })
    from = arch + 1
  }
  if (from <= U32.max) cells.push({ lo: from, hi: U32.max, to: otherwise, weight: 0 })
  return mergeCells(cells)
}

/**
 * The values of `arch` with the place of their section as continuation, or with -1 where all of the section is `badArch`,
 * the node of the verdict for other architectures.
 */
export function archCells(sections: readonly WeighedSection[], badArch: Node): readonly WeightedCell[] {
  const arches = sections.map(({ arch, cells, weight }, place) => ({
    arch,
    to: cells.every(({ to }) => to === badArch) ? -1 : place,
    weight: weight * (1 - place * LATER),
  }))
  return cellsOfArches(arches, -1)
}
