/*
 * The program behind threshold-search.ts: the best trees over all runs of neighbouring cells, in a table, from the short
 * runs to the long ones.
 *
 * An entry is cost(i, j, h), cells i to j without the h heaviest single values among them, which have been tested before.
 */
import { exceptionsOf } from './exceptions.ts'
import type { WeightedCell } from './search-tree.ts'

/** Single values that are tested before anything else. */
const MAX_REMOVED = 2
/** They are where the others weigh at most this many times as much, the heaviest and the cells around them left out. */
const MAX_OTHERS = 8
/** Cells on either side of a single value that may become one without it. */
const AROUND = 2

/** Cells up to which Knuth's program is run: 28 n² bytes. */
export const MAX_QUADRATIC = 1024

/** What comes first in a tree: a threshold after a cell, or one of these. */
export const CHOICE = { found: -1, equality: -2, exceptions: -3 } as const

/** The cells, and what all tables over them share. */
export interface Ground {
  readonly cells: readonly WeightedCell[]
  readonly price: number
  /** The weight of all cells before each. */
  readonly before: Float64Array
  /** How many of the heaviest can be removed. */
  readonly most: number
  /** The place of the h-th heaviest single value of cells i to j, from 0, at (h · n + i) · n + j; -1 where there is none. */
  readonly heaviest: Int32Array
  /** What the heaviest of cells i to j weighs, at i · n + j. */
  readonly peak: Float64Array
  /** Whether every split is tried; else only those within Knuth's bounds, and nothing is removed. */
  readonly everySplit: boolean
}

/** The best tree over cells i to j without their h heaviest, at (h · n + i) · n + j, within a longest path. */
export interface Table {
  /** `Infinity` where there is no tree, or nobody asks for it. */
  readonly cost: Float64Array
  /** The same at (h · n + j) · n + i, so that parts with one end in common lie side by side. */
  readonly costByEnd: Float64Array
  /** The last cell of the left part, or one of {@link CHOICE}. */
  readonly choice: Int32Array
}

function heaviestSingles(cells: readonly WeightedCell[], most: number): Int32Array {
  const n = cells.length
  const heaviest = new Int32Array(most * n * n)
  for (let i = 0; i < n; i += 1)
    for (let j = i; j < n; j += 1) {
      const { lo, hi } = cells[j]!
      let next = lo === hi ? j : -1
      for (let h = 0; h < most; h += 1) {
        const at = (h * n + i) * n + j
        const held = j === i ? -1 : heaviest[at - 1]!
        // What stands here gives way to a heavier cell j, and then goes before what stands next.
        const stays = held !== -1 && (next === -1 || (next === j && cells[held]!.weight >= cells[j]!.weight))
        heaviest[at] = stays ? held : next
        if (!stays) next = held
      }
    }
  return heaviest
}

function peaks(cells: readonly WeightedCell[]): Float64Array {
  const n = cells.length
  const peak = new Float64Array(n * n)
  for (let i = 0; i < n; i += 1)
    for (let j = i; j < n; j += 1)
      peak[i * n + j] = Math.max(cells[j]!.weight, j === i ? 0 : peak[i * n + j - 1]!)
  return peak
}

/** What tables over `cells` begin with. */
export function ground(cells: readonly WeightedCell[], price: number, everySplit: boolean): Ground {
  const singles = everySplit ? cells.filter(({ lo, hi }) => lo === hi).length : 0
  const most = Math.min(MAX_REMOVED, singles)
  const before = new Float64Array(cells.length + 1)
  cells.forEach(({ weight }, i) => (before[i + 1] = before[i]! + weight))
  return {
    cells,
    price,
    before,
    most,
    heaviest: heaviestSingles(cells, most),
    peak: peaks(cells),
    everySplit,
  }
}

/** The h heaviest single values of cells i to j, heaviest first, or as many as there are. */
export function removedOf({ cells, heaviest }: Ground, i: number, j: number, h: number): readonly number[] {
  const n = cells.length
  const removed: number[] = []
  for (let rank = 0; rank < h; rank += 1) {
    const at = heaviest[(rank * n + i) * n + j]!
    if (at !== -1) removed.push(at)
  }
  return removed
}

function emptyTable({ cells, most }: Ground): Table {
  const length = (most + 1) * cells.length ** 2
  return {
    cost: new Float64Array(length).fill(Infinity),
    costByEnd: new Float64Array(length).fill(Infinity),
    choice: new Int32Array(length).fill(CHOICE.found),
  }
}

/** The first place from `from` to `to` where the two rows, which begin at `a` and `b`, sum to the least; `from` - 1 for none. */
function leastSum(
  left: Float64Array,
  a: number,
  right: Float64Array,
  b: number,
  from: number,
  to: number,
): number {
  let best = Infinity
  let split = from - 1
  for (let s = from; s <= to; s += 1) {
    const sum = left[a + s]! + right[b + s]!
    if (sum >= best) continue
    best = sum
    split = s
  }
  return split
}

