import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactSearch } from '../src/exact-search.ts'
import type { WeightedCell } from '../src/cell.ts'
import { costOfValues, cutCells, leastByTrying, smallValues } from './searches.ts'
import type { WeighedValue } from './searches.ts'

const prices = fc.constantFrom(0, 0.25, 4)

describe('exactSearch', () => {
  it('costs what the best of all trees of comparisons costs', () => {
    fc.assert(
      fc.property(smallValues(9), prices, (values, price) => {
        const found = exactSearch(cutCells(values), price, Infinity, 100_000)
        if (found.kind !== 'found') throw new Error(found.kind)
        expect(found.cost).toBeCloseTo(leastByTrying(values, price), 9)
        expect(costOfValues(found.tree, values, price)).toBeCloseTo(found.cost, 9)
      }),
      { numRuns: 1500 },
    )
  })

  it('says that no tree costs less than the best', () => {
    fc.assert(
      fc.property(smallValues(9), prices, (values, price) => {
        const best = leastByTrying(values, price)
        expect(exactSearch(cutCells(values), price, best, 100_000)).toEqual({ kind: 'none' })
        expect(exactSearch(cutCells(values), price, best + 0.01, 100_000).kind).toBe('found')
      }),
      { numRuns: 500 },
    )
  })

  it('tests a value that outweighs the rest before a threshold', () => {
    const cells = [0, 1, 2, 1, 2].map((to, at): WeightedCell => ({
      lo: at === 4 ? 31 : at * 10,
      hi: at === 3 ? 30 : at * 10 + 9,
      to,
      weight: at === 3 ? 100 : 1,
    }))
    expect(exactSearch(cells, 0, Infinity, 1000)).toMatchObject({ tree: { kind: 'eq', k: 30 } })
  })

  it('tests a value inside a range before the range, where it is worth that', () => {
    const values = [0, 1, 1, 1, 0, 1, 0].map((to, at) => ({ to, weight: at === 2 ? 100 : 1 }))
    const found = exactSearch(cutCells(values), 0, Infinity, 1000)
    expect(found).toMatchObject({ tree: { kind: 'eq', k: 2, then: { to: 1 } } })
    expect(found).toMatchObject({ cost: leastByTrying(values, 0) })
  })

  it('finds the best tree where sums of weights are rounded', () => {
    // The sums of these weights are rounded. The one test that is needed must not seem to leave another cell.
    const values = [3, 2, 3, 2, 3, 2, 0, 0].map((weight, at): WeighedValue => ({
      to: at === 6 ? 1 : 0,
      weight: weight * 0.07,
    }))
    expect(exactSearch(cutCells(values), 4, Infinity, 1000)).toMatchObject({ tree: { kind: 'eq', k: 6 } })
    fc.assert(
      fc.property(smallValues(9), prices, (some, price) => {
        const hundredths = some.map(({ to, weight }) => ({ to, weight: weight * 0.07 }))
        const found = exactSearch(cutCells(hundredths), price, Infinity, 100_000)
        if (found.kind !== 'found') throw new Error(found.kind)
        expect(found.cost).toBeCloseTo(leastByTrying(hundredths, price), 9)
      }),
      { numRuns: 300 },
    )
  })

  it('gives up past its parts', () => {
    const cells = Array.from({ length: 30 }, (_, at): WeightedCell => ({
      lo: at,
      hi: at,
      to: at % 3,
      weight: at % 7,
    }))
    expect(exactSearch(cells, 0, Infinity, 50)).toEqual({ kind: 'gave-up' })
  })
})
