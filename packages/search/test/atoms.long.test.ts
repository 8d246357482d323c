import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inAtoms } from '../src/atoms.ts'
import { exactSearch } from '../src/exact-search.ts'
import { atomsOf, costOfValues, leastByTrying } from './searches.ts'
import type { WeighedValue } from './searches.ts'

/** Ranges of some values each, at most `most` values in all. */
function rangesOf(most: number): fc.Arbitrary<readonly WeighedValue[]> {
  const range = fc.record({
    to: fc.constantFrom(0, 0, 1, 2),
    weights: fc.array(fc.constantFrom(0, 1, 1, 1, 2, 3, 5), { minLength: 1, maxLength: 6 }),
  })
  return fc
    .array(range, { minLength: 1, maxLength: 5 })
    .map((ranges) => ranges.flatMap(({ to, weights }) => weights.map((weight) => ({ to, weight }))))
    .map((values) => values.slice(0, most))
}

describe('inAtoms', () => {
  it('leaves a search of atoms as cheap as the best of all trees', () => {
    fc.assert(
      fc.property(rangesOf(11), fc.constantFrom(0, 0.25, 4), (values, price) => {
        const found = exactSearch(atomsOf(values), price, Infinity, 100_000)
        if (found.kind !== 'found') throw new Error(found.kind)
        expect(found.cost).toBeCloseTo(leastByTrying(values, price), 9)
        expect(costOfValues(found.tree, values, price)).toBeCloseTo(found.cost, 9)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps a cell whole where no value weighs more than a quarter of it', () => {
    const values = [1, 1, 1, 1, 1].map((weight) => ({ to: 0, weight }))
    expect(atomsOf(values)).toHaveLength(1)
    expect(atomsOf(values.slice(1))).toHaveLength(4)
  })

  it('cuts again what is heavy beside what was cut', () => {
    const values = [100, 3, 1, 1].map((weight) => ({ to: 0, weight }))
    expect(atomsOf(values).map(({ lo, hi }) => [lo, hi])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  it('keeps a range of which nothing weighs anything', () => {
    const cell = { lo: 0, hi: 2 ** 32 - 1, to: 0, weight: 0 }
    expect(inAtoms([cell], () => 0)).toEqual([cell])
  })
})
