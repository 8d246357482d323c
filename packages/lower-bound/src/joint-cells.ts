import { U32 } from '@seccompile/rules'
import type { WeightedCell } from '@seccompile/search'
import type { WeighedSection } from '@seccompile/cells'

/** A range of numbers within which every section has one cell. */
export interface JointCell {
  readonly lo: number
  readonly hi: number
  /** For each section, its cell. */
  readonly cells: readonly WeightedCell[]
}

/** A number and the weight of its calls in each section. */
export interface WeighedNumber {
  readonly nr: number
  readonly weights: readonly number[]
}

/** The joint cells of `sections`. One ends wherever a cell of some section begins. */
export function jointCells(sections: readonly WeighedSection[]): readonly JointCell[] {
  const starts = [...new Set(sections.flatMap(({ cells }) => cells.map(({ lo }) => lo)))].sort(
    (a, b) => a - b,
  )
  const places = new Uint32Array(sections.length)
  return starts.map((lo, at) => {
    const cells = sections.map((section, s) => {
      while (section.cells[places[s]!]!.hi < lo) places[s]! += 1
      return section.cells[places[s]!]!
    })
    return { lo, hi: (starts[at + 1] ?? U32.max + 1) - 1, cells }
  })
}

/** The weight of the calls of numbers `lo` to `hi` of a joint cell, in each section. */
export function weightsWithin(
  sections: readonly WeighedSection[],
  { cells }: JointCell,
  lo: number,
  hi: number,
): readonly number[] {
  return cells.map(({ to, weight }, s) => (weight === 0 ? 0 : sections[s]!.weightOf(lo, hi, to)))
}

/** Up to this many numbers are weighed singly; larger cells are mostly weightless. */
const FEW = 64

/** The numbers of a joint cell that have weight; `undefined` where there are more than `most`. */
export function weighedNumbers(
  sections: readonly WeighedSection[],
  joint: JointCell,
  most: number,
): readonly WeighedNumber[] | undefined {
  const found: WeighedNumber[] = []
  const add = (lo: number, hi: number): void => {
    if (hi - lo < FEW) {
      for (let nr = lo; nr <= hi; nr += 1) {
        const weights = weightsWithin(sections, joint, nr, nr)
        if (weights.some((weight) => weight > 0)) found.push({ nr, weights })
      }
      return
    }
    const middle = lo + Math.floor((hi - lo) / 2)
    for (const [from, to] of [
      [lo, middle],
      [middle + 1, hi],
    ] as const)
      if (found.length <= most && weightsWithin(sections, joint, from, to).some((weight) => weight > 0))
        add(from, to)
  }
  add(joint.lo, joint.hi)
  return found.length <= most ? found : undefined
}
