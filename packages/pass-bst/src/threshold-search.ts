/*
 * A cheap search tree over the cells of one word, in polynomial time.
 *
 * Searching sorted cells with threshold tests (`word >= k`) is an optimal alphabetic tree: every pair of neighbours
 * is told apart by exactly one test, so a tree over n cells has n - 1 tests whatever its shape, and only the depths
 * of the leaves are to choose. cost(i, j), the least weighted number of tests for cells i to j, is
 *
 *     cost(i, i) = 0
 *     cost(i, j) = weight(i..j) + price + min over i <= s < j of cost(i, s) + cost(s + 1, j)
 *
 * Equality tests do better in two places, and the program has them both. Where cells alternate, since single values stand
 * out of otherwise equal surroundings (allowed, one denied, allowed), `word == k` removes one and its two neighbours
 * are one cell again: up to `MAX_EXCEPTIONS` such values end a search one after the other. And where a single value
 * weighs more than the rest it is tested first: cost(i, j, h) is that of cells i to j without the h heaviest single
 * values among them, for h up to `MAX_REMOVED`. A threshold leaves each part without its own heaviest (Chrobak and
 * Young, "Classification via two-way comparisons", WADS 2023). What is not tried is all other sets of values;
 * exact-search.ts does that.
 *
 * With thresholds alone the best split of (i, j) lies between those of (i, j - 1) and (i + 1, j) (Knuth 1971, by the
 * quadrangle inequality), which makes the program quadratic, and possible up to `MAX_QUADRATIC` cells. Equalities break
 * the inequality: where there are some, every split is tried, up to `MAX_CUBIC` cells. Above these sizes halves of
 * equal weight are split off first, which costs the top of the tree its exactness, and a tree over thousands of cells
 * some thousandths.
 *
 * Where the longest path is bounded, the program runs once for each number of instructions that may be left, each
 * round built on the one before.
 */
import { found } from './search-tree.ts'
import type { Search, SearchLimits, SearchTree, WeightedCell } from './search-tree.ts'

const PARITIES = [0, 1] as const
/** Single values tested by equality in a row. */
const MAX_EXCEPTIONS = 8
/** Single values that are tested before anything else. */
const MAX_REMOVED = 2
/** Cells up to which every split is tried, n³ / 6 steps; and cells of the parts of what has more. */
const MAX_CUBIC = { whole: 256, part: 64 } as const
/** Knuth's program is run up to this many cells: 12 n² bytes. */
const MAX_QUADRATIC = 1024
/** Tests that the longest path of a search takes at most. */
const MAX_BOUND = 64

/** Cells that stand out of the others, which all go on alike. */
interface Exceptions {
  /** Single values, in the order in which to test for them. */
  readonly cells: readonly WeightedCell[]
  /** A cell of the others. */
  readonly others: WeightedCell
}

/** Cells i to j as exceptions among others, whose cells are i + `parity` and every second from there, if they are. */
function exceptionsOf(
  cells: readonly WeightedCell[],
  i: number,
  j: number,
  parity: 0 | 1,
): Exceptions | undefined {
  const count = Math.ceil((j - i + parity) / 2)
  if (j - i < 2 || count > MAX_EXCEPTIONS) return undefined
  const others = cells[i + parity]!
  const standOut: WeightedCell[] = []
  for (let at = i; at <= j; at += 1) {
    const cell = cells[at]!
    if ((at - i) % 2 === parity ? cell.to !== others.to : cell.lo !== cell.hi) return undefined
    if ((at - i) % 2 !== parity) standOut.push(cell)
  }
  return { cells: standOut.sort((x, y) => y.weight - x.weight || x.lo - y.lo), others }
}

function hasExceptions(cells: readonly WeightedCell[]): boolean {
  return cells.some(
    (_, i) => i + 2 < cells.length && PARITIES.some((parity) => exceptionsOf(cells, i, i + 2, parity)),
  )
}

const restOf = ({ rest = 0 }: WeightedCell): number => rest

