import { describe, expect, it } from 'vitest'
import { cutOut, inPieces } from '../src/pieces.ts'
import type { WeightedCell } from '../src/cell.ts'

const cell = (lo: number, hi: number, weight: number): WeightedCell => ({ lo, hi, to: 0, weight })
/** The values that weigh something, and what. */
const weigher =
  (weights: Readonly<Record<number, number>>) =>
  (lo: number, hi: number): number =>
    Object.entries(weights).reduce(
      (sum, [value, weight]) => (lo <= Number(value) && Number(value) <= hi ? sum + weight : sum),
      0,
    )

describe('inPieces', () => {
  it('makes every value that weighs something a cell of its own, where nothing else is asked', () => {
    const weightOf = weigher({ 3: 1, 4: 2, 9: 1 })
    const pieces = inPieces([cell(0, 2 ** 32 - 1, 4)], weightOf, 0)
    expect(pieces.map(({ lo, hi, weight }) => [lo, hi, weight])).toEqual([
      [0, 2, 0],
      [3, 3, 1],
      [4, 4, 2],
      [5, 8, 0],
      [9, 9, 1],
      [10, 2 ** 32 - 1, 0],
    ])
  })

  it('joins neighbours that weigh little together', () => {
    const weightOf = weigher({ 1: 1, 3: 1, 5: 1, 7: 9 })
    const pieces = inPieces([cell(0, 9, 12)], weightOf, 2)
    expect(pieces.every(({ lo, hi, weight }) => lo === hi || weight <= 2)).toBe(true)
    expect(pieces.reduce((sum, { weight }) => sum + weight, 0)).toBe(12)
  })

  it('ends where weights are spread over all values, or do not add up', () => {
    const spread = inPieces([cell(0, 2 ** 32 - 1, 2 ** 32)], (lo, hi) => hi - lo + 1, 0)
    expect(spread.length).toBeLessThanOrEqual(512)
    expect(inPieces([cell(0, 2 ** 32 - 1, 1)], () => 1, 0)).toEqual([cell(0, 2 ** 32 - 1, 1)])
  })
})

describe('cutOut', () => {
  it('cuts out what weighs its share of a cell, and leaves the rest whole', () => {
    const weightOf = weigher({ 20: 6, 30: 3, 40: 3 })
    expect(cutOut([cell(10, 50, 12)], weightOf, 1 / 2, 0)).toEqual([
      cell(10, 19, 0),
      cell(20, 20, 6),
      cell(21, 50, 6),
    ])
  })

  it('leaves a cell whole that weighs too little', () => {
    expect(cutOut([cell(10, 50, 12)], weigher({ 20: 12 }), 1 / 2, 13)).toEqual([cell(10, 50, 12)])
  })
})
