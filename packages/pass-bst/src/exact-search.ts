/*
 * The cheapest search tree over the cells of one word, and that no tree is cheaper.
 *
 * The trees are those of two-way comparisons, `>= k` and `== k`: "classification via two-way comparisons" (Chrobak and
 * Young, WADS 2023), with a price for each test. An equality test takes one value out, and the cells beside it may then
 * have one continuation. So a part to search is cells i to j without the values that are out. It costs nothing where one
 * continuation is left, and else
 *
 *     cost(i, j, out) = weight + price + the least of
 *       cost(i, s, out) + cost(s + 1, j, out)     for each threshold after a cell s
 *       cost(i, j, out and v)                     for each single value v
 *
 * That is exponential in the number of single values. Four things keep it small:
 *
 *   - A bound from below (least-cost.ts) for cells i to j and the number of values that are out. Tests are tried in the
 *     order of their bounds, and no test whose bound reaches the best cost known.
 *   - Equality tests in a row can be swapped. They stand in the order of weight.
 *   - An equality test right above a threshold can go below it, on the side of its value. That costs the value one test
 *     and saves the other side one. So the test stays only where the other side weighs less than the value.
 *   - An equality test can go down to the leaf where its value would end up. That costs the value a test for each that
 *     the leaf is down, and saves one to everything but the value and the leaf (`staysAbove`).
 *
 * A threshold between cells with one continuation is of use only beside a single value, which an equality test then
 * takes out on its side. Without such a test all of the range can go to the side where it is found sooner.
 *
 * A bound on the number of parts keeps time in hand. Past it the search gives up, and says so.
 */
import { leastCosts } from './least-cost.ts'
import { found } from './search-tree.ts'
import type { SearchTree, WeightedCell } from './search-tree.ts'

/** Values out that the bound from below tells apart; see {@link leastCosts}. */
const MAX_OUT = 4

/** What a search came to: the cheapest tree, that none costs less than the limit, or that it takes too long to know. */
export type ExactSearch =
  | { readonly kind: 'found'; readonly tree: SearchTree; readonly cost: number }
  | { readonly kind: 'none' | 'gave-up' }

/** Cells i to j, whose ends are left, without those of `out`, all between the two. */
interface Part {
  readonly i: number
  readonly j: number
  /** Ascending. */
  readonly out: readonly number[]
}

/** A test that may come first, and what the two sides of it cost at least. */
interface Move {
  readonly kind: 'ge' | 'eq'
  /** The last cell below the threshold, or the single value. */
  readonly at: number
  /** For a threshold: the first cell that is left above it. */
  readonly next: number
  readonly bound: number
}

/** What is known of a part. */
interface Known {
  /** The least cost, or only a bound from below. */
  readonly cost: number
  readonly isBest: boolean
  /** The first test of the best tree; absent where it has none, or is not known. */
  readonly move: Move | undefined
}

/** No single value waits for the threshold below it. */
const NONE = -1

/**
 * The cheapest tree that finds the cell of a value, where it costs less than `limit`.
 *
 * @param cells - sorted, without gaps, at least one. A cell of several values is not tested by equality; where one of
 *   them is worth a test, it is a cell of its own.
 * @param price - what a test in the program costs, in the unit of weights
 * @param maxParts - parts after which the search gives up
 */
