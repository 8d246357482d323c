/*
 * Sections as cells that weigh what their calls weigh.
 */
import { actionOf } from '@seccompile/abi'
import { U32 } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import type { Node } from '@seccompile/diagram'
import type { Fate, PassContext } from '@seccompile/pass'
import { numberCells } from '@seccompile/outcomes'
import type { Outcomes } from '@seccompile/outcomes'
import { mergeCells } from '@seccompile/search'
import type { WeightedCell, WeightOf } from '@seccompile/search'

/** How much less each architecture weighs than the one before, so that the first comes first among equals. */
const LATER = 2 ** -8

/** A section of rules, its numbers cut into cells. */
export interface WeighedSection {
  readonly arch: number
  /** That go on with nodes of the conditions. */
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

/** The sections of `rules`, in their order, their cells weighed by `weigh`. */
export function weighedSections(
  known: Outcomes,
  { sections }: RuleSet,
  weigh: PassContext['weigh'],
): readonly WeighedSection[] {
  return sections.map((section) => {
    const weightOf: WeightOf = (lo, hi, to) => weigh(section.arch, { lo, hi }, fateOf(known, to))
    const cells = numberCells(section, known).map((cell) => ({
      ...cell,
      weight: weightOf(cell.lo, cell.hi, cell.to),
    }))
    const weight = cells.reduce((sum, { weight: own }) => sum + own, 0)
    return { arch: section.arch, cells, weight, weightOf }
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
