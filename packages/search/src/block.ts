/*
 * Blocks: neighbouring values of one continuation, the units of the tables of bounds.
 *
 * Whichever values are out of a run of one continuation, some cheapest tree has no threshold inside the run, and
 * tests no value of its atoms. The steps of the proof are those of atoms.ts. Steps 1 and 2 do not depend on weights,
 * and put thresholds only at the ends of the run. Step 3 then takes tests of atoms away, and adds none. Step 4 makes
 * a tree cheaper, so it finds nothing to do. The thresholds of step 5 can stand at the ends of the run: they find the
 * rest of the run no later than its two tests did.
 *
 * So a table needs no place inside a run. A bound depends on the number and the weights of the values that equality
 * tests may take out of it, but not on their places.
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'

/** Neighbouring values with one continuation. */
export interface Block {
  readonly to: number
  /** The weight of all values. */
  readonly weight: number
  /** The weights of the values that equality tests may take out. */
  readonly singles: readonly number[]
  /** Whether the block has other values too, which no equality test takes out. */
  readonly isWide: boolean
}

/** A block for each of `cells`. */
export function blocksOf(cells: readonly WeightedCell[]): readonly Block[] {
  return cells.map((cell) => {
    const { to, weight } = cell
    return isSingle(cell)
      ? { to, weight, singles: [weight], isWide: false }
      : { to, weight, singles: [], isWide: true }
  })
}

/** `blocks` with neighbours of one continuation joined. */
export function joined(blocks: readonly Block[]): readonly Block[] {
  const all: (Block & { readonly singles: number[] })[] = []
  for (const block of blocks) {
    const last = all.at(-1)
    if (last?.to !== block.to) {
      all.push({ ...block, singles: [...block.singles] })
      continue
    }
    // A run may have many values, so their list grows in place.
    for (const single of block.singles) last.singles.push(single)
    all[all.length - 1] = {
      ...last,
      weight: last.weight + block.weight,
      isWide: last.isWide || block.isWide,
    }
  }
  return all
}
