import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CostTable } from '../src/cost-table.ts'
import { RowThresholds } from '../src/row-thresholds.ts'

/** The cost of the cheapest threshold of cells i to j, and the cell before it; the first of equal ones. */
function cheapest(costs: CostTable, i: number, j: number): { readonly cost: number; readonly split: number } {
  const sums = Array.from({ length: j - i }, (_, at) => costs.get(i, i + at, 0) + costs.get(i + at + 1, j, 0))
  const cost = Math.min(...sums)
  return { cost, split: i + sums.indexOf(cost) }
}

/**
 * Compares the thresholds with a table of costs that is entered in the order of a search. Each part costs `own` more
 * than its cheapest threshold.
 */
function thresholdsBeside(cells: number, own: (i: number, j: number) => number): number {
  const table = new CostTable(cells, 0, Infinity)
  const thresholds = new RowThresholds(table)
  let compared = 0
  for (let i = cells - 1; i >= 0; i -= 1) {
    thresholds.begin(i)
    table.costs[table.row(i, 0) + i] = 0
    thresholds.add(i, 0)
    for (let j = i + 1; j < cells; j += 1) {
      const { cost, split } = cheapest(table, i, j)
      expect(thresholds.costs[j]).toBe(cost)
      expect(thresholds.splits[j]).toBe(split)
      compared += 1
      const whole = Math.max(0, cost + own(i, j))
      table.costs[table.row(i, 0) + j] = whole
      thresholds.add(j, whole)
    }
  }
  return compared
}

describe('RowThresholds', () => {
  it('finds the first of the cheapest thresholds, also where costs fall as parts grow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.array(fc.constantFrom(-4, -1, 0, 0, 0.125, 1, 1, 2, 16), { minLength: 1, maxLength: 97 }),
        (cells, extra) => {
          thresholdsBeside(cells, (i, j) => (j - i) / 8 + extra[(i * 41 + j) % extra.length]!)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('finds them where every part costs its cells, as in a search', () => {
    expect(thresholdsBeside(100, (i, j) => j - i + 1)).toBe(4950)
  })
})