export function exactSearch(
  cells: readonly WeightedCell[],
  price: number,
  limit: number,
  maxParts: number,
): ExactSearch {
  const n = cells.length
  const least = leastCosts(cells, price, MAX_OUT)
  const before = new Float64Array(n + 1)
  cells.forEach(({ weight }, i) => (before[i + 1] = before[i]! + weight))
  const isSingle = cells.map(({ lo, hi }) => lo === hi)
  const known = new Map<string, Known>()
  let parts = 0

  const boundOf = ({ i, j, out }: Part): number => least.of(i, j, out.length)
  const weightOf = ({ i, j, out }: Part): number =>
    out.reduce((sum, at) => sum - cells[at]!.weight, before[j + 1]! - before[i]!)
  /** Cells `from` to `to` without `out`; the ends are moved to cells that are left. */
  const partOf = (from: number, to: number, out: readonly number[]): Part => {
    let [i, j] = [from, to]
    while (out.includes(i)) i += 1
    while (out.includes(j)) j -= 1
    return { i, j, out: out.filter((at) => i < at && at < j) }
  }
  const without = ({ i, j, out }: Part, at: number): Part => {
    const place = out.findIndex((other) => other > at)
    return partOf(i, j, place === -1 ? [...out, at] : out.toSpliced(place, 0, at))
  }
  const cellsLeft = ({ i, j, out }: Part): readonly number[] => {
    const left: number[] = []
    for (let at = i; at <= j; at += 1) if (!out.includes(at)) left.push(at)
    return left
  }
  /** Whether `a` is tested before `b` where both are tested in a row. */
  const comesFirst = (a: number, b: number): boolean => {
    const difference = cells[a]!.weight - cells[b]!.weight
    return difference > 0 || (difference === 0 && a < b)
  }

  /** The most that a leaf can weigh in which the value at `place` of the cells that are left would end up. */
  const mostBeside = (left: readonly number[], place: number): number => {
    const sums = new Map<number, number>()
    for (const step of [-1, 1]) {
      /** The continuation of the first range: no leaf with another one reaches past it. */
      let only: number | undefined
      for (let next = place + step; next >= 0 && next < left.length; next += step) {
        const { to, weight } = cells[left[next]!]!
        if (only === undefined || to === only) sums.set(to, (sums.get(to) ?? 0) + weight)
        if (isSingle[left[next]!]!) continue
        only ??= to
        if (to !== only) break
      }
    }
    return Math.max(...sums.values())
  }
  /** Whether an equality test of the value at `place` may stand above a search of what else is left, of `weight` in all. */
  const staysAbove = (left: readonly number[], place: number, weight: number): boolean => {
    const own = cells[left[place]!]!.weight
    const deepest = left.length - 2
    return weight - own - mostBeside(left, place) <= own * deepest
  }

  /**
   * The tests that may come first where `left` is left, the most promising first.
   *
   * @param pending - the single value that the test above is for, where that is an equality test; else `NONE`
   */
  const movesOf = (part: Part, left: readonly number[], pending: number): readonly Move[] => {
    const { i, j, out } = part
    const weight = weightOf(part)
    const moves: Move[] = []
    let below = 0
    left.forEach((at, place) => {
      below += cells[at]!.weight
      const next = left[place + 1]
      if (next !== undefined && (cells[at]!.to !== cells[next]!.to || isSingle[at]! || isSingle[next]!)) {
        const otherSide = pending < next ? weight - below : below
        if (pending === NONE || otherSide < cells[pending]!.weight) {
          const bound = boundOf(partOf(i, at, out)) + boundOf(partOf(next, j, out))
          moves.push({ kind: 'ge', at, next, bound })
        }
      }
      if (!isSingle[at]! || (pending !== NONE && !comesFirst(pending, at))) return
      if (staysAbove(left, place, weight))
        moves.push({ kind: 'eq', at, next: at, bound: boundOf(without(part, at)) })
    })
    return moves.sort((a, b) => a.bound - b.bound || a.at - b.at || (a.kind < b.kind ? -1 : 1))
  }

  /** What both sides of `move` cost together where that is less than `most`; else a bound from below. */
  const costAfter = ({ i, j, out }: Part, { kind, at, next }: Move, most: number): number => {
    if (kind === 'eq') return solve(without({ i, j, out }, at), at, most).cost
    const [low, high] = [partOf(i, at, out), partOf(next, j, out)]
    const highBound = boundOf(high)
    const { cost } = solve(low, NONE, most - highBound)
    return cost + (cost + highBound >= most ? highBound : solve(high, NONE, most - cost).cost)
  }

  /** The best of `part` where it costs less than `most`; else a bound from below that is no less than `most`. */
  const solve = (part: Part, pending: number, most: number): Known => {
    const key = `${part.i},${part.j},${pending},${part.out.join()}`
    const memo = known.get(key)
    if (memo !== undefined && (memo.isBest || memo.cost >= most)) return memo
    const left = cellsLeft(part)
    if (left.every((at) => cells[at]!.to === cells[part.i]!.to))
      return { cost: 0, isBest: true, move: undefined }
    parts += 1
    // Whatever is returned now counts for nothing: the whole search has given up.
    if (parts > maxParts) return { cost: Infinity, isBest: false, move: undefined }
    const here = weightOf(part) + price
    let best: Known = { cost: Infinity, isBest: true, move: undefined }
    let floor = Infinity
    for (const move of movesOf(part, left, pending)) {
      const mostAfter = Math.min(most, best.cost) - here
      const cost = move.bound >= mostAfter ? move.bound : costAfter(part, move, mostAfter)
      if (cost < mostAfter) best = { cost: here + cost, isBest: true, move }
      else floor = Math.min(floor, here + cost)
      // Those that follow have no lower bounds.
      if (move.bound >= mostAfter) break
    }
    const answer =
      best.cost < most ? best : { cost: Math.min(floor, best.cost), isBest: false, move: undefined }
    known.set(key, answer)
    return answer
  }

  const treeOf = (part: Part, pending: number): SearchTree => {
    const { i, j, out } = part
    const { move } = solve(part, pending, Infinity)
    if (move === undefined) return found(cells[i]!.to)
    if (move.kind === 'eq') {
      const { lo, to } = cells[move.at]!
      return { kind: 'eq', k: lo, then: found(to), else: treeOf(without(part, move.at), move.at) }
    }
    return {
      kind: 'ge',
      k: cells[move.next]!.lo,
      then: treeOf(partOf(move.next, j, out), NONE),
      else: treeOf(partOf(i, move.at, out), NONE),
    }
  }

  const whole: Part = { i: 0, j: n - 1, out: [] }
  const { cost, isBest } = solve(whole, NONE, limit)
  if (parts > maxParts) return { kind: 'gave-up' }
  if (!isBest || cost >= limit) return { kind: 'none' }
  const tree = treeOf(whole, NONE)
  return { kind: 'found', tree, cost }
}
