/*
 * The least that searches for two functions of one number cost that begin together.
 *
 * Two architectures treat one number in different ways: each is a function of the number. A program may test the number before
 * it knows which function counts. Its first tests are one tree, which all calls pass. A leaf of the tree holds a part of the
 * numbers. A function that is constant there is *settled*. The calls of any other function load the number again, and go on in
 * a tree of their own. So a program that begins with tests of the number costs, besides its tests of `arch`, no less than the
 * cheapest *strategy*: a shared tree, and below each leaf a tree for each function that is not settled, reached by a load.
 *
 *     shared(i, j, out) = the least of
 *       stop:  load + least(i, j, out) of each function that is not settled      (lower-bound.ts)
 *       go on: weight + the least of
 *         shared(i, s, a) + shared(s + 1, j, out - a)   for each s and each a from 0 to `out`
 *         shared(i, j, out + 1)
 *
 * where `out` is the number of values that equality tests have taken out of cells i to j, as in lower-bound.ts.
 *
 * Both functions are constant on each cell. Its values weigh the same for one function as for the other, but for a factor that
 * is one for the cell. (Weights are lowered where they do not; no strategy costs more for that.) The *depth* of a value counts
 * its tests and loads, in the mean of both functions by their factors; what a cell costs is the sum of weight times depth.
 *
 * So a cell may count as one value that has all its weight: the value of least depth. A strategy for all values is one for
 * some of them, and no other value of the cell has a lesser depth.
 *
 * A cell stays wide where none of its values weighs more than an eighth of it. Some cheapest strategy has no test inside such
 * a cell. In the proof, C is the cell, and `w` its weight. The steps are those of atoms.ts:
 *
 *   1. Where all of C lies at one end of the values, the shared tree needs no equality test on C. In the place of the first, a
 *      threshold finds C, where both functions are settled. No other value passes more tests, and leaves keep fewer values.
 *   2. The shared tree needs no threshold inside C. Take a lowest one. By 1., each side of it has C in one leaf, at the end of
 *      its values. By 1. and 2. of atoms.ts, no tree of one function has a test inside C there. So C has one depth on
 *      either side, and the threshold can move to the end of C for which all of C comes to the lesser.
 *   3. Some equality tests of the shared tree take v1, v2, … vm of C out, from the top down, and leave the weight `c` of C.
 *      Let no value of C weigh more than c / 4. By atoms.ts, no tree of one function has a test inside the rest of C. So the
 *      rest of C has one depth, and by step 3 of atoms.ts the last of the equality tests is not needed.
 *   4. Let some value weigh more than c / 4. It is at most w / 8, so c < w / 2, and m is at least 5. Put two thresholds in the
 *      place of the first test, and leave all m out. C costs 2 · w; before, it cost at least (1 + 2 + 3 + 4) / 8 · w + 5 / 2 · w.
 *      Of other values, only those cost more, by R / 2, that leave by one of t tests between the first and the second; they
 *      weigh R. With t > 0, C cost at least w / 8 + 7/8 · (t + 2) · w, so it saves at least 3/4 · t · w. Where R / 2 is more, the
 *      first test can go down to the second: this costs v1 · t <= w · t / 8, and saves R.
 */
import type { WeightedCell } from './cell.ts'
import { CostTable, WeightSums } from './cost-table.ts'
import { fewestOut, heaviestSums, leastCosts } from './lower-bound.ts'

/** A cell of two functions: for each its continuation, and the weight of its calls. */
export interface SharedCell {
  /** Whether it has several values, of which none weighs more than an eighth. Any other cell counts as one value. */
  readonly isWide: boolean
  readonly to: readonly [number, number]
  readonly weights: readonly [number, number]
}

/** What a call pays that has to load the number again. */
const LOAD = 1
/** The most values that the table of one function takes out: it says nothing of more. */
const MOST_OUT_OF_ONE = 4

/** `cells` as ranges of values, one after the other: how many values a wide cell has does not matter. */
function ranges(cells: readonly SharedCell[]): readonly Pick<WeightedCell, 'lo' | 'hi'>[] {
  let next = 0
  return cells.map(({ isWide }) => {
    const lo = next
    next += isWide ? 2 : 1
    return { lo, hi: next - 1 }
  })
}

/** What stopping costs for one function: 0 where `out` values may leave it settled. */
function stopCosts(
  cells: readonly WeightedCell[],
  maxOut: number,
): (i: number, j: number, out: number) => number {
  const n = cells.length
  const least = leastCosts(cells, 0, Math.min(maxOut, MOST_OUT_OF_ONE))
  const fewest = fewestOut(cells)
  const heaviest = heaviestSums(cells, maxOut)
  const weights = new WeightSums(cells)
  return (i, j, out) => {
    if (fewest[i * n + j]! <= out) return 0
    return LOAD * Math.max(0, weights.of(i, j) - heaviest(i, j, out)) + least.of(i, j, out)
  }
}

/**
 * The least cost of a strategy that tests the number at least once before it tells the functions apart.
 *
 * @param cells - in the order of their values, at least one
 * @param maxOut - the most values that are taken out; more of them make the bound tighter
 * @throws RangeError where a weight is wrong
 */
export function sharedCost(cells: readonly SharedCell[], maxOut: number): number {
  const n = cells.length
  const values = ranges(cells)
  const both = cells.map(({ weights: [one, other] }, i) => ({ ...values[i]!, to: 0, weight: one + other }))
  const stopOf = (which: 0 | 1): ReturnType<typeof stopCosts> => {
    const own = cells.map(({ to, weights }, i) => ({ ...values[i]!, to: to[which], weight: weights[which] }))
    return stopCosts(own, maxOut)
  }
  const [stopOne, stopOther] = [stopOf(0), stopOf(1)]
  const heaviest = heaviestSums(both, maxOut)
  const weights = new WeightSums(both)
  const shared = new CostTable(n, maxOut, 0)
  /** The cost of one more shared test of cells i to j without `out` values. */
  const goOn = (i: number, j: number, out: number): number => {
    // Of more values than the table has, nothing is known.
    let best = out < maxOut ? shared.get(i, j, out + 1) : 0
    for (let low = 0; low <= out && best > 0; low += 1)
      best = Math.min(best, shared.leastSplit(i, j, low, out - low))
    return Math.max(0, weights.of(i, j) - heaviest(i, j, out)) + best
  }
  for (let i = n - 1; i >= 0; i -= 1)
    for (let j = i; j < n; j += 1)
      for (let out = maxOut; out >= 0; out -= 1) {
        const stop = stopOne(i, j, out) + stopOther(i, j, out)
        shared.set(i, j, out, stop === 0 ? 0 : Math.min(stop, goOn(i, j, out)))
      }
  // The first test may leave all cells on one side.
  return Math.min(goOn(0, n - 1, 0), weights.of(0, n - 1) + stopOne(0, n - 1, 0) + stopOther(0, n - 1, 0))
}
