/*
 * The numbers of two sections as cells of both, for programs that test the number before `arch`.
 *
 * In a cell of `sharedSearch` of @seccompile/search, the weights of the two sections may differ only by a factor.
 * Where they differ otherwise, some calls are made lighter, with the factor that keeps most weight. No program costs
 * more with lighter calls, so the bound still holds.
 */
import { inAtoms, isSingle } from '@seccompile/search'
import type { SharedCell } from '@seccompile/search'
import { jointCells, weighedNumbers, weightsWithin } from './joint-cells.ts'
import type { JointCell, WeighedNumber } from './joint-cells.ts'
import type { WeighedSection } from '@seccompile/cells'

/** The share of a cell that one of its values may weigh. shared-costs.ts of @seccompile/search has the reason. */
const SHARE = 1 / 8
/** The most values of a cell that can each weigh that share of it. */
const FEW = 1 / SHARE
/**
 * The most values with weight of a cell that are examined one by one. A cell with more values keeps the weights of
 * one section.
 */
const MAX_VALUES = 512

/** A pair of numbers, one for each of two sections. */
type SectionPair = readonly [number, number]

/** The weights of a cell: a function that sums those of values `lo` to `hi`, and the factor of each section. */
interface CellWeights {
  readonly of: (lo: number, hi: number) => number
  readonly factors: readonly [number, number]
  /** A bound of the weight of a single value; `Infinity` where none is known. */
  readonly most: number
}

/** The weight in the first section when the second has `factor` times as much, and neither weight has grown. */
function lighter({ weights }: WeighedNumber, factor: number): number {
  return Math.min(weights[0]!, weights[1]! / factor)
}

/** The weight that both sections keep for `numbers` with that factor. */
function kept(numbers: readonly WeighedNumber[], factor: number): number {
  let sum = 0
  for (const number of numbers) sum += lighter(number, factor)
  return sum * (1 + factor)
}

/**
 * The weights of `numbers` when the second section has `factor` times the weight of the first. No number gets
 * heavier.
 */
function alike(numbers: readonly WeighedNumber[], factor: number): CellWeights {
  const weights = numbers.map((number) => ({ nr: number.nr, weight: lighter(number, factor) }))
  return {
    of: (lo, hi) => weights.reduce((sum, { nr, weight }) => (lo <= nr && nr <= hi ? sum + weight : sum), 0),
    factors: [1, factor],
    most: weights.reduce((most, { weight }) => Math.max(most, weight), 0),
  }
}

/** The weights of `joint` in both sections. */
function cellWeights(sections: readonly WeighedSection[], joint: JointCell): CellWeights {
  const [one, other] = weightsWithin(sections, joint, joint.lo, joint.hi) as SectionPair
  const which = one >= other ? 0 : 1
  const alone: CellWeights = {
    of: (lo, hi) => sections[which]!.weightOf(lo, hi, joint.cells[which]!.to),
    factors: which === 0 ? [1, 0] : [0, 1],
    most: Infinity,
  }
  if (one === 0 || other === 0) return alone
  const numbers = weighedNumbers(sections, joint, MAX_VALUES)
  if (numbers === undefined) return alone
  const factors = new Set(
    numbers.flatMap(({ weights }) => (weights[0]! > 0 && weights[1]! > 0 ? [weights[1]! / weights[0]!] : [])),
  )
  let best: number | undefined
  let most = Math.max(one, other)
  for (const factor of factors) {
    const weight = kept(numbers, factor)
    // `weight` is NaN where the factor is too large for a number.
    if (!(weight > most)) continue
    best = factor
    most = weight
  }
  return best === undefined ? alone : alike(numbers, best)
}

/** Neighbouring numbers on which each section has one continuation. */
export interface SharedNumbers extends Pick<SharedCell, 'to' | 'factors' | 'weight'>, CellWeights {
  readonly lo: number
  readonly hi: number
}

/** The shared numbers of `sections`, in order. None weighs more than its calls. */
export function sharedNumbers(sections: readonly [WeighedSection, WeighedSection]): readonly SharedNumbers[] {
  return jointCells(sections).map((joint) => {
    const { lo, hi, cells } = joint
    const { of, factors, most } = cellWeights(sections, joint)
    return { lo, hi, to: [cells[0]!.to, cells[1]!.to], factors, weight: of(lo, hi), of, most }
  })
}

/** The weights of values `lo` to `hi`. */
function valuesOf(lo: number, hi: number, of: CellWeights['of']): readonly number[] {
  const values: number[] = []
  for (let nr = lo; nr <= hi; nr += 1) values.push(of(nr, nr))
  return values
}

/** Shared numbers as a cell. */
export function sharedCell({ lo, hi, to, factors, weight, of, most }: SharedNumbers): SharedCell {
  const heavy = weight * SHARE
  if (most < heavy) return { to, factors, weight, singles: [], isWide: true }
  const values = hi - lo < FEW ? valuesOf(lo, hi, of) : []
  // Every value is heavy. `inAtoms` would find the same atoms in more time. Where `heavy` is 0, values without weight
  // are no atoms.
  if (lo === hi || (heavy > 0 && values.length > 0 && values.every((value) => value >= heavy)))
    return { to, factors, weight, singles: values, isWide: false }
  const pieces = inAtoms([{ lo, hi, to: 0, weight }], of, SHARE)
  const singles = pieces.filter(isSingle).map((single) => single.weight)
  return { to, factors, weight, singles, isWide: singles.length < pieces.length }
}