/** The cost of testing cells of `total` weight for exceptions in order; `Infinity` where a path passes `longest`. */
function costOfExceptions(
  total: number,
  { cells, others }: Exceptions,
  price: number,
  longest: number,
): number {
  let remaining = total
  let cost = 0
  let depth = 0
  for (const cell of cells) {
    depth += 1
    if (depth + restOf(cell) > longest) return Infinity
    cost += remaining + price
    remaining -= cell.weight
  }
  return depth + restOf(others) > longest ? Infinity : cost
}

/** The heaviest single values of cells i to j for every i <= j, heaviest first. */
function heaviestSingles(cells: readonly WeightedCell[], most: number): readonly (readonly number[])[] {
  const n = cells.length
  const heaviest: (readonly number[])[] = []
  for (let i = 0; i < n; i += 1) {
    let list: readonly number[] = []
    for (let j = i; j < n; j += 1) {
      const { lo, hi, weight } = cells[j]!
      if (lo === hi) {
        const lighter = list.findIndex((at) => cells[at]!.weight < weight)
        list = list.toSpliced(lighter === -1 ? list.length : lighter, 0, j).slice(0, most)
      }
      heaviest[i * n + j] = list
    }
  }
  return heaviest
}

/** What a table knows of the cells, whatever bounds the path. */
interface Given {
  readonly cells: readonly WeightedCell[]
  readonly price: number
  /** The weight of all cells before each. */
  readonly before: Float64Array
  /** Single values that can be removed. */
  readonly heaviest: readonly (readonly number[])[]
  readonly most: number
  /** Whether every split is tried; else Knuth's bounds hold. */
  readonly everySplit: boolean
}

/** What comes first in a tree: a threshold after a cell, or one of these; exceptions by the parity of the others. */
const CHOICE = { found: -1, equality: -2, exceptions: { 0: -3, 1: -4 } } as const

/** The best tree over cells i to j without their h heaviest, at (h · n + i) · n + j, within a longest path. */
interface Table {
  readonly cost: Float64Array
  /** The same at (h · n + j) · n + i, so that parts with one end in common lie side by side. */
  readonly costByEnd: Float64Array
  /** The last cell of the left part, or one of {@link CHOICE}. */
  readonly choice: Int32Array
}

function emptyTable(n: number, most: number): Table {
  return {
    cost: new Float64Array((most + 1) * n * n).fill(Infinity),
    costByEnd: new Float64Array((most + 1) * n * n).fill(Infinity),
    choice: new Int32Array((most + 1) * n * n).fill(CHOICE.found),
  }
}

/** Whether cells i to j without `removed` all go on alike, which can be where every second cell is removed. */
function isAlike(cells: readonly WeightedCell[], i: number, j: number, removed: readonly number[]): boolean {
  if (j - i > 2 * removed.length) return false
  let to: number | undefined
  for (let at = i; at <= j; at += 1) {
    if (removed.includes(at)) continue
    if (to !== undefined && to !== cells[at]!.to) return false
    to = cells[at]!.to
  }
  return true
}

/**
 * The best trees for paths of at most `longest` instructions. Their parts come from `below`, the table for paths of
 * one less, or without it from the very table that is made: then nothing bounds the path.
 */
