/*
 * The recurrence of polynomial-search.ts in a table: the best tree over every part of a row of cells, short parts first.
 *
 * A part is cells i to j without their `out` heaviest single values, which earlier tests have taken out. The tree of
 * a part begins with a {@link TreeMove}. The table keeps the cheapest move and its cost.
 */
import { isSingle } from './cell.ts'
import type { WeightedCell } from './cell.ts'
import { CostTable, partsOf, WeightSums } from './cost-table.ts'
import { exceptionsOf, RowExceptions } from './exceptions.ts'
import { HeaviestOfRow, NO_CELL } from './heaviest-of-row.ts'
import { heaviestSingles } from './heaviest-singles.ts'
import { ROUNDING } from './rounding.ts'
import { RowThresholds } from './row-thresholds.ts'
import { Runs } from './runs.ts'

/** The first step of the tree over a part. */
export type TreeMove =
  /** No test: one continuation is left, or there is no tree. */
  | { readonly kind: 'found' }
  /** `>=` the first value after cell `after`. */
  | { readonly kind: 'threshold'; readonly after: number }
  /** `==` the value of cell `at`, and then the part without it. */
  | { readonly kind: 'equality'; readonly at: number }
  /** Equality tests in a row, which end the search (exceptions.ts). */
  | { readonly kind: 'exceptions' }

/** Codes of moves in a table. */
const FOUND = 0
const EQUALITY = 1
const EXCEPTIONS = 2
/** The code of a threshold is this number plus the place of the cell before it. */
const THRESHOLD = 3

/** The most single values that earlier tests have taken out of a part. */
const MAX_OUT = 2
/** The cells, and the data that all tables over them share. */
export interface TreeGround {
  readonly cells: readonly WeightedCell[]
  readonly price: number
  readonly weights: WeightSums
  readonly runs: Runs
  /** By cell: the weight of a single value, and `-Infinity` for cells of several values. */
  readonly singleWeights: readonly number[]
  /** Whether every split is tried. Otherwise only splits within Knuth's bounds are tried, and no equality tests. */
  readonly everySplit: boolean
  /** The most single values that earlier tests have taken out of a part. */
  readonly mostOut: number
}

/** The data that all tables over the cells `given` share. */
export function ground(cells: readonly WeightedCell[], price: number, everySplit: boolean): TreeGround {
  const singles = cells.filter(isSingle).length
  return {
    cells,
    price,
    weights: new WeightSums(cells),
    runs: new Runs(cells),
    singleWeights: cells.map((cell) => (isSingle(cell) ? cell.weight : -Infinity)),
    everySplit,
    mostOut: everySplit ? Math.min(MAX_OUT, singles) : 0,
  }
}

/** The best trees over all parts, on paths of at most `longest` steps. */
export class BestTrees {
  readonly #given: TreeGround
  readonly #longest: number
  /** `Infinity` where a part has no tree, or no move leads to it. */
  readonly #costs: CostTable
  /**
   * The costs after the first test: those of the table for paths one step shorter, or `#costs` itself where no path
   * is bounded.
   */
  readonly #after: CostTable
  readonly #codes: Int16Array
  readonly #exceptions: RowExceptions

