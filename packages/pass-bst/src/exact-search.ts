/*
 * The cheapest search tree over the cells of one word, and that no tree is cheaper.
 *
 * The trees are those of two-way comparisons: `>= k` for any k, and `== k` for a k that is a cell of its own. This is
 * "classification via two-way comparisons" (Chrobak and Young, WADS 2023), with a price for each test.
 *
 * An equality test takes one value away and leaves the rest, whose cells beside it may now be one. So what is left
 * to search is cells i to j without those removed, and with their total weight
 *
 *     cost(i, j, removed) = weight + price + the least of
 *       cost(i, s, removed) + cost(s + 1, j, removed)     for each s where the cells on both sides go on differently
 *       cost(i, j, removed and c)                         for each single value c
 *
 * and 0 where all that is left goes on alike. That is exponential in the number of single values. What keeps it small
 * are exchanges: trees that a swap makes no worse need not be looked at.
 *
 *   - Equality tests in a row stand in the order of weight.
 *   - An equality test right above a threshold can go below it, on the side of its value. That costs the value one test
 *     and saves the other side one; so it stays only where the other side weighs less than the value (`pending`).
 *   - An equality test can go to the leaf where its value would end up without it. That saves everything else a test, and
 *     costs the value its depth; so it stays only where all but the heaviest such leaf weighs less than that.
 *   - A row of equality tests that does not end in such a threshold leaves only what goes on alike (`chainStarts`).
 *
 * And a bound: cells i to j cost no less than with all single values taken away for nothing, plus, for each that is
 * isolated between ranges, itself and the lighter of the two ranges, since the test that tells them apart is above one.
 *
 * A bound on the number of states keeps time in hand; past it the search gives up, and says so.
 */
import { thresholdCost } from './best-trees.ts'
import { found, mergeWeighed } from './search-tree.ts'
import type { Search, SearchTree, WeightedCell } from './search-tree.ts'

/** What is left to search, at its best. */
interface State {
  readonly cost: number
  /** Undefined where all goes on alike. */
  readonly test:
    | { readonly kind: 'ge'; readonly split: number }
    | { readonly kind: 'eq'; readonly single: number }
    | undefined
}

/** Cells i to j, whose ends are left, without `removed`, all between the two. */
interface Left {
  readonly i: number
  readonly j: number
  readonly removed: readonly number[]
}

/**
 * What it costs at least to search cells i to j, at i · n + j: the cost with all single values taken away for
 * nothing. A tree for all values is one for those that are left, so it costs no less.
 */
function leastCosts(cells: readonly WeightedCell[], price: number): Float64Array {
  const n = cells.length
  const least = new Float64Array(n * n)
  const kept = cells.flatMap(({ lo, hi }, i) => (lo === hi ? [] : [i]))
  const m = kept.length
  const cost = new Float64Array(m * m)
  const before = new Float64Array(m + 1)
  kept.forEach((at, a) => (before[a + 1] = before[a]! + cells[at]!.weight))
  /** 1 where the kept cell goes on as the one before it. */
  const joined = kept.map((at, a) => a > 0 && cells[kept[a - 1]!]!.to === cells[at]!.to)
  for (let length = 2; length <= m; length += 1)
    for (let a = 0; a + length <= m; a += 1) {
      const b = a + length - 1
      let best = Infinity
      for (let s = a; s < b; s += 1)
        if (joined[s + 1] !== true) best = Math.min(best, cost[a * m + s]! + cost[(s + 1) * m + b]!)
      if (best !== Infinity) cost[a * m + b] = best + before[b + 1]! - before[a]! + price
    }
  /** The place among the kept of the first at or after each cell. */
  const firstKept = new Int32Array(n + 1).fill(m)
  for (let i = n - 1; i >= 0; i -= 1)
    firstKept[i] = cells[i]!.lo === cells[i]!.hi ? firstKept[i + 1]! : firstKept[i + 1]! - 1
  for (let i = 0; i < n; i += 1)
    for (let j = i; j < n; j += 1) {
      const [a, b] = [firstKept[i]!, firstKept[j + 1]! - 1]
      least[i * n + j] = a < b ? cost[a * m + b]! : 0
    }
  return least
}

