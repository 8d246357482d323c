/*
 * Cells: a word's values, cut where the way to go on changes.
 *
 * The unit of a tree is not the system call but the cell, a maximal range of values that lead to one node. Docker's
 * 309 calls on x86_64 are some 60 cells.
 */
import type { Decision } from '@seccompile/decision'
import { isAlways, U32 } from '@seccompile/rules'
import type { Range, Rule, Section } from '@seccompile/rules'

/** Values `lo` to `hi` (u32, both included) that all lead to `node`. */
export interface Cell extends Range<number> {
  readonly node: Decision
}

/** Adjacent cells of one node made one. `cells` are sorted and without gaps, and so is the result. */
export function mergeCells(cells: readonly Cell[]): readonly Cell[] {
  const merged: Cell[] = []
  for (const cell of cells) {
    const last = merged.at(-1)
    if (last?.node === cell.node) merged[merged.length - 1] = { ...last, hi: cell.hi }
    else merged.push(cell)
  }
  return merged
}

/**
 * The cells of `section`'s numbers, 0 to 2^32 - 1. `continuation` yields the node for the rules that can decide a
 * number: in order of matching, conditional ones and at most one unconditional one, which is the last.
 *
 * A sweep over the ends of all ranges: O(r log r + r · c) for r ranges, of which at most c overlap.
 */
export function numberCells(
  section: Section,
  continuation: (rules: readonly Rule[], section: Section) => Decision,
): readonly Cell[] {
  const opening = new Map<number, number[]>()
  const closing = new Map<number, Set<number>>()
  section.rules.forEach(({ numbers }, index) => {
    for (const { lo, hi } of numbers) {
      opening.set(lo, [...(opening.get(lo) ?? []), index])
      closing.set(hi + 1, (closing.get(hi + 1) ?? new Set()).add(index))
    }
  })
  const cuts = [...new Set([0, ...opening.keys(), ...closing.keys()])].filter((cut) => cut <= U32.max)
  cuts.sort((a, b) => a - b)

  const cells: Cell[] = []
  let active: readonly number[] = []
  cuts.forEach((lo, i) => {
    const closed = closing.get(lo)
    if (closed !== undefined) active = active.filter((index) => !closed.has(index))
    const opened = opening.get(lo)
    if (opened !== undefined) active = [...active, ...opened].sort((a, b) => a - b)
    const covering = active.map((index) => section.rules[index]!)
    const last = covering.findIndex(({ when }) => isAlways(when))
    const deciding = last < 0 ? covering : covering.slice(0, last + 1)
    cells.push({ lo, hi: (cuts[i + 1] ?? U32.max + 1) - 1, node: continuation(deciding, section) })
  })
  return mergeCells(cells)
}
