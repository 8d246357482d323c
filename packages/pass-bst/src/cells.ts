/*
 * Cells: a word's values, cut where the way to go on changes.
 *
 * The unit of a tree is not the system call but the cell, a maximal range of values that go on alike. Docker's 309
 * calls on x86_64 are some 60 cells. What a cell leads to is a number, most often a node of a diagram, where equal
 * numbers mean equal ways to go on.
 */
import { cellsOf, cellStarts, isAlways, U32 } from '@seccompile/rules'
import type { Range, Rule, Section } from '@seccompile/rules'

/** Values `lo` to `hi` (u32, both included) that all go on with `to`. */
export interface Cell extends Range<number> {
  readonly to: number
}

/** Adjacent cells that go on alike made one. `cells` are sorted and without gaps, and so is the result. */
function mergeCells(cells: readonly Cell[]): readonly Cell[] {
  const merged: Cell[] = []
  for (const cell of cells) {
    const last = merged.at(-1)
    if (last?.to === cell.to) merged[merged.length - 1] = { ...last, hi: cell.hi }
    else merged.push(cell)
  }
  return merged
}

/**
 * The cells of `section`'s numbers, 0 to 2^32 - 1. `continuation` yields what the rules come to that can decide a
 * number: in order of matching, conditional ones and at most one unconditional one, which is the last.
 */
export function numberCells(
  section: Section,
  continuation: (rules: readonly Rule[]) => number,
): readonly Cell[] {
  const starts = cellStarts(section.rules)
  const deciding = starts.map((): Rule[] => [])
  for (const rule of section.rules)
    for (const cell of cellsOf(starts, rule.numbers)) {
      const list = deciding[cell]!
      const last = list.at(-1)
      if (last === undefined || !isAlways(last.when)) list.push(rule)
    }
  return mergeCells(
    starts.map((lo, i) => ({
      lo,
      hi: (starts[i + 1] ?? U32.max + 1) - 1,
      to: continuation(deciding[i]!),
    })),
  )
}
