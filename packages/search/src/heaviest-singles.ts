import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/** No cell: the part has fewer single values. */
const NONE = -1

/** The heaviest single values of every part of some cells. */
export class HeaviestSingles {
  /** The most values that a part can have taken out. */
  readonly most: number
  readonly #cells: number
  /** At (rank · n + i) · n + j: the place of the single value of that rank among cells i to j, or `NONE`. */
  readonly #places: Int32Array

  constructor(cells: readonly WeightedCell[], most: number) {
    const n = cells.length
    this.#cells = n
    this.most = Math.min(most, cells.filter(isSingle).length)
    this.#places = new Int32Array(this.most * n * n)
    for (let i = 0; i < n; i += 1)
      for (let j = i; j < n; j += 1) {
        let next = isSingle(cells[j]!) ? j : NONE
        for (let rank = 0; rank < this.most; rank += 1) {
          const at = (rank * n + i) * n + j
          const held = j === i ? NONE : this.#places[at - 1]!
          // The value that holds this rank gives way to a heavier cell j, and then goes before the value of the next rank.
          const stays =
            held !== NONE && (next === NONE || (next === j && cells[held]!.weight >= cells[j]!.weight))
          this.#places[at] = stays ? held : next
          if (!stays) next = held
        }
      }
  }

  /** The place of the heaviest single value of cells i to j but for `rank` heavier ones; `undefined` where there is none. */
  at(i: number, j: number, rank: number): number | undefined {
    if (rank >= this.most) return undefined
    const place = this.#places[(rank * this.#cells + i) * this.#cells + j]!
    return place === NONE ? undefined : place
  }

  /** The places of the `count` heaviest, heaviest first, or of as many as there are. */
  first(i: number, j: number, count: number): readonly number[] {
    const places: number[] = []
    for (let rank = 0; rank < count; rank += 1) {
      const place = this.at(i, j, rank)
      if (place !== undefined) places.push(place)
    }
    return places
  }
}
