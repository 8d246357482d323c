/*
 * The cheapest search tree over the cells of one word.
 *
 * Searching sorted cells with threshold tests (`word >= k`) is an optimal alphabetic tree: every pair of neighbours
 * is told apart by exactly one test, so a tree over n cells has n - 1 tests whatever its shape, and only the depths
 * of the leaves are to choose. cost(i, j), the least weighted number of tests for cells i to j, is
 *
 *     cost(i, i) = 0
 *     cost(i, j) = weight(i..j) + min over i <= s < j of cost(i, s) + cost(s + 1, j)
 *
 * Equality tests do better where cells alternate: when single values stand out of otherwise equal surroundings
 * (allowed, one denied, allowed), `word == k` removes one, and its two neighbours are one cell again. We take that
 * into the program as more ways to end it: up to `MAX_EXCEPTIONS` such values are tested one after the other,
 * heaviest first. Where size counts too, each test has a price, and these ends have half as many. This is not all that equality tests can do (they may come above thresholds: "classification via
 * two-way comparisons", Chrobak et al., WADS 2023), but with few exceptions it is close; the exact search is to come.
 *
 * With thresholds alone the best split of (i, j) lies between those of (i, j - 1) and (i + 1, j) (Knuth 1971, by the
 * quadrangle inequality), which makes the program quadratic, and possible up to `MAX_QUADRATIC` cells. Exceptions break
 * the inequality: where there are some, every split is tried, up to `MAX_CUBIC` cells. Above these sizes halves of
 * equal weight are split off first, which costs the top of the tree its exactness.
 */
import type { Word } from '@seccompile/abi'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import type { Cell } from './cells.ts'

const PARITIES = [0, 1] as const
/** Single values tested by equality in a row. */
const MAX_EXCEPTIONS = 8
/** Every split is tried up to this many cells: n³ / 6 steps. */
const MAX_CUBIC = 256
/** Knuth's program is run up to this many cells: 12 n² bytes. */
const MAX_QUADRATIC = 2048

/** The word that a tree searches, and the mask it is looked at through. */
export interface Subject {
  readonly word: Word
  /** u32, not 0. */
  readonly mask: number
}

/** A cell and how often it is reached, relative to the others; 0 or more. */
export interface WeightedCell extends Cell {
  readonly weight: number
}

/** Cells that stand out of the others, all of one node. */
interface Exceptions {
  /** Single values, in the order in which to test for them. */
  readonly cells: readonly WeightedCell[]
  /** Where all other values go. */
  readonly others: Decision
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
  const others = cells[i + parity]!.node
  const found: WeightedCell[] = []
  for (let at = i; at <= j; at += 1) {
    const cell = cells[at]!
    if ((at - i) % 2 === parity ? cell.node !== others : cell.lo !== cell.hi) return undefined
    if ((at - i) % 2 !== parity) found.push(cell)
  }
  return { cells: found.sort((x, y) => y.weight - x.weight || x.lo - y.lo), others }
}

function hasExceptions(cells: readonly WeightedCell[]): boolean {
  return cells.some(
    (_, i) => i + 2 < cells.length && PARITIES.some((parity) => exceptionsOf(cells, i, i + 2, parity)),
  )
}

/** Weighted tests of searching cells of `total` weight for exceptions in order, each test at `testPrice` more. */
function costOfExceptions(total: number, { cells }: Exceptions, testPrice: number): number {
  let remaining = total
  let cost = 0
  for (const { weight } of cells) {
    cost += remaining + testPrice
    remaining -= weight
  }
  return cost
}

/** The best tree over cells i to j for every i <= j, at i · n + j. */
interface BestTrees {
  /** The last cell of the left part, where thresholds are best. */
  readonly split: Int32Array
  /** Where equality tests end the search: for what. */
  readonly equalities: ReadonlyMap<number, Exceptions>
}

/** The best tree over every part of `cells`; a test adds `testPrice` to the weighted number of tests. */
function bestTrees(cells: readonly WeightedCell[], testPrice: number): BestTrees {
  const n = cells.length
  const cost = new Float64Array(n * n)
  const split = new Int32Array(n * n)
  const equalities = new Map<number, Exceptions>()
  const before = new Float64Array(n + 1) // before[i] = weight of all cells before i
  cells.forEach(({ weight }, i) => (before[i + 1] = before[i]! + weight))
  for (let i = 0; i < n; i += 1) split[i * n + i] = i

  for (let length = 2; length <= n; length += 1)
    for (let i = 0; i + length <= n; i += 1) {
      const j = i + length - 1
      const total = before[j + 1]! - before[i]!
      const bounded = n > MAX_CUBIC
      const first = bounded ? Math.max(i, split[i * n + j - 1]!) : i
      const last = bounded ? Math.min(j - 1, split[(i + 1) * n + j]! + 1) : j - 1
      let best = Infinity
      for (let s = first; s <= Math.max(first, last); s += 1) {
        const parts = cost[i * n + s]! + cost[(s + 1) * n + j]!
        if (parts >= best) continue
        best = parts
        split[i * n + j] = s
      }
      cost[i * n + j] = total + testPrice + best
      for (const parity of PARITIES) {
        const exceptions = exceptionsOf(cells, i, j, parity)
        if (exceptions === undefined) continue
        const equality = costOfExceptions(total, exceptions, testPrice)
        // Where the cost is equal, fewer tests win.
        const fewer = exceptions.cells.length < j - i
        if (equality > cost[i * n + j]! || (equality === cost[i * n + j] && !fewer)) continue
        cost[i * n + j] = equality
        equalities.set(i * n + j, exceptions)
      }
    }
  return { split, equalities }
}

/** The position that splits the weight of `cells` most evenly: the last cell of the left half. */
function evenSplit(cells: readonly WeightedCell[]): number {
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  let left = 0
  for (let i = 0; i < cells.length - 1; i += 1) {
    left += cells[i]!.weight
    if (left * 2 >= total) return i
  }
  return cells.length - 2
}

/**
 * The node that finds the cell of `subject` and goes on to its node.
 *
 * @param cells - sorted, without gaps, neighbours with different nodes, at least one; the ends are those of the
 *   values that the subject can have, and are not tested. Nodes come from `builder`.
 * @param insnCost - see `PassContext.insnCost`
 */
export function searchTree(
  builder: DecisionBuilder,
  subject: Subject,
  cells: readonly WeightedCell[],
  insnCost = 0,
): Decision {
  const test = (op: 'ge' | 'eq', k: number, then: Decision, otherwise: Decision): Decision =>
    builder.test({ ...subject, op, k }, then, otherwise)
  const [only] = cells
  if (only === undefined) throw new RangeError('a search tree needs at least one cell')
  if (cells.length > (hasExceptions(cells) ? MAX_CUBIC : MAX_QUADRATIC)) {
    const s = evenSplit(cells)
    const right = searchTree(builder, subject, cells.slice(s + 1), insnCost)
    return test('ge', cells[s + 1]!.lo, right, searchTree(builder, subject, cells.slice(0, s + 1), insnCost))
  }

  const n = cells.length
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  const { split, equalities } = bestTrees(cells, insnCost * total)
  const build = (i: number, j: number): Decision => {
    if (i === j) return cells[i]!.node
    const exceptions = equalities.get(i * n + j)
    if (exceptions !== undefined)
      return exceptions.cells.reduceRight(
        (rest, { lo, node }) => test('eq', lo, node, rest),
        exceptions.others,
      )
    const s = split[i * n + j]!
    return test('ge', cells[s + 1]!.lo, build(s + 1, j), build(i, s))
  }
  return build(0, n - 1)
}
