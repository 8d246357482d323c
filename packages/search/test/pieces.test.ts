import { describe, expect, it } from 'vitest'
import { cutOut } from '../src/pieces.ts'
import type { WeightedCell } from '../src/cell.ts'

const cell = (lo: number, hi: number, weight: number): WeightedCell => ({ lo, hi, to: 0, weight })
/** A function that weighs ranges, from the values with weight. */
const weigher =
  (weights: Readonly<Record<number, number>>) =>
  (lo: number, hi: number): number =>
    Object.entries(weights).reduce(
      (sum, [value, weight]) => (lo <= Number(value) && Number(value) <= hi ? sum + weight : sum),
      0,
    )

describe('cutOut', () => {
  it('cuts out what weighs its share of a cell, and leaves the rest whole', () => {
    const weightOf = weigher({ 20: 6, 30: 3, 40: 3 })
    expect(cutOut([cell(10, 50, 12)], weightOf, 1 / 2, 0)).toEqual([
      cell(10, 19, 0),
      cell(20, 20, 6),
      cell(21, 50, 6),
    ])
  })

  it('cuts out each of several values, and those at the ends', () => {
    expect(cutOut([cell(0, 2 ** 32 - 1, 4)], weigher({ 0: 1, 3: 1, [2 ** 32 - 1]: 2 }), 1 / 4, 0)).toEqual([
      cell(0, 0, 1),
      cell(1, 2, 0),
      cell(3, 3, 1),
      cell(4, 2 ** 32 - 2, 0),
      cell(2 ** 32 - 1, 2 ** 32 - 1, 2),
    ])
  })

  it('ends where weights are spread over all values, or do not add up', () => {
    const whole = cell(0, 2 ** 32 - 1, 2 ** 32)
    expect(cutOut([whole], (lo, hi) => hi - lo + 1, 2 ** -10, 0)).toEqual([whole])
    expect(cutOut([whole], () => 2 ** 32, 1 / 2, 0)).toEqual([whole])
  })

  it('leaves a cell whole that weighs too little', () => {
    expect(cutOut([cell(10, 50, 12)], weigher({ 20: 12 }), 1 / 2, 13)).toEqual([cell(10, 50, 12)])
  })
})
