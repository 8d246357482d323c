import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, joined } from '../src/block.ts'
import { leastCost, leastCosts } from '../src/lower-bound.ts'
import type { WeightedCell } from '../src/cell.ts'
import { atomsOf, cutCells, leastByTrying, smallValues } from './searches.ts'

const prices = fc.constantFrom(0, 0.25, 4)
describe('leastCost', () => {
  it('is never more than the best of all trees of comparisons costs, however cells are cut', () => {
    fc.assert(
      fc.property(smallValues(9), prices, (values, price) => {
        const best = leastByTrying(values, price) + 1e-9
        expect(leastCost(atomsOf(values), price)).toBeLessThanOrEqual(best)
        expect(leastCost(cutCells(values), price)).toBeLessThanOrEqual(best)
      }),
      { numRuns: 1500 },
    )
  })

  it('is never more for a part than the best costs without the values that are out', () => {
    fc.assert(
      fc.property(smallValues(8), fc.nat(255), (values, out) => {
        const left = values.filter((_, at) => ((out >> at) & 1) === 0)
        const cells = values.map(({ to, weight }, at) => ({ lo: at, hi: at, to, weight }))
        const least = leastCosts(blocksOf(cells), 0.25).of(0, cells.length - 1, values.length - left.length)
        expect(least).toBeLessThanOrEqual((left.length === 0 ? 0 : leastByTrying(left, 0.25)) + 1e-9)
      }),
      { numRuns: 1000 },
    )
  })

  it('is what a list costs: its values one after the other, the heaviest first', () => {
    const list = [5, 1, 3].flatMap((weight) => [
      { to: 0, weight: 0 },
      { to: 1, weight },
    ])
    const cells = cutCells([...list, { to: 0, weight: 0 }])
    expect(leastCost(cells, 0)).toBe(5 + 2 * 3 + 3)
  })

  it('takes no range out from between two others by one equality test', () => {
    const cells: WeightedCell[] = [
      { lo: 0, hi: 9, to: 0, weight: 5 },
      { lo: 10, hi: 19, to: 1, weight: 0 },
      { lo: 20, hi: 29, to: 0, weight: 5 },
    ]
    expect(leastCost(cells, 0)).toBe(15)
    expect(leastCosts(joined(blocksOf(cells)), 0).of(0, 2, 0)).toBe(15)
    const single = cells.map((cell, i) => [cell, { ...cell, hi: 10 }, { ...cell, lo: 11 }][i]!)
    expect(leastCost(single, 0)).toBe(10)
  })

  it('tells a range from what is around it by two tests, not by one for each of its values', () => {
    const cells: WeightedCell[] = [
      { lo: 0, hi: 9, to: 0, weight: 0 },
      { lo: 10, hi: 19, to: 1, weight: 10 },
      { lo: 20, hi: 99, to: 0, weight: 0 },
    ]
    expect(leastCost(cells, 0)).toBe(20)
    const cut = Array.from({ length: 10 }, (_, i): WeightedCell => ({
      lo: 10 + i,
      hi: 10 + i,
      to: 1,
      weight: 1,
    }))
    expect(leastCost([cells[0]!, ...cut, cells[2]!], 0)).toBe(20)
  })

  it('joins a run of many values soon', () => {
    const count = 100_000
    const cells = Array.from({ length: count }, (_, at): WeightedCell => ({
      lo: at,
      hi: at,
      to: at === 0 || at === count - 1 ? 1 : 0,
      weight: 1,
    }))
    expect(leastCost(cells, 0)).toBe(count + count - 1)
  })
})
