/*
 * Sections as cells that weigh what their calls weigh.
 */
import { actionOf } from '@seccompile/abi'
import { U32 } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import type { Node } from '@seccompile/diagram'
import type { Fate, PassContext } from '@seccompile/pass'
import { numberCells } from './cells.ts'
import type { Cell } from './cells.ts'
import type { Conditions } from './conditions.ts'
import { mergeWeighed } from './search-tree.ts'
import type { WeightedCell } from './search-tree.ts'

/** How much less each architecture weighs than the one before, so that the first comes first among equals. */
const LATER = 2 ** -8

/** A section of rules, its numbers cut into cells. */
export interface WeighedSection {
  readonly arch: number
  /** That go on with nodes of the conditions. */
  readonly cells: readonly WeightedCell[]
  /** Of all cells. */
  readonly weight: number
}

function fateOf({ store, isDecided }: Conditions, to: number): Fate {
  if (!isDecided(to)) return 'ask'
  return actionOf(store.valueOf(to)) === 'ALLOW' ? 'allow' : 'deny'
}

/** What `weigh` yields. @throws RangeError where that is no weight: searches would compare with it to no end */
function weightOf(weigh: PassContext['weigh'], arch: number, { lo, hi }: Cell, fate: Fate): number {
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
  known: Conditions,
  { sections }: RuleSet,
  weigh: PassContext['weigh'],
): readonly WeighedSection[] {
  return sections.map((section) => {
    const cells = numberCells(section, (rules) => known.of(rules, section.otherwise)).map((cell) => ({
      ...cell,
      weight: weightOf(weigh, section.arch, cell, fateOf(known, cell.to)),
    }))
    return { arch: section.arch, cells, weight: cells.reduce((sum, { weight }) => sum + weight, 0) }
  })
}

/**
 * The values of `arch`, which go on with the place of their section, or with -1 where all of it is `badArch`, the node of
 * the verdict for other architectures.
 */
export function archCells(sections: readonly WeighedSection[], badArch: Node): readonly WeightedCell[] {
  const places = sections
    .map(({ arch, cells, weight }, place) => ({
      arch,
      weight: weight * (1 - place * LATER),
      place: cells.every(({ to }) => to === badArch) ? -1 : place,
    }))
    .sort((a, b) => a.arch - b.arch)
  const cells: WeightedCell[] = []
  let from = 0
  for (const { arch, weight, place } of places) {
    if (from < arch) cells.push({ lo: from, hi: arch - 1, to: -1, weight: 0 })
    cells.push({ lo: arch, hi: arch, to: place, weight })
    from = arch + 1
  }
  if (from <= U32.max) cells.push({ lo: from, hi: U32.max, to: -1, weight: 0 })
  return mergeWeighed(cells)
}