/**
 * What single value `at` adds at least to the cost of the rest, wherever it is tested; 0 where that is not known.
 *
 * Where both its neighbours are ranges that go on otherwise, taking it out of a tree takes out one test, and lifts a
 * part of the tree that holds one of the neighbours.
 */
function leastExtra(cells: readonly WeightedCell[], at: number, price: number): number {
  const { lo, hi, to, weight } = cells[at]!
  if (lo !== hi) return 0
  const beside = [cells[at - 1], cells[at + 1]].filter((cell) => cell !== undefined)
  if (beside.some((cell) => cell.lo === cell.hi || cell.to === to)) return 0
  return weight + Math.min(...beside.map((cell) => cell.weight)) + price
}

/**
 * What a search of `cells` costs at least.
 *
 * @param price - see {@link exactSearch}
 */
export function leastCost(cells: readonly WeightedCell[], price: number): number {
  if (cells.length < 2) return 0
  const singles = cells.reduce((sum, _, at) => sum + leastExtra(cells, at, price), 0)
  const ranges = mergeWeighed(cells.filter(({ lo, hi }) => lo !== hi))
  return thresholdCost(ranges, price) + singles
}

/**
 * The cheapest tree that finds the cell of a value, or `undefined` where that takes more than `maxStates` states.
 *
 * @param cells - sorted, without gaps, at least one; neighbours going on differently
 * @param price - what a test in the program costs, in the unit of weights
 */
