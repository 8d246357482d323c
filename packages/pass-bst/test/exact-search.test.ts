import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactSearch, leastCost } from '../src/exact-search.ts'
import type { WeightedCell } from '../src/search-tree.ts'
import { costByWalking, leastByTrying, smallCells } from './searches.ts'

const prices = fc.constantFrom(0, 0.25, 4)

describe('exactSearch', () => {
  it('costs what the best of all trees costs', () => {
    fc.assert(
      fc.property(smallCells(9), prices, (cells, price) => {
        const found = exactSearch(cells, price, 100_000)!
        expect(found.exact).toBe(true)
        expect(found.cost).toBeCloseTo(leastByTrying(cells, price), 9)
        expect(costByWalking(found.tree, cells, price)).toBeCloseTo(found.cost, 9)
      }),
      { numRuns: 1500 },
    )
  })

  it('tests a value that outweighs the rest before a threshold', () => {
    const cells = [0, 1, 2, 1, 2].map((to, at): WeightedCell => ({
      lo: at * 10,
      hi: at === 3 ? 30 : at * 10 + 9,
      to,
      weight: at === 3 ? 100 : 1,
    }))
    const { tree } = exactSearch(cells, 0, 1000)!
    expect(tree).toMatchObject({ kind: 'eq', k: 30 })
  })

  it('gives up past its states', () => {
    const cells = Array.from({ length: 30 }, (_, at): WeightedCell => ({
      lo: at,
      hi: at,
      to: at % 3,
      weight: at % 7,
    }))
    expect(exactSearch(cells, 0, 50)).toBeUndefined()
  })
})

describe('leastCost', () => {
  it('is never more than the best tree costs', () => {
    fc.assert(
      fc.property(smallCells(9), prices, (cells, price) => {
        expect(leastCost(cells, price)).toBeLessThanOrEqual(leastByTrying(cells, price) + 1e-9)
      }),
      { numRuns: 1500 },
    )
  })

  it('counts a single value that stands out of a range', () => {
    const cells: WeightedCell[] = [
      { lo: 0, hi: 3, to: 0, weight: 4 },
      { lo: 4, hi: 4, to: 1, weight: 1 },
      { lo: 5, hi: 9, to: 0, weight: 5 },
    ]
    expect(leastCost(cells, 0)).toBe(5) // the value itself, and the lighter of the ranges beside it
    expect(exactSearch(cells, 0, 100)!.cost).toBe(10)
  })
})
