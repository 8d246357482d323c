/*
 * Cuts cells into pieces, so that a heavy value becomes a cell of its own.
 *
 * A cell of many values may hold a value that weighs more than all others together. An equality test can find this
 * value before any search finds its cell, but only where the value is a cell of its own.
 *
 * The weight of any range is known, so halving finds the value: a half that weighs too little is not divided further.
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/** Yields the weight of a part of a cell: values `lo` to `hi` (u32, both included) with the continuation `to`. */
export type WeightOf = (lo: number, hi: number, to: number) => number

/** The most pieces of a cell. Without it, a weight that is spread evenly could make a piece of each value. */
const MAX_PIECES = 512

/** The part of `cell` with values `lo` to `hi`. */
function piece({ to, rest }: WeightedCell, lo: number, hi: number, weight: number): WeightedCell {
  return rest === undefined ? { lo, hi, to, weight } : { lo, hi, to, weight, rest }
}

/**
 * `cell` in pieces that weigh at most `most` or hold one value. Neighbours that together weigh at most `most` are
 * joined. `undefined` where there would be more than `MAX_PIECES`.
 */
function piecesOf(cell: WeightedCell, weightOf: WeightOf, most: number): readonly WeightedCell[] | undefined {
  const pieces: WeightedCell[] = []
  const add = (lo: number, hi: number, weight: number): boolean => {
    const last = pieces.at(-1)
    if (last !== undefined && last.weight + weight <= most)
      pieces[pieces.length - 1] = piece(cell, last.lo, hi, last.weight + weight)
    else pieces.push(piece(cell, lo, hi, weight))
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

/** Joins neighbouring `pieces`. A single value that weighs `heavy` or more stays a piece of its own. */
function lightJoined(pieces: readonly WeightedCell[], heavy: number): readonly WeightedCell[] {
  const isHeavy = (each: WeightedCell): boolean => isSingle(each) && each.weight >= heavy
  const all: WeightedCell[] = []
  for (const next of pieces) {
    const last = all.at(-1)
    if (last === undefined || isHeavy(last) || isHeavy(next)) all.push(next)
    else all[all.length - 1] = piece(next, last.lo, next.hi, last.weight + next.weight)
  }
  return all
}

/** `cells` with a cell of its own for each value that weighs at least `share` of its cell; cells below `least` stay whole. */
export function cutOut(
  cells: readonly WeightedCell[],
  weightOf: WeightOf,
  share: number,
  least: number,
): readonly WeightedCell[] {
  const all: WeightedCell[] = []
  for (const cell of cells) {
    const heavy = cell.weight * share
    const isWhole = isSingle(cell) || cell.weight === 0 || cell.weight < least
    // The limit for pieces is just below `heavy`: then a value of that weight is a piece, and there are few pieces.
    const pieces = isWhole ? undefined : piecesOf(cell, weightOf, heavy * (1 - 2 ** -20))
    if (pieces === undefined) all.push(cell)
    else all.push(...lightJoined(pieces, heavy))
  }
  return all
}