  /** @param shorter - the table for paths that are one step shorter; none where `longest` is `Infinity` or 0 */
  constructor(given: TreeGround, longest: number, shorter: BestTrees | undefined) {
    const n = given.cells.length
    const { mostOut } = given
    this.#given = given
    this.#longest = longest
    const isFree = longest === Infinity && given.everySplit
    // Where every threshold is tried, each part without values out has a cost before it is read.
    this.#costs = new CostTable(n, mostOut, Infinity, isFree ? 1 : 0)
    this.#after =
      shorter === undefined
        ? longest === Infinity
          ? this.#costs
          : new CostTable(n, mostOut, Infinity)
        : shorter.#costs
    this.#codes = new Int16Array((mostOut + 1) * partsOf(n))
    this.#exceptions = new RowExceptions(given.cells, given.price)
    const thresholds = isFree ? new RowThresholds(this.#costs) : undefined
    // A part needs the parts that begin after it, and those that end before it.
    for (let i = n - 1; i >= 0; i -= 1)
      if (thresholds === undefined) this.#enterRow(i)
      else this.#enterFreeRow(i, thresholds)
  }

  /** Enters all parts that begin with cell `i`, the short ones first, where no path is bounded and every threshold is tried. */
  #enterFreeRow(i: number, thresholds: RowThresholds): void {
    const { cells, mostOut, price, runs, weights } = this.#given
    const { costs } = this.#costs
    const exceptions = this.#exceptions
    const rowWithout = this.#place(i, 0, 1)
    const end = runs.end(i)
    /** The first cell of a part whose wide cells have several continuations. */
    const second = runs.second(i)
    const heaviest = new HeaviestOfRow(this.#given, i)
    thresholds.begin(i)
    exceptions.begin(i)
    for (let j = i; j < cells.length; j += 1) {
      if (j > end && j >= second && heaviest.areRefused) {
        const from = j
        j = this.#enterThresholds(i, from, heaviest.least, thresholds)
        if (j === cells.length) return
        heaviest.skip(from, j)
      }
      const sum = weights.of(i, j)
      heaviest.add(j, sum)
      // A part with more values out comes first: the equality test that takes one more out leads to it.
      if (heaviest.mayNextComeFirst && mostOut > 1 && j - i > 1)
        this.#enter(i, j, 2, heaviest.first, heaviest.next)
      const tests = heaviest.mayComeFirst && j > i
      if (tests) this.#enter(i, j, 1, heaviest.first, heaviest.next)
      if (j <= end) {
        thresholds.add(j, 0)
        continue
      }
      const here = sum + price
      let cost = here + thresholds.costs[j]!
      let code = THRESHOLD + thresholds.splits[j]!
      if (tests && here + costs[rowWithout + j]! < cost) {
        cost = here + costs[rowWithout + j]!
        code = EQUALITY
      }
      if (j < second && j - i >= 2) {
        const byExceptions = exceptions.cost(j, cost * (1 + ROUNDING))
        // Among equal costs, the fewer tests win.
        if (byExceptions < cost || (byExceptions === cost && exceptions.tests < j - i)) {
          cost = byExceptions
          code = EXCEPTIONS
        }
      }
      this.#take(i, j, 0, cost, code)
      thresholds.add(j, cost)
    }
  }

  /**
   * Enters the parts from cell `i` to cell `from`, to the cell after it, and so on, as long as a part has to begin
   * with a threshold: no single value of weight `least` or less may come first. The result is the first heavier
   * single value, or the count of cells. Most parts of a table are entered here.
   *
   * Not every threshold between such a part and the cells above it is tried. Let the part begin with a threshold
   * after cell t, and let the cells above it weigh less than cells i to t. Then a tree for both is cheaper that
   * begins with the threshold after t: cells i to t execute one test less, the cells above execute one test more, and
   * all others execute as many. The row has tried that threshold, or has left it out for a cheaper one. Where a
   * rounding error may hide which cells weigh less, the threshold is tried.
   */
  #enterThresholds(i: number, from: number, least: number, thresholds: RowThresholds): number {
    const { cells, price, singleWeights, weights } = this.#given
    const { costs } = this.#costs
    const codes = this.#codes
    const row = this.#place(i, 0, 0)
    const slack = ROUNDING * cells.length * (weights.of(0, cells.length - 1) + price)
    /**
     * The first cell up to which the cells above the part are heavy enough. `reach` is the weight that all cells up
     * to there must have.
     */
    let first = from
    let reach = 0
    let j = from
    for (; j < singleWeights.length && singleWeights[j]! <= least; j += 1) {
      const cost = weights.of(i, j) + price + thresholds.costs[j]!
      costs[row + j] = cost
      const split = thresholds.splits[j]!
      codes[row + j] = THRESHOLD + split
      const wanted = weights.before(j + 1) + weights.of(i, split) - slack
      if (wanted < reach || first <= j) first = j + 1
      reach = wanted
      while (first < cells.length && weights.before(first + 1) < wanted) first += 1
      thresholds.add(j, cost, first)
    }
    return j
  }

