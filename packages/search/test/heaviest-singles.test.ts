import { describe, expect, it } from 'vitest'
import { heaviestSingles } from '../src/heaviest-singles.ts'

describe('heaviestSingles', () => {
  const cells = [3, 5, 5, 9, 1].map((weight, at) => ({
    lo: at * 2,
    hi: at * 2 + Number(at === 3),
    to: at,
    weight,
  }))

  it('yields the heaviest first, of equal ones the lower place, and no wide cell', () => {
    expect(heaviestSingles(cells, 0, 4, 3)).toEqual([1, 2, 0])
    expect(heaviestSingles(cells, 2, 4, 3)).toEqual([2, 4])
    expect(heaviestSingles(cells, 0, 4, 0)).toEqual([])
  })
})
