import { search } from '@seccompile/search'
import type { SearchTree, WeightedCell } from '@seccompile/search'
import { describe, expect, it } from 'vitest'
import { findsAll } from '../src/finds-all.ts'

const cell = (lo: number, hi: number, to: number, weight: number): WeightedCell => ({ lo, hi, to, weight })
const treeOf = (cells: readonly WeightedCell[]): SearchTree => search(cells).tree

describe('findsAll', () => {
  it('is false where cells without weight come to a leaf with weight and another continuation', () => {
    const part = [cell(0, 0, 0, 5), cell(1, 1, 1, 1), cell(2, 2, 0, 0)]
    expect(findsAll(treeOf(part), part, [...part, cell(3, 9, 2, 0)])).toBe(false)
  })

  it('is true where they have the continuation of that leaf, or come to a leaf without weight', () => {
    const list = [cell(0, 0, 0, 5), cell(1, 1, 1, 1), cell(2, 2, 0, 0)]
    expect(findsAll(treeOf(list), list, [...list, cell(3, 9, 0, 0)])).toBe(true)
    const halves = [cell(0, 4, 0, 5), cell(5, 9, 1, 0)]
    expect(findsAll(treeOf(halves), halves, [...halves, cell(10, 12, 2, 0), cell(13, 20, 3, 0)])).toBe(true)
  })
})