function bestTrees(given: Given, longest: number, below: Table | undefined): Table {
  const { cells, price, before, heaviest, most, everySplit } = given
  const n = cells.length
  const table = emptyTable(n, most)
  const { cost, costByEnd, choice } = table
  const parts = below ?? table
  const place = (i: number, j: number, h: number): number => (h * n + i) * n + j

  const fill = (i: number, j: number, h: number, removed: readonly number[]): void => {
    const at = place(i, j, h)
    let weight = before[j + 1]! - before[i]!
    for (const gone of removed) weight -= cells[gone]!.weight
    const here = weight + price
    let best = Infinity
    const knuth = !everySplit && j - i > 1
    const first = knuth ? Math.max(i, choice[place(i, j - 1, 0)]!) : i
    const last = knuth ? Math.min(j - 1, choice[place(i + 1, j, 0)]! + 1) : j - 1
    const ascending = h < 2 ? removed : removed.toSorted((x, y) => x - y)
    let left = 0 // how many of the removed are in the left part
    for (let s = first; s <= Math.max(first, last); s += 1) {
      while (left < h && ascending[left]! <= s) left += 1
      // Where nothing is left of a part its place was never filled, and costs too much.
      const sum = parts.cost[(left * n + i) * n + s]! + parts.costByEnd[((h - left) * n + j) * n + s + 1]!
      if (sum >= best) continue
      best = sum
      choice[at] = s
    }
    cost[at] = here + best
    const next = heaviest[place(i, j, 0)]?.[h]
    if (next !== undefined && h < most && j - i > h && restOf(cells[next]!) < longest) {
      const equality = here + parts.cost[place(i, j, h + 1)]!
      if (equality < cost[at]) {
        cost[at] = equality
        choice[at] = CHOICE.equality
      }
    }
    if (h > 0) return
    for (const parity of PARITIES) {
      const exceptions = exceptionsOf(cells, i, j, parity)
      if (exceptions === undefined) continue
      const equality = costOfExceptions(weight, exceptions, price, longest)
      // Where the cost is equal, fewer tests win.
      const fewer = exceptions.cells.length < j - i
      if (equality > cost[at] || (equality === cost[at] && !fewer)) continue
      cost[at] = equality
      choice[at] = CHOICE.exceptions[parity]
    }
  }

  for (let length = 1; length <= n; length += 1)
    for (let i = 0; i + length <= n; i += 1) {
      const j = i + length - 1
      const singles = heaviest[place(i, j, 0)] ?? []
      // What is left where more is removed comes first.
      for (let h = Math.min(most, singles.length, length - 1); h >= 0; h -= 1) {
        const removed = singles.slice(0, h)
        if (!isAlike(cells, i, j, removed)) fill(i, j, h, removed)
        else {
          const left = cells.slice(i, j + 1).filter((_, at) => !removed.includes(at + i))
          if (left.every((cell) => restOf(cell) <= longest)) cost[place(i, j, h)] = 0
        }
        costByEnd[place(j, i, h)] = cost[place(i, j, h)]!
      }
    }
  return table
}

/** The position that splits the weight of `cells` most evenly: the last cell of the left half. */
function evenSplit(cells: readonly WeightedCell[]): number {
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  // Nothing to go by: the middle, or thousands of cells would be split off one by one.
  if (total === 0) return (cells.length >>> 1) - 1
  let left = 0
  for (let i = 0; i < cells.length - 1; i += 1) {
    left += cells[i]!.weight
    if (left * 2 >= total) return i
  }
  return cells.length - 2
}

/** The tables to build a tree from, that for the whole path last. */
function tablesFor(given: Given, longest: number): readonly Table[] {
  if (longest === Infinity) return [bestTrees(given, Infinity, undefined)]
  const tables: Table[] = []
  for (let left = 0; left <= longest; left += 1)
    tables.push(bestTrees(given, left, tables.at(-1) ?? emptyTable(given.cells.length, given.most)))
  return tables
}

/** Whether `tree` is one test or none; where there are several ways, none does with less. */
function hasOneTest(tree: SearchTree): boolean {
  return tree.kind === 'found' || (tree.then.kind === 'found' && tree.else.kind === 'found')
}

function eachAfterOther(cells: readonly WeightedCell[], others: WeightedCell): SearchTree {
  return cells.reduceRight<SearchTree>(
    (rest, { lo, to }) => ({ kind: 'eq', k: lo, then: found(to), else: rest }),
    found(others.to),
  )
}

/**
 * A tree that finds the cell of a value; of cost `Infinity` where none has paths as short as `limits` asks.
 *
 * @param cells - sorted, without gaps, neighbours going on differently, at least one; the ends are those of the
 *   values that there can be, and are not tested
 * @throws RangeError where there is no cell
 */
