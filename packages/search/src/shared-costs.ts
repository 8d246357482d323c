/*
 * Lower bound for two searches that share their first tests, for two functions of one number.
 *
 * Two architectures treat one number in different ways: each is a function of the number. A program may test the
 * number before it knows which function counts. Its first tests are one tree for all calls. A leaf of this tree holds
 * a part of the numbers. A function that is constant on that part is *settled*. The calls of any other function load
 * the number again, and continue in a tree of their own. A *strategy* is a shared tree and, below each leaf, a load
 * and a tree for each function that is not settled. So a program that begins with tests of the number costs, besides
 * its tests of `arch`, no less than the cheapest strategy.
 *
 *     shared(i, j, out) = the least of
 *       stop:  load + least(i, j, out) of each function that is not settled      (run-costs.ts, lower-bound.ts)
 *       go on: weight + the least of
 *         shared(i, s, a) + shared(s + 1, j, out - a)   for each s and each a from 0 to `out`
 *         shared(i, j, out + 1)
 *
 * where `out` is the number of values that equality tests have taken out of cells i to j, as in lower-bound.ts. The
 * shared tree belongs to a cheapest strategy, so the rule of cheapest-table.ts holds for its tests.
 *
 * Both functions are constant on each cell. Each function has a *factor* there: the weight of its calls of a value is
 * the weight of the value times the factor. (Where no factor fits, a caller lowers weights. No strategy costs more
 * after that.) The *depth* of a value counts its tests and loads, in the mean of both functions by their factors. The
 * cost of a cell is the sum of weight times depth.
 *
 * A cell lies between two changes of a continuation or of a factor. By steps 1 and 2, the shared tree has no threshold inside it.
 * By block.ts, a tree of one function has none where the continuation of that function stays. Values of the cell that weigh
 * more than an eighth of it are singles. The parts beside them stay wide where none of their values weighs more than an eighth of
 * the part: some cheapest strategy has no test inside such a part. In the proof, C is the part, and `w` its weight. The steps are
 * those of atoms.ts:
 *
 *   1. Where all of C lies at one end of the values, the shared tree needs no equality test on C. In the place of the first, a
 *      threshold finds C, where both functions are settled. No other value passes more tests, and leaves keep fewer values.
 *   2. The shared tree needs no threshold inside C. Take a lowest one. By 1., each side of it has C in one leaf, at the end of
 *      its values. By 1. and 2. of atoms.ts, no tree of one function has a test inside C there. So C has one depth on
 *      either side, and the threshold can move to the end of C that puts all of C at the lesser.
 *   3. Some equality tests of the shared tree take v1, v2, … vm of C out, from the top down, and leave the weight `c` of C.
 *      Let some value of C be left, and no value of C weigh more than c / 4. By atoms.ts, no tree of one function has a test
 *      inside the rest of C. So the rest of C has one depth, and by step 3 of atoms.ts the last of the equality tests is not
 *      needed.
 *   4. Let some value weigh more than c / 4. It is at most w / 8, so c < w / 2, and m is at least 5. Put two thresholds in the
 *      place of the first test, and leave all m out. C costs 2 · w; before, it cost at least (1 + 2 + 3 + 4) / 8 · w + 5 / 2 · w.
 *      Of other values, only those cost more, by R / 2, that leave by one of t tests between the first and the second; they
 *      weigh R. With t > 0, C cost at least w / 8 + 7/8 · (t + 2) · w, so it saves at least 3/4 · t · w. Where R / 2 is more, the
 *      first test can go down to the second: this costs v1 · t <= w · t / 8, and saves R.
 *   5. Let no value of C be left, and let w be 0. As in step 5 of atoms.ts, two thresholds take the place of the first two tests.
 *      They stand at the ends of the cell, where both functions are settled.
 */
import type { Block } from './block.ts'
import { MOST_OUT } from './bound-table.ts'
import { CheapestTable } from './cheapest-table.ts'
import { Ends } from './ends.ts'
import type { SearchBlocks } from './ends.ts'
import { leastCosts } from './lower-bound.ts'
import type { LeastCosts } from './least-costs.ts'
import { RunCosts } from './run-costs.ts'

/** A pair of numbers, one for each function. */
type FunctionPair = readonly [number, number]