export function exactSearch(
  cells: readonly WeightedCell[],
  price: number,
  maxStates: number,
): Search | undefined {
  const n = cells.length
  const singles = cells.flatMap(({ lo, hi }, i) => (lo === hi ? [i] : []))
  const least = leastCosts(cells, price)
  const before = new Float64Array(n + 1)
  cells.forEach(({ weight }, i) => (before[i + 1] = before[i]! + weight))
  const known = new Map<string, State>()
  const outOfStates = new RangeError(`the search takes more than ${maxStates} states`)
  let states = 0

  /** What the isolated single values before each cell cost at least beside the others. */
  const extra = new Float64Array(n + 1)
  cells.forEach((_, at) => (extra[at + 1] = extra[at]! + leastExtra(cells, at, price)))
  const floorOf = (i: number, j: number, removed: readonly number[]): number => {
    if (i >= j) return 0
    let floor = least[i * n + j]! + extra[j + 1]! - extra[i]!
    for (const at of removed) if (i <= at && at <= j) floor -= extra[at + 1]! - extra[at]!
    return floor
  }
  const byWeight = singles.toSorted((a, b) => cells[b]!.weight - cells[a]!.weight || a - b)
  const isSingle = (at: number): boolean => cells[at]!.lo === cells[at]!.hi
  /** Whether `a` is tested before `b` where both are tested in a row. */
  const comesFirst = (a: number, b: number): boolean => {
    const difference = cells[a]!.weight - cells[b]!.weight
    return difference > 0 || (difference === 0 && a < b)
  }

  /** The cells from `from` to `to` that are left, without those of `removed`. */
  const left = (from: number, to: number, removed: readonly number[]): Left => {
    let [i, j] = [from, to]
    while (removed.includes(i)) i += 1
    while (removed.includes(j)) j -= 1
    return { i, j, removed: removed.filter((at) => i < at && at < j) }
  }

  const solve = (part: Left, pending: number): State => {
    const { i, j, removed } = part
    const key = `${i},${j},${pending},${removed.join()}`
    const memo = known.get(key)
    if (memo !== undefined) return memo
    states += 1
    if (states > maxStates) throw outOfStates

    const floor = floorOf(i, j, removed)
    let weight = before[j + 1]! - before[i]!
    for (const at of removed) weight -= cells[at]!.weight
    const here = weight + price
    const splits: { readonly bound: number; readonly last: number; readonly next: number; below: number }[] =
      []
    let below = cells[i]!.weight
    for (let at = i + 1, last = i; at <= j; at += 1) {
      if (removed.includes(at)) continue
      if (cells[at]!.to !== cells[last]!.to)
        splits.push({ bound: floorOf(i, last, removed) + floorOf(at, j, removed), last, next: at, below })
      last = at
      below += cells[at]!.weight
    }
    let best: State = { cost: splits.length === 0 ? 0 : Infinity, test: undefined }
    if (splits.length > 0) {
      splits.sort((x, y) => x.bound - y.bound || x.last - y.last)
      for (const { bound, last, next, below } of splits) {
        if (here + bound >= best.cost) break
        if (pending < n) {
          const other = pending < next ? weight - below : below
          if (other >= cells[pending]!.weight) continue
        }
        const low = solve(left(i, last, removed), n)
        if (here + low.cost + floorOf(next, j, removed) >= best.cost) continue
        const cost = here + low.cost + solve(left(next, j, removed), n).cost
        if (cost < best.cost) best = { cost, test: { kind: 'ge', split: next } }
      }
      const end = leastEnd(i, j)
      const starts = chainStarts(i, j, removed)
      for (const at of byWeight) {
        if (at < i || at > j || removed.includes(at)) continue
        if (here + floor - (extra[at + 1]! - extra[at]!) >= best.cost) continue
        if (pending < n && !comesFirst(pending, at)) continue
        if (!starts.includes(at) && end >= cells[at]!.weight) continue
        const rest = weight - cells[at]!.weight
        if (rest - mostBeside(at, i, j) > cells[at]!.weight * splits.length) continue
        const cost = here + solve(left(i, j, [...removed, at]), at).cost
        if (cost < best.cost) best = { cost, test: { kind: 'eq', single: at } }
      }
    }
    known.set(key, best)
    return best
  }

  /** The least weight that a threshold can split off cells i to j, whatever single values are removed. */
  const leastEnd = (i: number, j: number): number => {
    let first = i
    let last = j
    let end = Infinity
    while (first <= j && isSingle(first)) end = Math.min(end, cells[first++]!.weight)
    while (last >= i && isSingle(last)) end = Math.min(end, cells[last--]!.weight)
    return first > last ? end : Math.min(end, cells[first]!.weight, cells[last]!.weight)
  }

  /** The most weight, of cells i to j, that a leaf can have in which single value `at` would end up. */
  const mostBeside = (at: number, i: number, j: number): number => {
    const inside = (next: number): boolean => i <= next && next <= j
    const ways = new Set<number>()
    for (const step of [-1, 1])
      for (let next = at + step; inside(next); next += step) {
        ways.add(cells[next]!.to)
        if (!isSingle(next)) break
      }
    let most = 0
    for (const to of ways) {
      let sum = 0
      for (const step of [-1, 1])
        for (let next = at + step; inside(next); next += step) {
          const cell = cells[next]!
          if (cell.to === to) sum += cell.weight
          else if (!isSingle(next)) break
        }
      most = Math.max(most, sum)
    }
    return most
  }

  /**
   * The single values that can come first in a row of equality tests after which all that is left of cells i to j goes
   * on alike: the heaviest of those that go on otherwise, for each way that can be left.
   */
  const chainStarts = (i: number, j: number, removed: readonly number[]): readonly number[] => {
    if (least[i * n + j] !== 0) return []
    const range = cells.slice(i, j + 1).find(({ lo, hi }) => lo !== hi)
    const left = byWeight.filter((at) => i <= at && at <= j && !removed.includes(at))
    const heaviestOther = (to: number | undefined): number | undefined =>
      left.find((at) => cells[at]!.to !== to)
    if (range !== undefined) return [heaviestOther(range.to)].filter((at) => at !== undefined)
    // Only single values: what is left are those that go on as one of them.
    const [first] = left
    const second = heaviestOther(first === undefined ? undefined : cells[first]!.to)
    return [first, second].filter((at) => at !== undefined)
  }

  const tree = (part: Left, pending: number): SearchTree => {
    const { i, j, removed } = part
    const { test } = solve(part, pending)
    switch (test?.kind) {
      case undefined:
        return found(cells[i]!.to)
      case 'ge':
        return {
          kind: 'ge',
          k: cells[test.split]!.lo,
          then: tree(left(test.split, j, removed), n),
          else: tree(left(i, test.split - 1, removed), n),
        }
      case 'eq': {
        const { lo, to } = cells[test.single]!
        const rest = tree(left(i, j, [...removed, test.single]), test.single)
        return { kind: 'eq', k: lo, then: found(to), else: rest }
      }
    }
  }
  const whole: Left = { i: 0, j: n - 1, removed: [] }
  try {
    const { cost } = solve(whole, n)
    return { tree: tree(whole, n), cost, exact: true }
  } catch (error) {
    if (error === outOfStates) return undefined
    throw error
  }
}
