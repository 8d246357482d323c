import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/**
 * The places of the `count` heaviest single values of cells `i` to `j`, heaviest first, or of as many as there are. Of equal
 * weights the lower place comes first.
 */
export function heaviestSingles(
  cells: readonly WeightedCell[],
  i: number,
  j: number,
  count: number,
): readonly number[] {
  const places: number[] = []
  if (count === 0) return places
  for (let at = i; at <= j; at += 1) if (isSingle(cells[at]!)) places.push(at)
  return places.sort((a, b) => cells[b]!.weight - cells[a]!.weight || a - b).slice(0, count)
}
