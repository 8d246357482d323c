import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../src/block.ts'
import { RunCosts } from '../src/run-costs.ts'
import { leastByTrying, smallValues } from './searches.ts'
import type { WeighedValue } from './searches.ts'

describe('RunCosts', () => {
  it('are never more than the best of all trees costs for a part, wherever it begins or ends within a run', () => {
    fc.assert(
      fc.property(smallValues(8), fc.nat(7), fc.nat(7), fc.nat(255), (values, one, other, out) => {
        const cells = values.map(({ to, weight }, at) => ({ lo: at, hi: at, to, weight }))
        const [i, j] = [one, other].map((end) => end % values.length).sort((a, b) => a - b) as [
          number,
          number,
        ]
        const left = values.filter((_, at) => i <= at && at <= j && ((out >> at) & 1) === 0)
        const least = new RunCosts(blocksOf(cells)).of(i, j, j - i + 1 - left.length)
        expect(least).toBeLessThanOrEqual((left.length === 0 ? 0 : leastByTrying(left, 0)) + 1e-9)
      }),
      { numRuns: 1500 },
    )
  })

  it('are those of the whole where a part begins and ends with runs', () => {
    const cells = [0, 0, 1, 1, 0].map((to, at) => ({ lo: at, hi: at, to, weight: 1 }))
    const costs = new RunCosts(blocksOf(cells))
    expect(costs.of(0, 4, 0)).toBe(8)
    expect(costs.of(0, 3, 0)).toBe(4)
    // The part has one of the two values of the first run.
    expect(costs.of(1, 3, 0)).toBe(3)
    expect(costs.of(1, 3, 1)).toBe(0)
  })

  it('take a run for an atom where no value weighs more than a quarter of it', () => {
    const between = (count: number): RunCosts => {
      const values: readonly WeighedValue[] = [
        { to: 1, weight: 0 },
        ...Array.from({ length: count }, () => ({ to: 0, weight: 1 })),
        { to: 1, weight: 0 },
      ]
      const costs = new RunCosts(blocksOf(values.map((value, at) => ({ lo: at, hi: at, ...value }))))
      expect(costs.of(0, count + 1, 0)).toBe(leastByTrying(values, 0))
      return costs
    }
    // Two equality tests find two values at a lower cost than two thresholds.
    expect(between(2).of(0, 3, 0)).toBe(3)
    expect(between(4).of(0, 5, 0)).toBe(8)
  })
})
