import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodeCosts } from '../src/code-costs.ts'
import type { WeightedCell } from '../src/cell.ts'
import { atomsOf, leastByTrying, smallValues } from './searches.ts'

/** Single values with a range between every two, all of one continuation; the ranges have another. */
function strewn(weights: readonly number[]): readonly WeightedCell[] {
  return weights.flatMap((weight, at) => [
    { lo: 10 * at, hi: 10 * at, to: 1, weight },
    { lo: 10 * at + 1, hi: 10 * at + 9, to: 0, weight: 0 },
  ])
}

/** The costs of cells `i` to `j` of `cells`. */
function codesOf(
  cells: readonly WeightedCell[],
  price: number,
  i = 0,
  j: number = cells.length - 1,
): CodeCosts {
  const codes = new CodeCosts(cells, price)
  codes.begin()
  for (let at = i; at <= j; at += 1) codes.add(at)
  return codes
}

describe('CodeCosts', () => {
  it('are never more than the best of all trees costs', () => {
    fc.assert(
      fc.property(smallValues(9), fc.constantFrom(0, 0.25, 4), (values, price) => {
        const cells = atomsOf(values)
        expect(codesOf(cells, price).cost(0)).toBeLessThanOrEqual(leastByTrying(values, price) + 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  it('are never more than the best costs without the values that are out', () => {
    fc.assert(
      fc.property(smallValues(8), fc.nat(255), (values, out) => {
        const left = values.filter((_, at) => ((out >> at) & 1) === 0)
        const cells = values.map(({ to, weight }, at) => ({ lo: at, hi: at, to, weight }))
        const gone = values.length - left.length
        const cost = codesOf(cells, 0.25).cost(gone)
        expect(cost).toBeLessThanOrEqual((left.length === 0 ? 0 : leastByTrying(left, 0.25)) + 1e-9)
      }),
      { numRuns: 300 },
    )
  })

  it('are those of a prefix code for strewn values', () => {
    const cells = strewn([1, 1, 2, 4])
    // Ranges are leaves too, of weight 0: four of them under the lightest value.
    expect(codesOf(cells, 0, 0, 6).cost(0)).toBe(1 + 2 + 4 + 8)
    expect(codesOf(cells, 0, 0, 6).cost(1)).toBe(1 + 2 + 4)
    expect(codesOf(cells, 0, 2, 2).cost(0)).toBe(0)
  })

  it('are those of one leaf for values that only single values part', () => {
    const cells = [0, 1, 0, 1].map((to, at) => ({ lo: at, hi: at, to, weight: 1 }))
    expect(codesOf(cells, 0).cost(0)).toBe(4)
  })

  it('count the price of each inner node', () => {
    expect(codesOf(strewn([1, 1]), 0.5, 0, 2).cost(0)).toBe(1 + 2 + 2 * 0.5)
  })

  it('lie between their two bounds, whatever is out', () => {
    const weight = fc.oneof(fc.constantFrom(0, 0, 1, 1, 2, 1e6), fc.double({ min: 0, max: 9, noNaN: true }))
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 24 }), fc.nat(4), (weights, out) => {
        const codes = codesOf(strewn(weights), 0.5)
        codes.enclose(out)
        expect(codes.low).toBeLessThanOrEqual(codes.cost(out))
        expect(codes.high).toBeGreaterThanOrEqual(codes.cost(out))
      }),
      { numRuns: 500 },
    )
  })
})
