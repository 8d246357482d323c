/*
 * The numbers of two sections as cells of both: what a program finds that tests the number before `arch`.
 *
 * `sharedCost` of @seccompile/search asks for cells in which the calls of both sections weigh the same, but for a factor.
 * Where they do not, calls are made lighter: the factor is chosen that leaves most weight. No program costs more for that.
 */
import { U32 } from '@seccompile/rules'
import { inAtoms, isSingle } from '@seccompile/search'
import type { SharedCell, WeightedCell } from '@seccompile/search'
import type { WeighedSection } from './weighed.ts'

/** The share of a cell that one of its values may weigh: shared-costs.ts of @seccompile/search says why. */
const SHARE = 1 / 8
/** The most values with weight of a cell that are looked at one by one. A cell of more keeps the weights of one section. */
const MAX_VALUES = 512

/** A number and the weight of its calls in both sections. */
interface WeighedNumber {
  readonly nr: number
  readonly weights: readonly [number, number]
}

/** The weights of a cell: those of values `lo` to `hi` together, and what they are times in each section. */
interface CellWeights {
  readonly of: (lo: number, hi: number) => number
  readonly factors: readonly [number, number]
}

/** A part of the numbers in which both sections have one outcome. */
interface JointCell {
  readonly lo: number
  readonly hi: number
  readonly to: readonly [number, number]
  readonly weights: CellWeights
}

/** Yields the weights of numbers `lo` to `hi` in both sections. */
type WeightsOf = (lo: number, hi: number) => readonly [number, number]

/** The numbers from `lo` to `hi` that weigh something; `undefined` where there are too many. */
function numbersWithin(lo: number, hi: number, weightsOf: WeightsOf): readonly WeighedNumber[] | undefined {
  const found: WeighedNumber[] = []
  const halve = (from: number, to: number): boolean => {
    const weights = weightsOf(from, to)
    if (weights[0] === 0 && weights[1] === 0) return true
    if (from === to) return found.push({ nr: from, weights }) <= MAX_VALUES
    const middle = from + Math.floor((to - from) / 2)
    return halve(from, middle) && halve(middle + 1, to)
  }
  return halve(lo, hi) ? found : undefined
}

/** The weight in the first section where the second has `factor` times as much, and neither has more than it had. */
function lighter({ weights: [one, other] }: WeighedNumber, factor: number): number {
  return Math.min(one, other / factor)
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
  }
}

/** The weights of a cell of numbers `lo` to `hi`. */
function cellWeights(lo: number, hi: number, weightsOf: WeightsOf): CellWeights {
  const [one, other] = weightsOf(lo, hi)
  const alone: CellWeights =
    one >= other
      ? { of: (from, to) => weightsOf(from, to)[0], factors: [1, 0] }
      : { of: (from, to) => weightsOf(from, to)[1], factors: [0, 1] }
  if (one === 0 || other === 0) return alone
  const numbers = numbersWithin(lo, hi, weightsOf)
  if (numbers === undefined) return alone
  const factors = new Set(
    numbers
      .filter(({ weights }) => weights[0] > 0 && weights[1] > 0)
      .map(({ weights }) => weights[1] / weights[0]),
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

function jointCells([one, other]: readonly [WeighedSection, WeighedSection]): readonly JointCell[] {
  const sections = [one, other] as const
  const starts = [...new Set(sections.flatMap(({ cells }) => cells.map(({ lo }) => lo)))].sort(
    (a, b) => a - b,
  )
  const places: [number, number] = [0, 0]
  const cellAt = (which: 0 | 1, lo: number): WeightedCell => {
    const { cells } = sections[which]
    while (cells[places[which]]!.hi < lo) places[which] += 1
    return cells[places[which]]!
  }
  return starts.map((lo, at) => {
    const hi = (starts[at + 1] ?? U32.max + 1) - 1
    const cells = [cellAt(0, lo), cellAt(1, lo)] as const
    const weightIn = (which: 0 | 1, from: number, to: number): number =>
      cells[which].weight === 0 ? 0 : sections[which].weightOf(from, to, cells[which].to)
    const weightsOf: WeightsOf = (from, to) => [weightIn(0, from, to), weightIn(1, from, to)]
    return { lo, hi, to: [cells[0].to, cells[1].to], weights: cellWeights(lo, hi, weightsOf) }
  })
}

/** The numbers of `sections` as cells of both, in their order. No cell weighs more than its calls. */
export function sharedNumbers(sections: readonly [WeighedSection, WeighedSection]): readonly SharedCell[] {
  return jointCells(sections).map(({ lo, hi, to, weights: { of, factors } }) => {
    const weight = of(lo, hi)
    const pieces = inAtoms([{ lo, hi, to: 0, weight }], of, SHARE)
    const singles = pieces.filter(isSingle).map((single) => single.weight)
    return { to, factors, weight, singles, isWide: singles.length < pieces.length }
  })
}