/** Neighbouring values on which each of two functions is constant. */
export interface SharedCell {
  /** The continuation of each function. */
  readonly to: FunctionPair
  /** The factor of each function: the weight of its call is the factor times the weight of the value. */
  readonly factors: FunctionPair
  /** The weight of all values. */
  readonly weight: number
  /** The weights of the values that equality tests may take out. */
  readonly singles: readonly number[]
  /** Whether the cell has other values too, none of which weighs more than an eighth. */
  readonly isWide: boolean
}

/** The most values out of a part in the first bound. */
const FEW_OUT = 2
/** The cost of a call that has to load the number again. */
const LOAD = 1

/** A block for each of `cells`, with the continuation and the factor that `of` yields. */
function blocksBy(
  cells: readonly SharedCell[],
  of: (cell: SharedCell, place: number) => { readonly to: number; readonly factor: number },
): readonly Block[] {
  return cells.map((cell, place) => {
    const { to, factor } = of(cell, place)
    return {
      to,
      weight: factor * cell.weight,
      singles: cell.singles.map((single) => factor * single),
      isWide: cell.isWide,
    }
  })
}

/** The blocks of each function. */
function blocksOfBoth(cells: readonly SharedCell[]): readonly (readonly Block[])[] {
  return ([0, 1] as const).map((which) =>
    blocksBy(cells, ({ to, factors }) => ({ to: to[which], factor: factors[which] })),
  )
}

/**
 * The least cost of a strategy. For each function, `rests` bounds the trees over its blocks in `own`.
 *
 * @param most - the most values out of a part for which the table has a bound
 */
function strategyCost(
  cells: readonly SharedCell[],
  own: readonly (readonly Block[])[],
  rests: readonly LeastCosts[],
  most: number = MOST_OUT,
): number {
  const stops = own.map((blocks, which): SearchBlocks => ({ blocks, load: LOAD, rest: rests[which]! }))
  const both = blocksBy(cells, ({ factors }, place) => ({ to: place, factor: factors[0] + factors[1] }))
  return new CheapestTable(both, new Ends(stops, most), 0, most).tested()
}

/**
 * Checks the weights of `cells`.
 * @throws RangeError where there is no cell, or with the place of the first cell whose weight is wrong
 */
function checkWeights(cells: readonly SharedCell[]): void {
  if (cells.length === 0) throw new RangeError('a shared search needs at least one cell')
  cells.forEach(({ factors, weight: whole, singles }, at) => {
    const wrong = [...factors, whole, ...singles].find((weight) => !(weight >= 0 && weight < Infinity))
    if (wrong !== undefined)
      throw new RangeError(`cell ${at}: weighs ${wrong}; expected a finite number, 0 or more`)
  })
}

/** Lower bounds of searches for two functions of one number. */
export interface SharedSearch {
  /** A lower bound of the cheapest tree of each function. */
  readonly alone: FunctionPair
  /**
   * The least cost of a strategy that tests the number at least once before it tells the functions apart.
   *
   * @param enough - a cost above which the caller needs no higher bound
   */
  readonly together: (enough?: number) => number
}

/**
 * Lower bounds of searches for two functions of one number, alone and together.
 *
 * @param cells - in the order of their values, at least one; neighbours differ in a continuation or in a factor
 * @throws RangeError where there is no cell, or where a weight is wrong
 */
export function sharedSearch(cells: readonly SharedCell[]): SharedSearch {
  checkWeights(cells)
  const own = blocksOfBoth(cells)
  const few = own.map((blocks) => new RunCosts(blocks, FEW_OUT))
  const alone = ([0, 1] as const).map((which) => few[which]!.of(0, cells.length - 1, 0))
  // Each bound is at least as high as the one before it, and takes longer.
  const bounds = [
    () => strategyCost(cells, own, few, FEW_OUT),
    () =>
      strategyCost(
        cells,
        own,
        own.map((blocks) => new RunCosts(blocks)),
      ),
    () =>
      strategyCost(
        cells,
        own,
        own.map((blocks) => leastCosts(blocks, 0)),
      ),
  ]
  const known: number[] = []
  return {
    alone: [alone[0]!, alone[1]!],
    together: (enough = Infinity) => {
      let cost = -Infinity
      for (const [at, bound] of bounds.entries()) {
        cost = Math.max(cost, (known[at] ??= bound()))
        if (cost >= enough) break
      }
      return cost
    },
  }
}
