import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/**
 * The places of the `count` heaviest single values of cells `i` to `j`, heaviest first; fewer where there are fewer.
 * Among equal weights, the lower place comes first.
 */
export function heaviestSingles(
  cells: readonly WeightedCell[],
  i: number,
  j: number,
  count: number,
): readonly number[] {
  const places: number[] = []
  while (places.length < count) {
    let heaviest: number | undefined
    for (let at = i; at <= j; at += 1) {
      const cell = cells[at]!
      if (!isSingle(cell) || places.includes(at)) continue
      if (heaviest === undefined || cell.weight > cells[heaviest]!.weight) heaviest = at
    }
    if (heaviest === undefined) break
    places.push(heaviest)
  }
  return places
}
