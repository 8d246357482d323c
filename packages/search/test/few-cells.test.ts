import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOfFew, MAX_FEW } from '../src/few-cells.ts'
import type { WeightedCell } from '../src/cell.ts'
import { cutCells, leastByTrying, smallValues } from './searches.ts'

const prices = fc.constantFrom(0, 0.25, 4)

describe('costOfFew', () => {
  it('is the cost of the best of all trees of comparisons', () => {
    fc.assert(
      fc.property(smallValues(8), prices, (values, price) => {
        const cells = cutCells(values)
        fc.pre(cells.length <= MAX_FEW)
        expect(costOfFew(cells, price)).toBeCloseTo(leastByTrying(values, price), 9)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes no value out of a cell of several values', () => {
    const cells = [0, 1, 0].map((to, at): WeightedCell => ({ lo: 2 * at, hi: 2 * at + 1, to, weight: 1 }))
    // Two thresholds: all three cells execute the first test, and two execute the second.
    expect(costOfFew(cells, 0)).toBe(5)
    expect(
      costOfFew(
        cells.map((cell, at) => (at === 1 ? { ...cell, hi: cell.lo } : cell)),
        0,
      ),
    ).toBe(3)
  })
})
