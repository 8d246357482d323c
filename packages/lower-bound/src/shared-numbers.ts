/*
 * The numbers of two sections as cells of both: what a program finds that tests the number before `arch`.
 *
 * `sharedSearch` of @seccompile/search asks for cells in which the calls of both sections weigh the same, but for a factor.
 * Where they do not, calls are made lighter: the factor is chosen that leaves most weight. No program costs more for that.
 */
import { inAtoms, isSingle } from '@seccompile/search'
import type { SharedCell } from '@seccompile/search'
import { jointCells, weighedNumbers, weightsWithin } from './joint-cells.ts'
import type { JointCell, WeighedNumber } from './joint-cells.ts'
import type { WeighedSection } from '@seccompile/cells'

/** The share of a cell that one of its values may weigh: shared-costs.ts of @seccompile/search says why. */
const SHARE = 1 / 8
/** No more values of a cell can weigh that share of it. */
const FEW = 1 / SHARE
/** The most values with weight of a cell that are looked at one by one. A cell of more keeps the weights of one section. */
const MAX_VALUES = 512

/** For each of two sections, a number. */
type SectionPair = readonly [number, number]

/** The weights of a cell: those of values `lo` to `hi` together, and what they are times in each section. */
interface CellWeights {
  readonly of: (lo: number, hi: number) => number
  readonly factors: readonly [number, number]
  /** No value weighs more; `Infinity` where that is not known. */
  readonly most: number
}

/** The weight in the first section where the second has `factor` times as much, and neither has more than it had. */
function lighter({ weights }: WeighedNumber, factor: number): number {
  return Math.min(weights[0]!, weights[1]! / factor)
}

/** What both sections keep of the weights of `numbers` with that factor. */
function kept(numbers: readonly WeighedNumber[], factor: number): number {
  let sum = 0
  for (const number of numbers) sum += lighter(number, factor)
  return sum * (1 + factor)
}

/** The weights of `numbers` where the second section has `factor` times the weight of the first; no number gets heavier. */
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
    // NaN where the factor is too large for a number.
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

/** The numbers of `sections`, in their order. None weigh more than their calls. */
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

/** Those numbers as a cell. */
export function sharedCell({ lo, hi, to, factors, weight, of, most }: SharedNumbers): SharedCell {
  const heavy = weight * SHARE
  if (most < heavy) return { to, factors, weight, singles: [], isWide: true }
  const values = hi - lo < FEW ? valuesOf(lo, hi, of) : []
  // `inAtoms` would find no other atoms, in more time. Where `heavy` is 0, values without weight are no atoms.
  if (lo === hi || (heavy > 0 && values.length > 0 && values.every((value) => value >= heavy)))
    return { to, factors, weight, singles: values, isWide: false }
  const pieces = inAtoms([{ lo, hi, to: 0, weight }], of, SHARE)
  const singles = pieces.filter(isSingle).map((single) => single.weight)
  return { to, factors, weight, singles, isWide: singles.length < pieces.length }
}
