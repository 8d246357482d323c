/*
 * Cells cut finer than their continuations ask for.
 *
 * A cell of many values may hold one that is called more often than all others together: `futex` among calls that are all
 * allowed. An equality test finds it before a search finds its cell, but only where the value is a cell of its own.
 *
 * Weights are known of ranges, so a value is found by halving: a half that weighs too little is not looked into.
 */
import type { WeightedCell } from './search-tree.ts'

/** What a part of a cell weighs: values `lo` to `hi` (u32, both included), which have the continuation `to`. */
export type WeightOf = (lo: number, hi: number, to: number) => number

/** Pieces of a cell, and of all cells of a word; a weight that is spread evenly has too many to look at each. */
const MAX_PIECES = 512

/**
 * `cell` in pieces that weigh `most` at most, or hold one value; neighbours that weigh as little together are one.
 * `undefined` where those are more than `MAX_PIECES`.
 */
function piecesOf(cell: WeightedCell, weightOf: WeightOf, most: number): readonly WeightedCell[] | undefined {
  const pieces: WeightedCell[] = []
  const add = (lo: number, hi: number, weight: number): boolean => {
    const last = pieces.at(-1)
    if (last !== undefined && last.weight + weight <= most)
      pieces[pieces.length - 1] = { ...last, hi, weight: last.weight + weight }
    else pieces.push({ ...cell, lo, hi, weight })
    return pieces.length <= MAX_PIECES
  }
  const halve = (lo: number, hi: number, weight: number): boolean => {
    if (weight <= most || lo === hi) return add(lo, hi, weight)
    const middle = lo + Math.floor((hi - lo) / 2)
    return (
      halve(lo, middle, weightOf(lo, middle, cell.to)) &&
      halve(middle + 1, hi, weightOf(middle + 1, hi, cell.to))
    )
  }
  return halve(cell.lo, cell.hi, cell.weight) ? pieces : undefined
}

/** Each of `cells` in pieces that weigh `most` at most, or hold one value; larger pieces where there would be too many. */
export function inPieces(
  cells: readonly WeightedCell[],
  weightOf: WeightOf,
  most: number,
): readonly WeightedCell[] {
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  for (const size of [most, Math.max(most, total / MAX_PIECES)]) {
    const pieces = cells.map((cell) => piecesOf(cell, weightOf, size))
    if (pieces.every((some) => some !== undefined)) {
      const all = pieces.flat()
      if (all.length <= MAX_PIECES) return all
    }
  }
  return cells
}

/**
 * `cells` with each value a cell of its own that weighs at least `share` of its cell, in cells that weigh `least` or more.
 */
export function cutOut(
  cells: readonly WeightedCell[],
  weightOf: WeightOf,
  share: number,
  least: number,
): readonly WeightedCell[] {
  return cells.flatMap((cell) => {
    if (cell.lo === cell.hi || cell.weight === 0 || cell.weight < least) return [cell]
    const heavy = cell.weight * share
    const cut: WeightedCell[] = []
    const isHeavy = ({ lo, hi, weight }: WeightedCell): boolean => lo === hi && weight >= heavy
    // Pieces that weigh just less than `heavy`: a value that weighs so much is one of them, and they are few.
    for (const piece of piecesOf(cell, weightOf, heavy * (1 - 2 ** -20)) ?? [cell]) {
      const last = cut.at(-1)
      if (last !== undefined && !isHeavy(last) && !isHeavy(piece))
        cut[cut.length - 1] = { ...last, hi: piece.hi, weight: last.weight + piece.weight }
      else cut.push(piece)
    }
    return cut
  })
}
