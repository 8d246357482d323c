import type { WeightedCell } from './cell.ts'
import { WeightSums } from './cost-table.ts'

/** A part to search: the cells from `i` to `j`, without the cells of `out`. Cells `i` and `j` are in the part. */
export interface Part {
  readonly i: number
  readonly j: number
  /** Ascending. */
  readonly out: readonly number[]
}

/** The part of the cells from `from` to `to`, without the cells of `out`. At least one cell must be left in it. */
export function partOf(from: number, to: number, out: readonly number[]): Part {
  let [i, j] = [from, to]
  while (out.includes(i)) i += 1
  while (out.includes(j)) j -= 1
  return { i, j, out: out.filter((at) => i < at && at < j) }
}

/** `part` without cell `at`. At least two cells must be left in it. */
export function without({ i, j, out }: Part, at: number): Part {
  const place = out.findIndex((other) => other > at)
  return partOf(i, j, place === -1 ? [...out, at] : out.toSpliced(place, 0, at))
}

/** The places of the cells of a part, ascending. */
export function cellsLeft({ i, j, out }: Part): readonly number[] {
  const left: number[] = []
  for (let at = i; at <= j; at += 1) if (!out.includes(at)) left.push(at)
  return left
}

/** Yields the weight of a part of `cells`. */
export function partWeights(cells: readonly WeightedCell[]): (part: Part) => number {
  const sums = new WeightSums(cells)
  return ({ i, j, out }) => out.reduce((sum, at) => sum - cells[at]!.weight, sums.of(i, j))
}