export function thresholdSearch(cells: readonly WeightedCell[], limits: SearchLimits): Search {
  const { price, longest } = limits
  if (longest <= MAX_BOUND || longest === Infinity) return searchOf(cells, limits, MAX_CUBIC.whole)
  // More tests than that no path has, so only what cells leave of it counts.
  const over = longest - MAX_BOUND
  const shortened = cells.map((cell) => ({ ...cell, rest: Math.max(0, restOf(cell) - over) }))
  return searchOf(shortened, { price, longest: MAX_BOUND }, MAX_CUBIC.whole)
}

/** The tree of {@link thresholdSearch}; every split is tried up to `maxCubic` cells. */
function searchOf(cells: readonly WeightedCell[], limits: SearchLimits, maxCubic: number): Search {
  const [only] = cells
  if (only === undefined) throw new RangeError('a search tree needs at least one cell')
  if (limits.longest < 0) return { tree: found(only.to), cost: Infinity, exact: false }
  const bounded = limits.longest !== Infinity
  const n = cells.length
  if (n > (bounded || hasExceptions(cells) ? maxCubic : MAX_QUADRATIC)) {
    const s = evenSplit(cells)
    const part = { ...limits, longest: limits.longest - 1 }
    const below = searchOf(cells.slice(0, s + 1), part, MAX_CUBIC.part)
    const above = searchOf(cells.slice(s + 1), part, MAX_CUBIC.part)
    const total = cells.reduce((sum, { weight }) => sum + weight, 0)
    return {
      tree: { kind: 'ge', k: cells[s + 1]!.lo, then: above.tree, else: below.tree },
      cost: total + limits.price + below.cost + above.cost,
      exact: false,
    }
  }

  const everySplit = n <= maxCubic
  const most = everySplit ? Math.min(MAX_REMOVED, cells.filter(({ lo, hi }) => lo === hi).length) : 0
  const before = new Float64Array(n + 1)
  cells.forEach(({ weight }, i) => (before[i + 1] = before[i]! + weight))
  const heaviest = most === 0 ? [] : heaviestSingles(cells, most)
  const given: Given = { cells, price: limits.price, before, heaviest, most, everySplit }
  const tables = tablesFor(given, limits.longest)

  const walk = (i: number, j: number, h: number, table: number): SearchTree => {
    const removed = heaviest[i * n + j]?.slice(0, h) ?? []
    const left = cells.slice(i, j + 1).filter((_, at) => !removed.includes(at + i))
    const [first, second] = left
    const chosen = tables[table]!.choice[(h * n + i) * n + j]!
    const below = Math.max(0, table - 1)
    switch (chosen) {
      case CHOICE.found:
        return found(first!.to)
      case CHOICE.equality: {
        const { lo, to } = cells[heaviest[i * n + j]![h]!]!
        return { kind: 'eq', k: lo, then: found(to), else: walk(i, j, h + 1, below) }
      }
      case CHOICE.exceptions[0]:
      case CHOICE.exceptions[1]: {
        const exceptions = exceptionsOf(cells, i, j, chosen === CHOICE.exceptions[0] ? 0 : 1)!
        return eachAfterOther(exceptions.cells, exceptions.others)
      }
      default: {
        // Where one of two cells is a single value, its equality says more than a threshold.
        if (left.length === 2 && first!.lo === first!.hi) return eachAfterOther([first!], second!)
        if (left.length === 2 && second!.lo === second!.hi) return eachAfterOther([second!], first!)
        const gone = removed.filter((at) => at <= chosen).length
        return {
          kind: 'ge',
          k: cells[chosen + 1]!.lo,
          then: walk(chosen + 1, j, h - gone, below),
          else: walk(i, chosen, gone, below),
        }
      }
    }
  }
  const last = tables.length - 1
  const cost = tables[last]!.cost[n - 1]!
  const tree = cost === Infinity ? found(only.to) : walk(0, n - 1, 0, last)
  return { tree, cost, exact: hasOneTest(tree) }
}
