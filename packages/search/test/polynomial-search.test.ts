import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactSearch } from '../src/exact-search.ts'
import type { WeightedCell } from '../src/cell.ts'
import { search } from '../src/search.ts'
import { polynomialSearch } from '../src/polynomial-search.ts'
import {
  costByWalking,
  costOfValues,
  cutCells,
  leastByTrying,
  smallCells,
  smallValues,
  testsIn,
  walk,
} from './searches.ts'

const prices = fc.constantFrom(0, 0.25, 4)
const unbounded = (price: number): { price: number; longest: number } => ({ price, longest: Infinity })

/** The least weighted depth of threshold trees, computed by the recurrence. */
function leastThresholdCost(weights: readonly number[]): number {
  const known = new Map<string, number>()
  const least = (i: number, j: number): number => {
    if (i === j) return 0
    const key = `${i},${j}`
    const memo = known.get(key)
    if (memo !== undefined) return memo
    const total = weights.slice(i, j + 1).reduce((sum, weight) => sum + weight, 0)
    let best = Infinity
    for (let s = i; s < j; s += 1) best = Math.min(best, total + least(i, s) + least(s + 1, j))
    known.set(key, best)
    return best
  }
  return least(0, weights.length - 1)
}

describe('polynomialSearch', () => {
  it('finds every value, at the cost that it says, and never less than the least', () => {
    fc.assert(
      fc.property(smallValues(9), prices, (values, price) => {
        const { tree, cost } = polynomialSearch(cutCells(values), unbounded(price))
        expect(costOfValues(tree, values, price)).toBeCloseTo(cost, 9)
        expect(cost).toBeGreaterThanOrEqual(leastByTrying(values, price) - 1e-9)
      }),
      { numRuns: 1000 },
    )
  })

  it('tests strewn values one after the other where an instruction is dear (issue 18)', () => {
    const values = Array.from({ length: 300 }, (_, i) => 10 * i + 5)
    const cells = values.flatMap((value): WeightedCell[] => [
      { lo: value - 5, hi: value - 1, to: 0, weight: 0 },
      { lo: value, hi: value, to: 1, weight: 1 },
    ])
    const last: WeightedCell = { lo: 3000 - 4, hi: 4000, to: 0, weight: 0 }
    const all = cells.map((cell, at) => (at === 0 || cell.to === 1 ? cell : { ...cell, lo: cell.lo - 4 }))
    const dear = polynomialSearch([...all, last], unbounded(1e6))
    expect(testsIn(dear.tree)).toBeLessThanOrEqual(307)
    expect(testsIn(polynomialSearch([...all, last], unbounded(1)).tree)).toBeGreaterThan(330)
  })

  it('tests as many values one after the other as the limits allow (issue 34)', () => {
    // 201 values, each between two ranges of refused ones.
    const cells = Array.from({ length: 401 }, (_, i): WeightedCell => {
      const lo = 10 * Math.floor(i / 2) + (i % 2)
      return i % 2 === 0
        ? { lo, hi: lo, to: 1, weight: 1 }
        : { lo, hi: i === 400 ? 0xffff_ffff : lo + 8, to: 0, weight: 0 }
    })
    const limits = unbounded(2 ** 20)
    expect(testsIn(polynomialSearch(cells, limits).tree)).toBeGreaterThan(201)
    expect(testsIn(polynomialSearch(cells, { ...limits, row: Infinity }).tree)).toBe(201)
  })

  it('takes a single value out of what surrounds it by one test', () => {
    const cells = [
      { lo: 0, hi: 6, to: 1, weight: 2 },
      { lo: 7, hi: 7, to: 2, weight: 0 },
      { lo: 8, hi: 9, to: 1, weight: 4 },
    ]
    const [one, other] = [2, 1].map((to) => ({ kind: 'found', to }))
    expect(polynomialSearch(cells, unbounded(0.25))).toEqual({
      tree: { kind: 'eq', k: 7, then: one, else: other },
      cost: 6.25,
      exact: true,
    })
  })

  it('calls no tree for four cells the cheapest where another one is', () => {
    const cells = [
      { lo: 0, hi: 0, to: 2, weight: 11 },
      { lo: 1, hi: 1, to: 1, weight: 10 },
      { lo: 2, hi: 2, to: 2, weight: 0 },
      { lo: 3, hi: 6, to: 3, weight: 8 },
    ]
    expect(polynomialSearch(cells, unbounded(0.25))).toMatchObject({ cost: 50.5, exact: false })
    expect(search(cells, unbounded(0.25))).toMatchObject({ cost: 48.5, exact: true })
  })

  it('calls a tree the cheapest where it is, which every tree for up to three cells is', () => {
    fc.assert(
      fc.property(smallValues(5), prices, (values, price) => {
        const cells = cutCells(values)
        const { cost, exact } = polynomialSearch(cells, unbounded(price))
        if (cells.length <= 3) expect(exact).toBe(true)
        if (exact) expect(cost).toBeCloseTo(leastByTrying(values, price), 9)
      }),
      { numRuns: 1000 },
    )
  })

  it('is as good as any tree for nearly all of some hundred small searches', () => {
    // Every row of five values with two continuations, with varying weights.
    const rows = Array.from({ length: 32 * 9 }, (_, n) =>
      Array.from({ length: 5 }, (_, at) => ({
        to: (n >> at) & 1,
        weight: ((n >> 5) * (at + 3) + at * at) % 7,
      })),
    )
    const isBest = rows.filter(
      (values) => polynomialSearch(cutCells(values), unbounded(0)).cost <= leastByTrying(values, 0) + 1e-9,
    )
    expect(isBest.length).toBeGreaterThanOrEqual(0.95 * rows.length)
  })

  it('is the optimal alphabetic tree where no value stands alone, up to 600 ranges', () => {
    for (const n of [2, 17, 300]) {
      const weights = Array.from({ length: n }, (_, i) => (i * 37) % 11)
      const cells = weights.map((weight, i): WeightedCell => ({
        lo: 2 * i,
        hi: 2 * i + 1,
        to: i % 3,
        weight,
      }))
      const { tree, cost } = polynomialSearch(cells, unbounded(0))
      expect(cost).toBe(leastThresholdCost(weights))
      expect(costByWalking(tree, cells, 0)).toBe(cost)
    }
  })

  it('tests a value first that outweighs many ranges', () => {
    const cells = Array.from({ length: 41 }, (_, i): WeightedCell => ({
      lo: 10 * i,
      hi: i === 20 ? 200 : 10 * i + 9,
      to: i % 3,
      weight: i === 20 ? 1000 : 1,
    })).map((cell, i) => (i === 21 ? { ...cell, lo: 201 } : cell))
    expect(polynomialSearch(cells, unbounded(0)).tree).toMatchObject({ kind: 'eq', k: 200 })
  })

  it('ends with one test for each value that stands out', () => {
    const to = [0, 1, 0, 1, 0]
    const cells = to.map((way, i): WeightedCell => ({
      lo: 10 * i,
      hi: way === 0 ? 10 * i + 9 : 10 * i,
      to: way,
      weight: 1,
    }))
    const closed = cells.map((cell, i) => ({ ...cell, lo: i === 0 ? 0 : cells[i - 1]!.hi + 1 }))
    const { tree } = polynomialSearch(closed, unbounded(1))
    expect(testsIn(tree)).toBe(2)
  })

  it('ends a search with an equality test of a value that stands out, also where paths have a bound', () => {
    const cells = [
      { lo: 0, hi: 0, to: 0, weight: 8 },
      { lo: 1, hi: 1, to: 2, weight: 5 },
      { lo: 2, hi: 9, to: 0, weight: 2 },
    ]
    expect(polynomialSearch(cells, { price: 0.25, longest: 2 }).cost).toBe(15.25)
  })

  it('keeps every path within the longest, or says that there is none', () => {
    const withRests = fc.tuple(
      smallCells(10),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
    )
    fc.assert(
      fc.property(withRests, fc.integer({ min: 0, max: 8 }), ([plain, rests], longest) => {
        const cells = plain.map((cell) => ({ ...cell, rest: rests[cell.to]! }))
        const { tree, cost } = polynomialSearch(cells, { price: 0.25, longest })
        const longestOf = (some: typeof tree): number =>
          Math.max(...cells.map(({ lo, rest }) => walk(some, lo).depth + rest))
        if (cost === Infinity) {
          // A balanced tree of thresholds would be good enough.
          const tests = Math.ceil(Math.log2(cells.length))
          expect(tests + Math.max(...cells.map(({ rest }) => rest))).toBeGreaterThan(longest)
        } else {
          expect(longestOf(tree)).toBeLessThanOrEqual(longest)
          expect(costByWalking(tree, plain, 0.25)).toBeCloseTo(cost, 9)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps to bounds that are longer than any search', () => {
    const cells = Array.from({ length: 40 }, (_, i): WeightedCell => ({
      lo: 2 * i,
      hi: 2 * i + 1,
      to: i % 2,
      weight: 2 ** -i,
      rest: i === 39 ? 500 : 1,
    }))
    for (const [longest, deepest] of [
      [501, 1],
      [503, 3],
      [506, 6],
    ] as const) {
      const { tree, cost } = polynomialSearch(cells, { price: 0, longest })
      expect(cost).toBeLessThan(Infinity)
      expect(walk(tree, 79).depth).toBeLessThanOrEqual(deepest)
    }
    expect(polynomialSearch(cells, { price: 0, longest: 500 }).cost).toBe(Infinity)
  })

  it.each([11, 12, 14])(
    'finds paths of %d for a thousand ranges of which a few weigh the most',
    (longest) => {
      const cells = Array.from({ length: 1000 }, (_, i): WeightedCell => ({
        lo: 2 * i,
        hi: 2 * i + 1,
        to: i % 2,
        weight: 2 ** -Math.min(i, 40),
        rest: 1,
      }))
      const { tree, cost } = polynomialSearch(cells, { price: 0, longest })
      expect(cost).toBeLessThan(Infinity)
      expect(Math.max(...cells.map(({ lo }) => walk(tree, lo).depth))).toBeLessThan(longest)
    },
  )

  it('splits thousands of ranges without trying every tree', () => {
    const cells = Array.from({ length: 5000 }, (_, i): WeightedCell => ({
      lo: 3 * i,
      hi: 3 * i + (i % 2 === 0 ? 0 : 2),
      to: i % 2,
      weight: 1,
    }))
    const closed = cells.map((cell, i) => ({ ...cell, lo: i === 0 ? 0 : cells[i - 1]!.hi + 1 }))
    const { tree, cost } = polynomialSearch(closed, unbounded(0))
    expect(costByWalking(tree, closed, 0)).toBe(cost)
    expect(cost / 5000).toBeLessThan(Math.log2(5000))
  })

  it('costs a rounding more than the best tree for the ranges of a container profile', () => {
    // 40 ranges, every third a single value, with weights like those of a profile.
    let from = 0
    const cells = Array.from({ length: 40 }, (_, i): WeightedCell => {
      const width = i % 3 === 1 ? 1 : 3 + ((i * 7) % 9)
      const cell = { lo: from, hi: from + width - 1, to: i % 2, weight: i % 2 === 0 ? width : 2 ** -20 }
      from += width
      return cell
    })
    const { cost } = polynomialSearch(cells, unbounded(0))
    expect(exactSearch(cells, 0, cost / 1.01, 100_000)).toEqual({ kind: 'none' })
  })
})
