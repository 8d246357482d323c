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
 * where `out` is the number of values that equality tests have taken out of cells i to j, as in lower-bound.ts. A strategy for a
 * part is one for each half of it, so halves count here too where many values are out (bound-table.ts).
 *
 * Both functions are constant on each cell. Each function has a *factor* there: its calls of a value weigh the weight of the
 * value times the factor. (A caller lowers weights where no factor fits. No strategy costs more for that.) The *depth* of a value
 * counts its tests and loads, in the mean of both functions by their factors; what a cell costs is the sum of weight times depth.
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
 *      either side, and the threshold can move to the end of C for which all of C comes to the lesser.
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
import { joined } from './block.ts'
import type { Block } from './block.ts'
import { MOST_OUT } from './bound-table.ts'
import { CheapestTable } from './cheapest-table.ts'
import type { Ends } from './cheapest-table.ts'
import { WeightSums } from './cost-table.ts'
import { cheapestCosts, leastCosts } from './lower-bound.ts'
import type { LeastCosts } from './lower-bound.ts'
import { PartSums } from './part-sums.ts'

/** For each of two functions, a number. */
type Both = readonly [number, number]

/** Neighbouring values on which each of two functions is constant. */
export interface SharedCell {
  /** For each function its continuation. */
  readonly to: Both
  /** For each function its factor: a call of the function weighs the factor times the weight of its value. */
  readonly factors: Both
  /** The weight of all values. */
  readonly weight: number
  /** The weights of the values that equality tests may take out. */
  readonly singles: readonly number[]
  /** Whether there are other values, of which none weighs more than an eighth. */
  readonly isWide: boolean
}

/** What a call pays that has to load the number again. */
const LOAD = 1

/** `cells` as blocks, one for each, with what `of` says of its continuation and its factor. */
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

/** What it costs one function to stop: 0 where it may be settled. */
class StopCosts {
  readonly #part: PartSums
  readonly #sums: WeightSums
  readonly #least: LeastCosts
  /** For each cell, the place of its run: of the neighbouring cells with its continuation. */
  readonly #runs: Int32Array
  /** For each cell, the share of its run in the cells of the run from it on. */
  readonly #from: Float64Array
  /** For each cell, the share of its run in the cells of the run up to it. */
  readonly #upTo: Float64Array
  #i = 0

  constructor(blocks: readonly Block[], leastOf: (blocks: readonly Block[]) => LeastCosts) {
    const runs = joined(blocks)
    this.#part = new PartSums(blocks, MOST_OUT)
    this.#sums = new WeightSums(blocks)
    this.#least = leastOf(runs)
    this.#runs = new Int32Array(blocks.length)
    this.#from = new Float64Array(blocks.length)
    this.#upTo = new Float64Array(blocks.length)
    let [run, before] = [0, 0]
    blocks.forEach(({ to, weight }, j) => {
      if (runs[run]!.to !== to) [run, before] = [run + 1, 0]
      const whole = runs[run]!.weight
      this.#runs[j] = run
      this.#from[j] = whole === 0 ? 1 : (whole - before) / whole
      before += weight
      this.#upTo[j] = whole === 0 ? 1 : before / whole
    })
  }

  begin(i: number): void {
    this.#i = i
    this.#part.begin(i)
  }

  /** For cells i to `j` without `out` values. */
  of(j: number, out: number): number {
    const i = this.#i
    const [first, last] = [this.#runs[i]!, this.#runs[j]!]
    if (first === last) return 0
    const least = this.#leastOf(first, last, this.#from[i]!, this.#upTo[j]!, out)
    if (out === 0) return LOAD * this.#sums.of(i, j) + least
    if (this.#part.fewestTo(j) <= out) return 0
    this.#part.reach(j)
    return LOAD * this.#part.weight(out) + least
  }

  /** How many values may be out of cells i to `j` so that the function is surely not settled. */
  open(j: number): number {
    return this.#part.fewestTo(j) - 1
  }

  /**
   * The least cost of runs `first` to `last`, of whose ends only shares of their weights are there. It is a concave function of
   * weights. So it is no less than the mean of the costs with an end and without it.
   */
  #leastOf(first: number, last: number, from: number, upTo: number, out: number): number {
    const least = this.#least
    let cost = from * upTo * least.of(first, last, out)
    if (from < 1) cost += (1 - from) * upTo * least.of(first + 1, last, out)
    if (upTo < 1) cost += from * (1 - upTo) * least.of(first, last - 1, out)
    if (from < 1 && upTo < 1 && first + 1 < last)
      cost += (1 - from) * (1 - upTo) * least.of(first + 1, last - 1, out)
    return cost
  }
}

/** @throws RangeError where there is no cell, or where a weight is none, with the place of the first such cell */
function checkWeights(cells: readonly SharedCell[]): void {
  if (cells.length === 0) throw new RangeError('a shared search needs at least one cell')
  cells.forEach(({ factors, weight: whole, singles }, at) => {
    const wrong = [...factors, whole, ...singles].find((weight) => !(weight >= 0 && weight < Infinity))
    if (wrong !== undefined)
      throw new RangeError(`cell ${at}: weighs ${wrong}; expected a finite number, 0 or more`)
  })
}

/**
 * The least cost of a strategy that tests the number at least once before it tells the functions apart.
 *
 * @param cells - in the order of their values, at least one; neighbours differ in a continuation or in a factor
 * @param enough - the cost above which no caller needs a higher bound
 * @throws RangeError where there is no cell, or where a weight is wrong
 */
export function sharedCost(cells: readonly SharedCell[], enough: number = Infinity): number {
  checkWeights(cells)
  const blocksOfOne = (which: 0 | 1): readonly Block[] =>
    blocksBy(cells, ({ to, factors }) => ({ to: to[which], factor: factors[which] }))
  const both = blocksBy(cells, ({ factors }, place) => ({ to: place, factor: factors[0] + factors[1] }))
  const functions = [blocksOfOne(0), blocksOfOne(1)] as const
  const costBy = (leastOf: (blocks: readonly Block[]) => LeastCosts): number => {
    const [one, other] = [new StopCosts(functions[0], leastOf), new StopCosts(functions[1], leastOf)]
    const ends: Ends = {
      begin: (i) => {
        one.begin(i)
        other.begin(i)
      },
      of: (j, out) => one.of(j, out) + other.of(j, out),
      open: (j) => Math.min(one.open(j), other.open(j)),
    }
    return new CheapestTable(both, ends, 0).tested()
  }
  const cost = costBy((blocks) => cheapestCosts(blocks, 0))
  return cost >= enough ? cost : Math.max(cost, costBy((blocks) => leastCosts(blocks, 0)))
}
