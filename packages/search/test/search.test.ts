import { describe, expect, it } from 'vitest'
import type { WeightedCell } from '../src/cell.ts'
import { exactSearch } from '../src/exact-search.ts'
import { leastCost } from '../src/lower-bound.ts'
import { depthOf, testsIn } from '../src/search-tree.ts'
import type { SearchTree } from '../src/search-tree.ts'
import { search } from '../src/search.ts'

const three: readonly [WeightedCell, WeightedCell, WeightedCell] = [
  { lo: 0, hi: 9, to: 0, weight: 1 },
  { lo: 10, hi: 19, to: 1, weight: 2 },
  { lo: 20, hi: 99, to: 0, weight: 3 },
]

describe('search', () => {
  it('finds the cheapest tree, and says that it is', () => {
    expect(search(three)).toMatchObject({ cost: 3 + 6, exact: true })
  })

  it('does not call a tree the cheapest where it has found none (issue 13)', () => {
    const limits = { price: 0, longest: 1 }
    expect(search(three, limits)).toMatchObject({ cost: Infinity, exact: false })
    // A tree with paths of 4 exists: it tests the value 6 first, then the value 5. The search does not find it.
    const cells: readonly WeightedCell[] = [
      { lo: 2, hi: 4, to: 2, weight: 20 },
      { lo: 5, hi: 5, to: 0, weight: 20 },
      { lo: 6, hi: 6, to: 1, weight: 20, rest: 3 },
      { lo: 7, hi: 7, to: 0, weight: 1 },
    ]
    expect(search(cells, { price: 0, longest: 4 })).toMatchObject({ cost: Infinity, exact: false })
  })

  const [first, second, third] = three
  it.each<readonly [string, readonly WeightedCell[], string]>([
    ['a gap', [first, third], 'cell 1: begins at 20, and the cell before it ends at 9; sort cells and leave no gaps'],
    ['cells out of order', [second, first], 'cell 1: begins at 0, and the cell before it ends at 19; sort cells'],
    ['an overlap', [first, { ...second, lo: 9 }], 'cell 1: begins at 9, and the cell before it ends at 9'],
    ['an empty range', [{ ...first, lo: 10 }], 'cell 0: 10 to 9 is no range of a u32; expected integers'],
    ['values above 2^32 - 1', [{ ...first, hi: 2 ** 32 }], 'cell 0: 0 to 4294967296 is no range of a u32'],
    ['a weight of NaN', [first, { ...second, weight: NaN }], 'cell 1: weighs NaN; expected a finite number, 0 or more'],
    ['a weight below 0', [{ ...first, weight: -1 }], 'cell 0: weighs -1; expected a finite number, 0 or more'],
    ['a rest of NaN', [{ ...first, rest: NaN }], 'cell 0: has a rest of NaN; expected a number, 0 or more'],
  ])('refuses %s', (_, cells, message) => {
    expect(() => search(cells)).toThrow(message)
    expect(() => exactSearch(cells, 0, Infinity, 100)).toThrow(message)
    expect(() => leastCost(cells, 0)).toThrow(message)
  }) // prettier-ignore

  it('refuses no cell, and limits that are no numbers', () => {
    expect(() => search([])).toThrow('a search tree needs at least one cell')
    expect(() => exactSearch([], 0, Infinity, 100)).toThrow('a search tree needs at least one cell')
    expect(() => search(three, { price: -1, longest: 3 })).toThrow('the price of a test is -1; expected')
    expect(() => search(three, { price: 0, longest: NaN })).toThrow('the longest path is NaN; expected')
    expect(() => leastCost(three, -1)).toThrow('the price of a test is -1; expected')
    expect(() => leastCost(three, NaN)).toThrow('the price of a test is NaN; expected')
  })
})

describe('a tree', () => {
  const found = (to: number): SearchTree => ({ kind: 'found', to })
  const eq = (k: number, then: SearchTree, otherwise: SearchTree): SearchTree => ({
    kind: 'eq',
    k,
    then,
    else: otherwise,
  })
  const tree = eq(1, found(0), eq(2, found(1), eq(3, found(0), found(2))))

  it('has as many tests as it has nodes above continuations', () => {
    expect([testsIn(tree), testsIn(found(0))]).toEqual([3, 0])
  })

  it('has the depth of the longest of several ways to a continuation', () => {
    expect([0, 1, 2, 7].map((to) => depthOf(tree, to))).toEqual([3, 2, 3, 0])
  })
})
