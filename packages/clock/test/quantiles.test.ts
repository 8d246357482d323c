import { describe, expect, it } from 'vitest'
import { medianOf, quantilesOf } from '../src/quantiles.ts'

describe('quantilesOf', () => {
  it('yields measurements, and the lower where a quantile lies between two', () => {
    const values = Array.from({ length: 11 }, (_, i) => 10 - i)
    expect(quantilesOf(values)).toEqual({ min: 0, p10: 1, median: 5, p90: 9, count: 11 })
    expect(quantilesOf([2, 1])).toEqual({ min: 1, p10: 1, median: 1, p90: 1, count: 2 })
    expect(medianOf([3, 1, 2])).toBe(2)
  })

  it('has none where there are no values', () => {
    expect(() => quantilesOf([])).toThrow('no values have no quantiles')
  })
})
