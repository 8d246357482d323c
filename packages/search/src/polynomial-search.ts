/*
 * A cheap search tree over the cells of one word, in polynomial time.
 *
 * A search of sorted cells by threshold tests (`value >= k`) is an optimal alphabetic tree. Exactly one test
 * separates each pair of neighbours, so every tree over n cells has n - 1 tests, and only the depths of the cells can
 * be chosen. cost(i, j), the least weighted number of tests for cells i to j, is
 *
 *     cost(i, i) = 0
 *     cost(i, j) = weight(i..j) + price + min over i <= s < j of cost(i, s) + cost(s + 1, j)
 *
 * Equality tests are better in two situations, and the recurrence has a move for each. Where single values stand out
 * of surroundings with one continuation, a few equality tests end a search (exceptions.ts). Where a single value
 * weighs nearly as much as all others together, its test comes first: cost(i, j, out) is the cost of cells i to j
 * without their `out` heaviest single values (best-trees.ts). A threshold leaves each side without its own heaviest
 * values (M. Chrobak, N. E. Young, "Classification via two-way comparisons", WADS 2023). Other sets of values are
 * left to exact-search.ts.
 *
 * With thresholds alone, Knuth's bounds on the best split make the table quadratic, and possible up to
 * `MAX_QUADRATIC` cells. Equality tests break the inequality behind these bounds. So where an equality test may lower
 * the cost, every split is tried, up to `MAX_CUBIC` cells. Larger searches first divide their cells in halves of
 * equal weight. The top of the tree then is not exact: a tree over thousands of cells costs some thousandths more.
 *
 * Where the longest path is bounded, there is one table for each number of steps that a path may have left, each made
 * from the one before.
 */
