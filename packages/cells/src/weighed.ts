/*
 * The sections of rules as cells, each with the weight of its calls.
 */
import { actionOf } from '@seccompile/abi'
import { U32 } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import type { Node } from '@seccompile/diagram'
import type { Fate, PassContext } from '@seccompile/pass'
import type { Outcomes, RuleOutcomes } from '@seccompile/outcomes'
import { mergeCells } from '@seccompile/search'
import type { WeightedCell, WeightOf } from '@seccompile/search'
import { memoized } from './memoized.ts'

/**
 * The share of its weight that a section loses for each section before it. So among equal sections, the first is
 * found first.
 */
const LATER = 2 ** -8

/** A section of rules, its numbers cut into cells. */
export interface WeighedSection {
  readonly arch: number
  /** Cells whose continuation is an outcome. */
  readonly cells: readonly WeightedCell[]
  /** The weight of all cells together. */
  readonly weight: number
  /** Yields the weight of a part of a cell. */
  readonly weightOf: WeightOf
}

function fateOf({ store, isDecided }: Outcomes, to: number): Fate {
  if (!isDecided(to)) return 'ask'
  return actionOf(store.valueOf(to)) === 'ALLOW' ? 'allow' : 'deny'
}

/** The sections of `rules`, in their order, their cells weighed by `weigh`. */
export function weighedSections(
  { outcomes, cells }: RuleOutcomes,
  { sections }: RuleSet,
  weigh: PassContext['weigh'],
): readonly WeighedSection[] {
  // A few outcomes occur again and again in the parts that are weighed.
  const fateAt = memoized((to) => fateOf(outcomes, to))
  return sections.map(({ arch }, place) => {
    const weightOf: WeightOf = (lo, hi, to) => weigh(arch, { lo, hi }, fateAt(to))
    const weighed = cells[place]!.map(({ lo, hi, to }) => ({ lo, hi, to, weight: weightOf(lo, hi, to) }))
    const weight = weighed.reduce((sum, { weight: own }) => sum + own, 0)
    return { arch, cells: weighed, weight, weightOf }
  })
}

/** An architecture, its continuation, and the weight of its calls. */
export interface WeighedArch {
  readonly arch: number
  readonly to: number
  readonly weight: number
}

/**
 * The values of `arch` as cells: one cell for each of `arches`, and between them cells with the continuation
 * `otherwise`, which have no weight. Neighbours may have one continuation, so that every cell is an atom.
 */
export function atomsOfArches(arches: readonly WeighedArch[], otherwise: number): readonly WeightedCell[] {
  const cells: WeightedCell[] = []
  let from = 0
  for (const { arch, to, weight } of [...arches].sort((a, b) => a.arch - b.arch)) {
    if (from < arch) cells.push({ lo: from, hi: arch - 1, to: otherwise, weight: 0 })
    cells.push({ lo: arch, hi: arch, to, weight })
    from = arch + 1
  }
  if (from <= U32.max) cells.push({ lo: from, hi: U32.max, to: otherwise, weight: 0 })
  return cells
}

/** The values of `arch` as cells, as wide as their continuations allow. */
export function cellsOfArches(arches: readonly WeighedArch[], otherwise: number): readonly WeightedCell[] {
  return mergeCells(atomsOfArches(arches, otherwise))
}

/**
 * The values of `arch` as cells. The continuation of a cell is the index of its section. It is -1 where every cell of
 * the section leads to `badArch`, the node of the verdict for other architectures.
 */
export function archCells(sections: readonly WeighedSection[], badArch: Node): readonly WeightedCell[] {
  const arches = sections.map(({ arch, cells, weight }, place) => ({
    arch,
    to: cells.every(({ to }) => to === badArch) ? -1 : place,
    weight: weight * (1 - place * LATER),
  }))
  return cellsOfArches(arches, -1)
}
