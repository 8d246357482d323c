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
 * Equality tests do better in two places, and the program has them both. Where single values stand out of otherwise
 * equal surroundings, a few equalities end a search (exceptions.ts). And where a single value weighs nearly as much as the
 * rest it is tested first: cost(i, j, h) is that of cells i to j without the h heaviest single values among them
 * (best-trees.ts). A threshold leaves each part without its own heaviest (Chrobak and Young, "Classification via two-way
 * comparisons", WADS 2023). What is not tried is all other sets of values; exact-search.ts does that.
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
import { CHOICE, ground, MAX_QUADRATIC, removedOf, tablesFor } from './best-trees.ts'
import { exceptionsOf, hasExceptions } from './exceptions.ts'
import { found } from './search-tree.ts'
import type { Search, SearchLimits, SearchTree, WeightedCell } from './search-tree.ts'

/** Cells up to which every split is tried, n³ / 6 steps; and cells of the parts of what has more. */
const MAX_CUBIC = { whole: 256, part: 64 } as const
/** Tests that the longest path of a search takes at most. */
const MAX_BOUND = 64

/**
 * The position that splits the weight of `cells` most evenly, as far as paths of `longest` have room for both halves: the
 * last cell of the left one. A tree has room for leaves whose 2^-depth sum to 1 (Kraft 1949), and each half for 1/2.
 */
function evenSplit(cells: readonly WeightedCell[], longest: number): number {
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  const rooms = cells.map(({ rest = 0 }) => 2 ** (rest - longest))
  const room = rooms.reduce((sum, own) => sum + own, 0)
  // Nothing to go by: the middle, or thousands of cells would be split off one by one.
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

/** Whether `tree` is one test or none; where there are several ways, none does with less. */
function hasOneTest(tree: SearchTree): boolean {
  return tree.kind === 'found' || (tree.then.kind === 'found' && tree.else.kind === 'found')
}

function eachAfterOther(cells: readonly WeightedCell[], others: number): SearchTree {
  return cells.reduceRight<SearchTree>(
    (rest, { lo, to }) => ({ kind: 'eq', k: lo, then: found(to), else: rest }),
    found(others),
  )
}

/**
 * A tree that finds the cell of a value; of cost `Infinity` where it tries none whose paths are as short as `limits` asks.
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
  const shortened = cells.map((cell) => ({ ...cell, rest: Math.max(0, (cell.rest ?? 0) - over) }))
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
    const s = evenSplit(cells, limits.longest)
    const part = { ...limits, longest: limits.longest - 1 }
    const below = searchOf(cells.slice(0, s + 1), part, MAX_CUBIC.part)
    // One part that has no tree is enough: a search within a bound that is too low ends soon.
    if (below.cost === Infinity) return below
    const above = searchOf(cells.slice(s + 1), part, MAX_CUBIC.part)
    const total = cells.reduce((sum, { weight }) => sum + weight, 0)
    return {
      tree: { kind: 'ge', k: cells[s + 1]!.lo, then: above.tree, else: below.tree },
      cost: total + limits.price + below.cost + above.cost,
      exact: false,
    }
  }

  const given = ground(cells, limits.price, n <= maxCubic)
  const tables = tablesFor(given, limits.longest)

  const walk = (i: number, j: number, h: number, table: number): SearchTree => {
    const removed = removedOf(given, i, j, h)
    const left = cells.slice(i, j + 1).filter((_, at) => !removed.includes(at + i))
    const [first, second] = left
    const chosen = tables[table]!.choice[(h * n + i) * n + j]!
    const below = Math.max(0, table - 1)
    switch (chosen) {
      case CHOICE.found:
        return found(first!.to)
      case CHOICE.equality: {
        const { lo, to } = cells[given.heaviest[(h * n + i) * n + j]!]!
        return { kind: 'eq', k: lo, then: found(to), else: walk(i, j, h + 1, below) }
      }
      case CHOICE.exceptions: {
        const exceptions = exceptionsOf(cells, i, j, limits.price, bounded ? table : Infinity)!
        return eachAfterOther(exceptions.cells, exceptions.others)
      }
      default: {
        // Where one of two cells is a single value, its equality says more than a threshold.
        if (left.length === 2 && first!.lo === first!.hi) return eachAfterOther([first!], second!.to)
        if (left.length === 2 && second!.lo === second!.hi) return eachAfterOther([second!], first!.to)
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