import { ground, tablesFor } from './best-trees.ts'
import type { BestTrees, TreeGround } from './best-trees.ts'
import { checkCells, isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'
import { exceptionsOf, hasExceptions, MAX_EXCEPTIONS } from './exceptions.ts'
import { heaviestSingles } from './heaviest-singles.ts'
import { checkLimits, found, MAX_ROW } from './search-tree.ts'
import type { Search, SearchLimits, SearchTree } from './search-tree.ts'

/** The most cells for a table with Knuth's bounds, which takes 28 n² bytes. */
const MAX_QUADRATIC = 1024
/** The most cells for which every split is tried, in n³ / 6 steps; fewer in a part of a larger search. */
const MAX_CUBIC = { whole: 256, part: 64, partOfMany: 32 } as const
/** Above this number of cells, the parts of a search are smaller. */
const MANY = 2048
/** The most tests on a path of any search. */
const MAX_BOUND = 64

/**
 * The last cell of the left half where the weight of `cells` divides most evenly, among the divisions that leave room
 * for both halves on paths of `longest` steps. A tree has room for leaves whose 2^-depth sum to 1 (L. G. Kraft,
 * 1949), and each half has room for 1/2.
 */
function evenSplit(cells: readonly WeightedCell[], longest: number): number {
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  const rooms = cells.map(({ rest = 0 }) => 2 ** (rest - longest))
  const room = rooms.reduce((sum, own) => sum + own, 0)
  // Cells without weight divide in the middle. Otherwise a search of thousands would split them off one by one.
  const half = total === 0 ? cells.length >>> 1 : total / 2
  let [left, taken] = [0, 0]
  for (let i = 0; i < cells.length - 1; i += 1) {
    left += total === 0 ? 1 : cells[i]!.weight
    taken += rooms[i]!
    if (taken > 1 / 2) return Math.max(0, i - 1)
    if (left >= half && room - taken <= 1 / 2) return i
  }
  return cells.length - 2
}

/**
 * The most cells for which the table has every tree that may be the cheapest. It tries each threshold, and each order
 * of equality tests in which the heavier value comes first.
 */
const MAX_EXACT = 3

/** Whether `tree` has one test or none; no tree for several continuations has fewer. */
function hasOneTest(tree: SearchTree): boolean {
  return tree.kind === 'found' || (tree.then.kind === 'found' && tree.else.kind === 'found')
}

/** Equality tests of single `cells`, one after the other; where none holds, the result is `others`. */
function inARow(cells: readonly WeightedCell[], others: number): SearchTree {
  return cells.reduceRight<SearchTree>(
    (rest, { lo, to }) => ({ kind: 'eq', k: lo, then: found(to), else: rest }),
    found(others),
  )
}

/**
 * An equality test that separates two cells; `undefined` where neither is single. A reader learns more from it than
 * from a threshold, at the same cost.
 */
function equalityOfTwo(first: WeightedCell, second: WeightedCell): SearchTree | undefined {
  if (isSingle(first)) return inARow([first], second.to)
  return isSingle(second) ? inARow([second], first.to) : undefined
}

/** The tree of cells i to j without their `out` heaviest single values, read from the last of `tables`. */
function treeOf({ cells, price }: TreeGround, tables: readonly BestTrees[]): SearchTree {
  const isBounded = tables.length > 1
  const walk = (i: number, j: number, out: number, table: number): SearchTree => {
    const gone = heaviestSingles(cells, i, j, out)
    const isLeft = (at: number): boolean => !gone.includes(at)
    let from = i
    while (!isLeft(from)) from += 1
    const first = cells[from]!
    const move = tables[table]!.moveOf(i, j, out)
    const below = Math.max(0, table - 1)
    switch (move.kind) {
      case 'found':
        return found(first.to)
      case 'equality': {
        const { lo, to } = cells[move.at]!
        return { kind: 'eq', k: lo, then: found(to), else: walk(i, j, out + 1, below) }
      }
      case 'exceptions': {
        const exceptions = exceptionsOf(cells, i, j, price, isBounded ? table : Infinity)!
        return inARow(exceptions.cells, exceptions.others)
      }
      case 'threshold': {
        let last = j
        while (!isLeft(last)) last -= 1
        const equality = j - i + 1 - out === 2 ? equalityOfTwo(first, cells[last]!) : undefined
        if (equality !== undefined) return equality
        const low = gone.filter((at) => at <= move.after).length
        return {
          kind: 'ge',
          k: cells[move.after + 1]!.lo,
          then: walk(move.after + 1, j, out - low, below),
          else: walk(i, move.after, low, below),
        }
      }
    }
  }
  return walk(0, cells.length - 1, 0, tables.length - 1)
}

/**
 * `known`, or a row of equality tests of all single values where that costs less. The table has no such long rows,
 * because each part would have to look at the whole row. Where an instruction is dear, the thresholds between short
 * rows cost more than they save.
 */
function orRow(
  known: Search,
  cells: readonly WeightedCell[],
  { price, longest, row: most = MAX_ROW }: SearchLimits,
): Search {
  if (cells.length <= MAX_EXCEPTIONS) return known
  const row = exceptionsOf(cells, 0, cells.length - 1, price, longest, most)
  if (row === undefined || row.cost >= known.cost) return known
  return { tree: inARow(row.cells, row.others), cost: row.cost, exact: false }
}

/** The search of {@link polynomialSearch}; every split is tried up to `maxCubic` cells. */
function searchOf(cells: readonly WeightedCell[], limits: SearchLimits, maxCubic: number): Search {
  return orRow(tableSearch(cells, limits, maxCubic), cells, limits)
}

/** The search of two cells, on paths without a bound. */
function searchOfTwo(first: WeightedCell, second: WeightedCell, price: number): Search {
  const [below, above] = [found(first.to), found(second.to)]
  if (first.to === second.to) return { tree: below, cost: 0, exact: true }
  const tree = equalityOfTwo(first, second) ?? { kind: 'ge', k: second.lo, then: above, else: below }
  return { tree, cost: first.weight + second.weight + price, exact: true }
}

/** The search of a single value between two cells of another continuation; `undefined` for other cells. */
function searchOfOne(
  below: WeightedCell,
  value: WeightedCell,
  above: WeightedCell,
  price: number,
): Search | undefined {
  if (below.to !== above.to || value.to === below.to || !isSingle(value)) return undefined
  const cost = below.weight + value.weight + above.weight + price
  return { tree: inARow([value], below.to), cost, exact: true }
}

/**
 * The search of cells that one test separates, on paths without a bound; `undefined` for other cells. It needs no
 * table, and most searches of arguments are this small.
 */
function searchByOneTest(cells: readonly WeightedCell[], price: number): Search | undefined {
  const [first, second, third, ...others] = cells.slice(0, 4)
  if (first === undefined || second === undefined || others.length > 0) return undefined
  return third === undefined ? searchOfTwo(first, second, price) : searchOfOne(first, second, third, price)
}

/** A search by a table, or by tables over parts of the cells. */
function tableSearch(cells: readonly WeightedCell[], limits: SearchLimits, maxCubic: number): Search {
  const { price, longest } = limits
  const [only] = cells
  if (only === undefined) throw new RangeError('a search tree needs at least one cell')
  if (longest < 0) return { tree: found(only.to), cost: Infinity, exact: false }
  const n = cells.length
  const small = longest === Infinity ? searchByOneTest(cells, price) : undefined
  if (small !== undefined) return small
  if (n > (longest !== Infinity || hasExceptions(cells) ? maxCubic : MAX_QUADRATIC))
    return inHalves(cells, limits, n > MANY ? MAX_CUBIC.partOfMany : Math.min(maxCubic, MAX_CUBIC.part))

  const given = ground(cells, price, n <= maxCubic)
  const tables = tablesFor(given, longest)
  const cost = tables.at(-1)!.costOf(0, n - 1, 0)
  const tree = cost === Infinity ? found(only.to) : treeOf(given, tables)
  return {
    tree,
    cost,
    exact: cost !== Infinity && (hasOneTest(tree) || (n <= MAX_EXACT && longest === Infinity)),
  }
}

/** A search that divides its cells in halves of equal weight first. */
function inHalves(cells: readonly WeightedCell[], limits: SearchLimits, maxCubic: number): Search {
  const { price, longest } = limits
  const s = evenSplit(cells, longest)
  const part = { ...limits, longest: longest - 1 }
  const below = searchOf(cells.slice(0, s + 1), part, maxCubic)
  // If one half has no tree, the search ends: with a bound that is too low it ends soon.
  if (below.cost === Infinity) return below
  const above = searchOf(cells.slice(s + 1), part, maxCubic)
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  return {
    tree: { kind: 'ge', k: cells[s + 1]!.lo, then: above.tree, else: below.tree },
    cost: total + price + below.cost + above.cost,
    exact: false,
  }
}

/**
 * A tree that finds the cell of a value, in polynomial time. Its cost is `Infinity` where the search finds no tree
 * within the longest path of `limits`.
 *
 * @param cells - sorted, without gaps, at least one. Two neighbours have different continuations, or one of them is a single
 *   value. The first `lo` and the last `hi` are the ends of the values that can occur, and are not tested.
 * @throws RangeError where there is no cell, or where cells or limits are wrong
 */
export function polynomialSearch(cells: readonly WeightedCell[], limits: SearchLimits): Search {
  checkCells(cells)
  checkLimits(limits)
  const { longest } = limits
  if (longest <= MAX_BOUND || longest === Infinity) return searchOf(cells, limits, MAX_CUBIC.whole)
  // No path has more than `MAX_BOUND` tests. A larger bound matters only for the `rest` of cells.
  const over = longest - MAX_BOUND
  const shortened = cells.map((cell) => ({ ...cell, rest: Math.max(0, (cell.rest ?? 0) - over) }))
  return searchOf(shortened, { ...limits, longest: MAX_BOUND }, MAX_CUBIC.whole)
}
