/**
 * Values `lo` to `hi` (u32, both included) with one continuation. `to` is a number of the caller; a search only
 * compares it.
 */
export interface Cell {
  readonly lo: number
  readonly hi: number
  readonly to: number
}

/** A cell, and how often its values are searched, relative to other cells. */
export interface WeightedCell extends Cell {
  /** 0 or more. */
  readonly weight: number
  /** The most steps that follow after the cell is found; 0 by default. Only searches within a longest path read it. */
  readonly rest?: number
}

/** `cells` with neighbours of one continuation joined. The weight of a joined cell is the sum of its parts. */
export function mergeCells(cells: readonly WeightedCell[]): readonly WeightedCell[] {
  const merged: WeightedCell[] = []
  for (const cell of cells) {
    const last = merged.at(-1)
    if (last?.to === cell.to)
      merged[merged.length - 1] = { ...last, hi: cell.hi, weight: last.weight + cell.weight }
    else merged.push(cell)
  }
  return merged
}

/** Whether `cell` holds one value, so that an equality test can take it out. */
export function isSingle({ lo, hi }: Cell): boolean {
  return lo === hi
}

/**
 * Checks cells that come from a caller. A search of cells with a gap, or with a weight of NaN, would yield a wrong tree.
 * @throws RangeError with the place of the first cell that is wrong
 */
export function checkCells(cells: readonly WeightedCell[]): void {
  for (const [at, cell] of cells.entries()) {
    const problem = problemOf(cell, cells[at - 1])
    if (problem !== undefined) throw new RangeError(`cell ${at}: ${problem}`)
  }
}

/** The fault of a cell, as text; `before` is the cell before it. */
function problemOf(cell: WeightedCell, before: WeightedCell | undefined): string | undefined {
  const { lo, hi, weight, rest = 0 } = cell
  if (lo >>> 0 !== lo || hi >>> 0 !== hi || lo > hi)
    return `${lo} to ${hi} is no range of a u32; expected integers, the lower one first`
  if (before !== undefined && lo !== before.hi + 1)
    return `begins at ${lo}, and the cell before it ends at ${before.hi}; sort cells and leave no gaps`
  if (!(weight >= 0 && weight < Infinity)) return `weighs ${weight}; expected a finite number, 0 or more`
  if (!(rest >= 0)) return `has a rest of ${rest}; expected a number, 0 or more`
  return undefined
}
