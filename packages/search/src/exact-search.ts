/*
 * The cheapest search tree over the cells of one word, and the proof that no tree is cheaper.
 *
 * The trees are those of two-way comparisons, `>= k` and `== k`: "classification via two-way comparisons" (M.
 * Chrobak, N. E. Young, WADS 2023), with a price for each test. An equality test takes one value out. After that, the
 * cells beside the value may have one continuation. So a part to search is cells i to j without the values that are
 * out. Its cost is 0 where one continuation is left, and otherwise
 *
 *     cost(i, j, out) = weight + price + the least of
 *       cost(i, s, out) + cost(s + 1, j, out)     for each threshold after a cell s
 *       cost(i, j, out and v)                     for each single value v
 *
 * The number of parts is exponential in the number of single values. Two things keep it small. A lower bound
 * (lower-bound.ts) orders the moves of a part, and the search skips every move whose bound reaches the best known
 * cost. The exchange rules (exchange-rules.ts) leave out a move where another tree, without the move, costs no more.
 *
 * The number of parts is bounded. When it is used up, the search gives up, and its result says so.
 */
import { blocksOf } from './block.ts'
import { checkCells, isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'
import { dividesUsefully, isInOrder, staysAboveLeaf, staysAboveThreshold } from './exchange-rules.ts'
import { leastCosts } from './lower-bound.ts'
import type { LeastCosts } from './least-costs.ts'
import { cellsLeft, partOf, partWeights, without } from './part.ts'
import type { Part } from './part.ts'
import { ROUNDING } from './rounding.ts'
import { found } from './search-tree.ts'
import type { SearchTree } from './search-tree.ts'

/**
 * The result of a search: the cheapest tree, the fact that no tree costs less than the limit, or neither, where the
 * search gave up.
 */
export type ExactSearch =
  | { readonly kind: 'found'; readonly tree: SearchTree; readonly cost: number }
  | { readonly kind: 'none' | 'gave-up' }

/** A test that may come first in the tree of a part. */
interface PartMove {
  readonly kind: 'ge' | 'eq'
  /** The last cell below the threshold, or the single value. */
  readonly at: number
  /** The first cell that is left above the threshold; for an equality test, `at`. */
  readonly next: number
  /** The least that the two sides of the test can cost. */
  readonly bound: number
}

/** The result of the search for a part. */
interface PartSolution {
  /** The least cost where `isBest`; else a lower bound of it. */
  readonly cost: number
  readonly isBest: boolean
  /** The first test of the cheapest tree; `undefined` where the tree has no test, or is unknown. */
  readonly move: PartMove | undefined
}

/** The single value that the test directly above a part has taken out; `undefined` where that test is a threshold. */
type PendingValue = number | undefined

class CheapestTree {
  readonly #cells: readonly WeightedCell[]
  readonly #price: number
  readonly #least: LeastCosts
  readonly #weightOf: (part: Part) => number
  /** The largest difference between two sums of the same weights. */
  readonly #rounding: number
  readonly #solutions = new Map<string, PartSolution>()
  #partsLeft: number

  constructor(cells: readonly WeightedCell[], price: number, maxParts: number) {
    this.#cells = cells
    this.#price = price
    this.#least = leastCosts(blocksOf(cells), price)
    this.#weightOf = partWeights(cells)
    this.#rounding = ROUNDING * this.#weightOf(partOf(0, cells.length - 1, []))
    this.#partsLeft = maxParts
  }

  /** Whether the number of parts is used up. Then no solution counts. */
  get gaveUp(): boolean {
    return this.#partsLeft < 0
  }

  /** The best tree of `part` where it costs less than `most`; otherwise a lower bound that is `most` or more. */
  solve(part: Part, pending: PendingValue, most: number): PartSolution {
    const key = `${part.i},${part.j},${pending ?? ''},${part.out.join()}`
    const memo = this.#solutions.get(key)
    if (memo !== undefined && (memo.isBest || memo.cost >= most)) return memo
    const left = cellsLeft(part)
    if (left.every((at) => this.#cells[at]!.to === this.#cells[part.i]!.to))
      return { cost: 0, isBest: true, move: undefined }
    this.#partsLeft -= 1
    if (this.gaveUp) return { cost: Infinity, isBest: false, move: undefined }
    const solution = this.#bestMove(part, left, pending, most)
    this.#solutions.set(key, solution)
    return solution
  }

  #bestMove(part: Part, left: readonly number[], pending: PendingValue, most: number): PartSolution {
    const here = this.#weightOf(part) + this.#price
    let best: PartSolution = { cost: Infinity, isBest: true, move: undefined }
    let floor = Infinity
    for (const move of this.#moves(part, left, pending)) {
      const mostAfter = Math.min(most, best.cost) - here
      const cost = move.bound >= mostAfter ? move.bound : this.#costAfter(part, move, mostAfter)
      if (cost < mostAfter) best = { cost: here + cost, isBest: true, move }
      else floor = Math.min(floor, here + cost)
      // All later moves have a bound at least as high.
      if (move.bound >= mostAfter) break
    }
    return best.cost < most ? best : { cost: Math.min(floor, best.cost), isBest: false, move: undefined }
  }

  /** The cost of both sides of `move` together where it is less than `most`; otherwise a lower bound of it. */
  #costAfter({ i, j, out }: Part, { kind, at, next }: PartMove, most: number): number {
    if (kind === 'eq') return this.solve(without({ i, j, out }, at), at, most).cost
    const [low, high] = [partOf(i, at, out), partOf(next, j, out)]
    const highBound = this.#bound(high)
    const { cost } = this.solve(low, undefined, most - highBound)
    return cost + (cost + highBound >= most ? highBound : this.solve(high, undefined, most - cost).cost)
  }

  #bound({ i, j, out }: Part): number {
    return this.#least.of(i, j, out.length)
  }

  /** The tests that may come first when the cells `left` are left, in the order of their bounds. */
  #moves(part: Part, left: readonly number[], pending: PendingValue): readonly PartMove[] {
    const { i, j, out } = part
    const cells = this.#cells
    const weight = this.#weightOf(part)
    const moves: PartMove[] = []
    let below = 0
    for (let place = 0; place < left.length; place += 1) {
      const [at, next] = [left[place]!, left[place + 1]]
      below += cells[at]!.weight
      if (next !== undefined && this.#mayDivide(at, next, pending, below, weight)) {
        const bound = this.#bound(partOf(i, at, out)) + this.#bound(partOf(next, j, out))
        moves.push({ kind: 'ge', at, next, bound })
      }
      if (isSingle(cells[at]!) && this.#mayTest(left, place, pending, weight))
        moves.push({ kind: 'eq', at, next: at, bound: this.#bound(without(part, at)) })
    }
    return moves.sort((a, b) => a.bound - b.bound || a.at - b.at || (a.kind < b.kind ? -1 : 1))
  }

  /** Whether a threshold may stand between the neighbours `at` and `next`. The cells below it weigh `below`. */
  #mayDivide(at: number, next: number, pending: PendingValue, below: number, weight: number): boolean {
    if (!dividesUsefully(this.#cells[at]!, this.#cells[next]!)) return false
    if (pending === undefined) return true
    return staysAboveThreshold(this.#cells, pending, pending < next ? weight - below : below)
  }

  /** Whether an equality test may take the single value `left[place]` out. */
  #mayTest(left: readonly number[], place: number, pending: PendingValue, weight: number): boolean {
    if (pending !== undefined && !isInOrder(this.#cells, pending, left[place]!)) return false
    return staysAboveLeaf(this.#cells, left, place, weight, this.#rounding)
  }

  /** The cheapest tree of `part`, which must be solved. */
  treeOf(part: Part, pending: PendingValue): SearchTree {
    const { i, j, out } = part
    const { move } = this.solve(part, pending, Infinity)
    if (move === undefined) return found(this.#cells[i]!.to)
    if (move.kind === 'eq') {
      const { lo, to } = this.#cells[move.at]!
      return { kind: 'eq', k: lo, then: found(to), else: this.treeOf(without(part, move.at), move.at) }
    }
    return {
      kind: 'ge',
      k: this.#cells[move.next]!.lo,
      then: this.treeOf(partOf(move.next, j, out), undefined),
      else: this.treeOf(partOf(i, move.at, out), undefined),
    }
  }
}

/**
 * The cheapest tree that finds the cell of a value, where its cost is less than `limit`.
 *
 * @param cells - sorted, without gaps, at least one. No equality test is tried on a cell of several values; a value
 *   that may be worth one is a cell of its own (pieces.ts).
 * @param price - the price of a test in the tree, in the unit of weights
 * @param maxParts - the number of parts after which the search gives up
 * @throws RangeError where there is no cell, or where cells are wrong
 */
export function exactSearch(
  cells: readonly WeightedCell[],
  price: number,
  limit: number,
  maxParts: number,
): ExactSearch {
  if (cells.length === 0) throw new RangeError('a search tree needs at least one cell')
  checkCells(cells)
  const search = new CheapestTree(cells, price, maxParts)
  const whole = partOf(0, cells.length - 1, [])
  const { cost, isBest } = search.solve(whole, undefined, limit)
  if (search.gaveUp) return { kind: 'gave-up' }
  if (!isBest || cost >= limit) return { kind: 'none' }
  return { kind: 'found', tree: search.treeOf(whole, undefined), cost }
}
