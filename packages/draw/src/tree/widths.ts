/*
 * The width of a column: by the calls in it, or by the weight of its calls.
 *
 * Most numbers are not calls: numbers of x32 begin at 2^30, and -1 is the last number. On a true number line the
 * calls would be narrower than a pixel. So a number without a call has a small width, and many of them have at most
 * the width of a few calls.
 */
import type { Names } from '../picture/names.ts'
import type { Column } from './columns.ts'

/** The weight of the numbers from `lo` to `hi` of an arch. The weight of a range is the sum of its parts. */
export type Weigh = (arch: number, numbers: { readonly lo: number; readonly hi: number }) => number

/** Numbers of a column that are looked up by name. No ABI has as many calls. */
const MOST_LOOKED_UP = 2048
/** The largest width of numbers without a call, in calls. */
const MOST_UNNAMED = 8

/** The calls with a name among the numbers of a column. */
export function callsIn({ lo, hi }: Pick<Column, 'lo' | 'hi'>, arch: number, names: Names): number {
  let count = 0
  for (let nr = lo; nr <= hi && nr < lo + MOST_LOOKED_UP; nr += 1)
    if (names.call?.(arch, nr) !== undefined) count += 1
  return count
}

/**
 * `weights` as widths, each with a visible least width: a fortieth of the whole, or for many columns most of an
 * equal share.
 */
function seen(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const least = Math.min(1 / 40, 1 / (1.2 * weights.length))
  return weights.map((weight) => Math.max(least, sum === 0 ? 1 : weight / sum))
}

/** The widths of `columns` by their calls. */
export function widthsByCalls(columns: readonly Column[], arch: number, names: Names): readonly number[] {
  return seen(
    columns.map((column) => {
      const calls = callsIn(column, arch, names)
      const others = column.hi - column.lo + 1 - calls
      return calls + Math.min(MOST_UNNAMED, names.call === undefined ? others : others / 16)
    }),
  )
}

/** The widths of `columns` by the weight of their calls. */
export function widthsByWeight(columns: readonly Column[], arch: number, weigh: Weigh): readonly number[] {
  return seen(columns.map(({ lo, hi }) => weigh(arch, { lo, hi })))
}
