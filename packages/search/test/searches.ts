/*
 * Oracles for the searches: one tries every tree over a handful of values, one walks a tree that was found. They
 * share no code with the searches.
 */
import fc from 'fast-check'
import type { WeightedCell } from '../src/cell.ts'
import { inAtoms } from '../src/atoms.ts'
import type { SearchTree } from '../src/search-tree.ts'

/** A value, its continuation and its weight. */
export interface WeighedValue {
  readonly to: number
  readonly weight: number
}

/** The values from 0 to some small number. */
export function smallValues(maxValues: number): fc.Arbitrary<readonly WeighedValue[]> {
  const value = fc.record({
    to: fc.constantFrom(0, 0, 0, 1, 1, 2),
    weight: fc.constantFrom(0, 0, 1, 1, 2, 3, 8),
  })
  return fc.array(value, { minLength: 1, maxLength: maxValues })
}

/** `values` as cells. Neighbours for which `joins` holds are one cell with their weights summed. */
function cellsWhere(
  values: readonly WeighedValue[],
  joins: (cell: WeightedCell, value: WeighedValue) => boolean,
): readonly WeightedCell[] {
  const cells: WeightedCell[] = []
  for (const [at, { to, weight }] of values.entries()) {
    const last = cells.at(-1)
    if (last !== undefined && joins(last, { to, weight }))
      cells[cells.length - 1] = { ...last, hi: at, weight: last.weight + weight }
    else cells.push({ lo: at, hi: at, to, weight })
  }
  return cells
}

/** `values` as cells, as wide as their continuations allow. */
function wideCells(values: readonly WeighedValue[]): readonly WeightedCell[] {
  return cellsWhere(values, (cell, { to }) => cell.to === to)
}

/** `values` as atoms. */
export function atomsOf(values: readonly WeighedValue[]): readonly WeightedCell[] {
  return inAtoms(wideCells(values), (lo, hi) =>
    values.slice(lo, hi + 1).reduce((sum, { weight }) => sum + weight, 0),
  )
}

/** `values` as cells, each value with weight in a cell of its own. */
export function cutCells(values: readonly WeighedValue[]): readonly WeightedCell[] {
  return cellsWhere(values, (cell, { to, weight }) => cell.to === to && cell.weight === 0 && weight === 0)
}

/** Cells over the values from 0 to some small number. Neighbours have different continuations. */
export function smallCells(maxValues: number): fc.Arbitrary<readonly WeightedCell[]> {
  return smallValues(maxValues).map(wideCells)
}

/** The least cost of any tree of `>= k` and `== k`, for any k. */
export function leastByTrying(values: readonly WeighedValue[], price: number): number {
  const known = new Map<number, number>()
  const least = (set: number): number => {
    const memo = known.get(set)
    if (memo !== undefined) return memo
    const left = values.flatMap((value, at) => ((set >> at) & 1 ? [{ ...value, at }] : []))
    let best = Infinity
    if (new Set(left.map(({ to }) => to)).size < 2) best = 0
    else {
      const here = left.reduce((sum, { weight }) => sum + weight, 0) + price
      for (const { at } of left) {
        const above = set & ~((1 << at) - 1)
        if (above !== set) best = Math.min(best, here + least(above) + least(set & ~above))
        best = Math.min(best, here + least(set & ~(1 << at)))
      }
    }
    known.set(set, best)
    return best
  }
  return least((1 << values.length) - 1)
}

/** The continuation that `tree` finds for `value`, and the number of tests before it. */
export function walk(tree: SearchTree, value: number): { readonly to: number; readonly depth: number } {
  let at = tree
  let depth = 0
  for (; at.kind !== 'found'; depth += 1)
    at = (at.kind === 'eq' ? value === at.k : value >= at.k) ? at.then : at.else
  return { to: at.to, depth }
}

/** The number of tests in `tree`. */
export function testsIn(tree: SearchTree): number {
  return tree.kind === 'found' ? 0 : 1 + testsIn(tree.then) + testsIn(tree.else)
}

/** The cost of `tree`, by walking it for each value; `undefined` where it finds a wrong continuation. */
export function costOfValues(
  tree: SearchTree,
  values: readonly WeighedValue[],
  price: number,
): number | undefined {
  let cost = price * testsIn(tree)
  for (const [value, { to, weight }] of values.entries()) {
    const found = walk(tree, value)
    if (found.to !== to) return undefined
    cost += weight * found.depth
  }
  return cost
}

/** The cost of `tree` for cells, as if all weight of a cell were that of its first value. */
export function costByWalking(
  tree: SearchTree,
  cells: readonly WeightedCell[],
  price: number,
): number | undefined {
  const values = cells.flatMap(({ lo, hi, to, weight }) =>
    Array.from({ length: hi - lo + 1 }, (_, i) => ({ to, weight: i === 0 ? weight : 0 })),
  )
  return costOfValues(tree, values, price)
}