  /** Enters all parts that begin with cell `i`, the short ones first. */
  #enterRow(i: number): void {
    const { cells, mostOut } = this.#given
    this.#exceptions.begin(i)
    /** The heaviest single values of the part. */
    let first = NO_CELL
    let second = NO_CELL
    for (let j = i; j < cells.length; j += 1) {
      if (mostOut > 0 && isSingle(cells[j]!)) {
        const { weight } = cells[j]!
        if (first === NO_CELL || weight > cells[first]!.weight) {
          second = first
          first = j
        } else if (second === NO_CELL || weight > cells[second]!.weight) second = j
      }
      // Where paths are bounded, an equality test may be of use only because it shortens a path.
      if (mostOut > 1 && j - i > 1 && second !== NO_CELL) this.#enter(i, j, 2, first, second)
      if (mostOut > 0 && j > i && first !== NO_CELL) this.#enter(i, j, 1, first, second)
      this.#enter(i, j, 0, first, second)
    }
  }

  /** The cost of the best tree of a part; `Infinity` where there is none. */
  costOf(i: number, j: number, out: number): number {
    return this.#costs.get(i, j, out)
  }

  /** The first move of the best tree of a part. */
  moveOf(i: number, j: number, out: number): TreeMove {
    const code = this.#codes[this.#place(i, j, out)]!
    switch (code) {
      case FOUND:
        return { kind: 'found' }
      case EQUALITY:
        return { kind: 'equality', at: heaviestSingles(this.#given.cells, i, j, out + 1)[out]! }
      case EXCEPTIONS:
        return { kind: 'exceptions' }
      default:
        return { kind: 'threshold', after: code - THRESHOLD }
    }
  }

  #place(i: number, j: number, out: number): number {
    return this.#costs.row(i, out) + j
  }

  #take(i: number, j: number, out: number, cost: number, code: number): void {
    const place = this.#place(i, j, out)
    this.#costs.costs[place] = cost
    this.#codes[place] = code
  }

  /** Enters a part. `heaviest` and `next` are its heaviest single values. */
  #enter(i: number, j: number, out: number, heaviest: number, next: number): void {
    const { cells, price, runs, weights, mostOut } = this.#given
    const first = out > 0 ? heaviest : NO_CELL
    const second = out > 1 ? next : NO_CELL
    if (out === 0 ? runs.end(i) >= j : runs.isOne(i, j, first, second)) {
      if (this.#longest === Infinity || this.#restsFit(i, j, first, second)) this.#take(i, j, out, 0, FOUND)
      return
    }
    let weight = weights.of(i, j)
    if (out > 0) weight -= cells[first]!.weight
    if (out > 1) weight -= cells[second]!.weight
    const here = weight + price
    this.#tryThresholds(i, j, out, Math.min(first, second), Math.max(first, second), here)
    if (out < mostOut) this.#tryEquality(i, j, out, out === 0 ? heaviest : next, here)
    if (out === 0 && j - i >= 2 && j < runs.second(i)) this.#tryExceptions(i, j)
  }

  /** Whether each of cells i to j, without `first` and `second`, leaves room for its `rest`. */
  #restsFit(i: number, j: number, first: number, second: number): boolean {
    const { cells } = this.#given
    for (let at = i; at <= j; at += 1)
      if (at !== first && at !== second && (cells[at]!.rest ?? 0) > this.#longest) return false
    return true
  }

  /**
   * Finds the threshold that divides the part most cheaply. `out` values are out of the part: none, `upper`, or
   * `lower` and `upper`.
   */
  #tryThresholds(i: number, j: number, out: number, lower: number, upper: number, here: number): void {
    const { everySplit } = this.#given
    const from = everySplit ? i : this.#firstSplit(i, j)
    const to = everySplit ? j - 1 : this.#lastSplit(i, j)
    const cost = this.#after.bestDivision(i, j, out, lower, upper, from, to)
    this.#take(i, j, out, here + cost, cost === Infinity ? FOUND : THRESHOLD + this.#after.split)
  }

  /**
   * The first cell after which a threshold is tried, where not every split is.
   *
   * Where all tests are thresholds, the best split of cells i to j lies between the best splits of i to j - 1 and of i + 1
   * to j (D. E. Knuth, "Optimum binary search trees", 1971; F. F. Yao proved it from the quadrangle inequality, 1980).
   */
  #firstSplit(i: number, j: number): number {
    return j - i < 2 ? i : Math.max(i, this.#codes[this.#place(i, j - 1, 0)]! - THRESHOLD)
  }

  /** The last cell after which a threshold is tried; see {@link BestTrees.#firstSplit}. */
  #lastSplit(i: number, j: number): number {
    if (j - i < 2) return j - 1
    const last = Math.min(j - 1, this.#codes[this.#place(i + 1, j, 0)]! - THRESHOLD + 1)
    return Math.max(this.#firstSplit(i, j), last)
  }

  /** Tries an equality test of `next`, the heaviest single value that is left. */
  #tryEquality(i: number, j: number, out: number, next: number, here: number): void {
    if (next === NO_CELL || j - i <= out || (this.#given.cells[next]!.rest ?? 0) >= this.#longest) return
    const cost = here + this.#after.get(i, j, out + 1)
    if (cost < this.#costs.get(i, j, out)) this.#take(i, j, out, cost, EQUALITY)
  }

  /** Tries equality tests that end the search. */
  #tryExceptions(i: number, j: number): void {
    const best = this.#costs.get(i, j, 0)
    if (this.#longest === Infinity) {
      this.#takeExceptions(i, j, this.#exceptions.cost(j, best * (1 + ROUNDING)), this.#exceptions.tests)
      return
    }
    const { cells, price } = this.#given
    const exceptions = exceptionsOf(cells, i, j, price, this.#longest)
    if (exceptions !== undefined) this.#takeExceptions(i, j, exceptions.cost, exceptions.cells.length)
  }

  /** Enters a row of equality tests where it costs less than the best tree so far, or as much with fewer tests. */
  #takeExceptions(i: number, j: number, cost: number, tests: number): void {
    const best = this.#costs.get(i, j, 0)
    if (cost < best || (cost === best && tests < j - i)) this.#take(i, j, 0, cost, EXCEPTIONS)
  }
}

/** The best trees for paths of at most 0, 1, … `longest` steps; one table alone where `longest` is `Infinity`. */
export function tablesFor(given: TreeGround, longest: number): readonly BestTrees[] {
  if (longest === Infinity) return [new BestTrees(given, Infinity, undefined)]
  const tables: BestTrees[] = []
  for (let left = 0; left <= longest; left += 1) tables.push(new BestTrees(given, left, tables.at(-1)))
  return tables
}
