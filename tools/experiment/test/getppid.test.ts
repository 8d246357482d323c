import { compileRules } from '@seccompile/compiler'
import { expect, it } from 'vitest'
import { getppidExecuted, getppidLists, getppidRows, unconditionalNumbers } from '../src/getppid.ts'

it('is about the 306 calls that need no look at arguments', () => {
  expect(unconditionalNumbers()).toHaveLength(306)
  for (const { numbers } of getppidLists())
    expect(numbers.toSorted((a, b) => a - b)).toEqual(unconditionalNumbers())
  expect(getppidLists().map(({ place, numbers }) => [place, numbers.indexOf(110)])).toEqual([
    ['first', 0],
    ['middle', 152],
    ['last', 305],
  ])
})

it('costs the place in a linear filter, and the same everywhere in a tree', () => {
  const rows = getppidRows()
  const linear = rows.filter(({ pipeline }) => pipeline === 'none').map(({ executed }) => executed)
  const tree = rows.filter(({ pipeline }) => pipeline === 'speed').map(({ executed }) => executed)
  expect(linear).toEqual([5, 157, 310])
  expect(new Set(tree).size).toBe(1)
  expect(tree[0]).toBeLessThanOrEqual(9)
})

it('can be counted on any program', () => {
  const [first] = getppidLists()
  expect(getppidExecuted(compileRules(first!.rules, { pipeline: 'none' }))).toBe(5)
})