/**
 * The best trees for paths of at most `longest` instructions. Their parts come from `below`, the table for paths of
 * one less, or without it from the very table that is made: then nothing bounds the path.
 */
function bestTrees(given: Ground, longest: number, below: Table | undefined): Table {
  const { cells, price, before, heaviest, peak, most, everySplit } = given
  const n = cells.length
  const table = emptyTable(given)
  const { cost, costByEnd, choice } = table
  const parts = below ?? table
  const place = (i: number, j: number, h: number): number => (h * n + i) * n + j

  /** Whether cells i to j without `removed` have one continuation. */
  const isAlike = (i: number, j: number, removed: readonly number[]): boolean => {
    let to: number | undefined
    for (let at = i; at <= j; at += 1) {
      if (removed.includes(at)) continue
      if (to !== undefined && to !== cells[at]!.to) return false
      to = cells[at]!.to
    }
    return true
  }

  /**
   * Whether single value `at` may be tested before the others of cells i to j. That costs them a test, and saves the value
   * the way down to where it is tested else: to the cells around it, or to the heaviest, below which nothing is far down.
   * Where paths are bounded, a short one may be worth more.
   */
  const mayComeFirst = (at: number, i: number, j: number): boolean => {
    if (longest !== Infinity) return true
    const around = before[Math.min(j, at + AROUND) + 1]! - before[Math.max(i, at - AROUND)]!
    const others = before[j + 1]! - before[i]! - around - peak[place(i, j, 0)]!
    return others <= MAX_OTHERS * cells[at]!.weight
  }

  const fill = (i: number, j: number, h: number, removed: readonly number[]): void => {
    const at = place(i, j, h)
    let weight = before[j + 1]! - before[i]!
    for (const gone of removed) weight -= cells[gone]!.weight
    const here = weight + price
    const ascending = h < 2 ? removed : removed.toSorted((x, y) => x - y)
    const knuth = !everySplit && j - i > 1
    const first = knuth ? Math.max(i, choice[place(i, j - 1, 0)]!) : i
    const last = knuth ? Math.max(first, Math.min(j - 1, choice[place(i + 1, j, 0)]! + 1)) : j - 1
    let best = Infinity
    let from = first
    // Between two of the removed the same of them are in the left part.
    for (let left = 0; left <= h; left += 1) {
      const to = left < h ? ascending[left]! - 1 : last
      const row = place(i, 0, left)
      const column = place(j, 1, h - left)
      // Where nothing is left of a part its place was never filled, and costs too much.
      const split = leastSum(parts.cost, row, parts.costByEnd, column, from, to)
      const sum = split < from ? Infinity : parts.cost[row + split]! + parts.costByEnd[column + split]!
      if (sum < best) {
        best = sum
        choice[at] = split
      }
      from = to + 1
    }
    cost[at] = here + best
    const next = h < most ? heaviest[at]! : -1
    if (next !== -1 && j - i > h && (cells[next]!.rest ?? 0) < longest) {
      const equality = here + parts.cost[place(i, j, h + 1)]!
      if (equality < cost[at]) {
        cost[at] = equality
        choice[at] = CHOICE.equality
      }
    }
    if (h > 0 || j - i < 2) return
    const exceptions = exceptionsOf(cells, i, j, price, longest)
    if (exceptions === undefined || exceptions.cost > cost[at]) return
    // Where the cost is equal, fewer tests win.
    if (exceptions.cost === cost[at] && exceptions.cells.length >= j - i) return
    cost[at] = exceptions.cost
    choice[at] = CHOICE.exceptions
  }

  const enter = (i: number, j: number, h: number): void => {
    const removed = removedOf(given, i, j, h)
    const at = place(i, j, h)
    if (!isAlike(i, j, removed)) fill(i, j, h, removed)
    else {
      const fits = (cell: WeightedCell, of: number): boolean =>
        removed.includes(of + i) || (cell.rest ?? 0) <= longest
      if (cells.slice(i, j + 1).every(fits)) cost[at] = 0
    }
    costByEnd[place(j, i, h)] = cost[at]!
  }

  for (let length = 1; length <= n; length += 1)
    for (let i = 0; i + length <= n; i += 1) {
      const j = i + length - 1
      // What is left where more is removed comes first.
      for (let h = Math.min(most, length - 1); h > 0; h -= 1) {
        const last = heaviest[place(i, j, h - 1)]!
        if (last !== -1 && mayComeFirst(last, i, j)) enter(i, j, h)
      }
      enter(i, j, 0)
    }
  return table
}

/** The best trees for paths of at most 0, 1, … `longest` instructions; only one table where `longest` is `Infinity`. */
export function tablesFor(given: Ground, longest: number): readonly Table[] {
  if (longest === Infinity) return [bestTrees(given, Infinity, undefined)]
  const tables: Table[] = []
  for (let left = 0; left <= longest; left += 1)
    tables.push(bestTrees(given, left, tables.at(-1) ?? emptyTable(given)))
  return tables
}
