import { expect, it } from 'vitest'
import { fittedHeading } from '../src/chart/heading.ts'
import { listed, wrapped } from '../src/chart/paragraph.ts'
import { spread } from '../src/chart/spread.ts'

it('leaves places that are far apart', () => {
  expect(spread([10, 50, 90], 20, 100)).toEqual([10, 50, 90])
})

it('moves places apart, in their order, and not past the lowest', () => {
  expect(spread([50, 50, 55], 20, 100)).toEqual([50, 70, 90])
  expect(spread([95, 90, 99], 20, 100)).toEqual([80, 60, 100])
})

it('puts words into lines, and cuts a word that is wider than a line', () => {
  expect(wrapped(['read,', 'write,', 'close'], 70)).toEqual(['read,', 'write,', 'close'])
  expect(wrapped(['read,', 'write,', 'close'], 500)).toEqual(['read, write, close'])
  expect(wrapped(['rt_sigtimedwait_time64'], 60)[0]).toMatch(/^rt_.*…$/)
  expect(wrapped([], 60)).toEqual([])
})

it('names the first, and counts the others', () => {
  expect(listed(['a', 'b', 'c'], 3)).toEqual(['a,', 'b,', 'c'])
  expect(listed(['a', 'b', 'c'], 2)).toEqual(['a,', 'b,', '… 1 more'])
})

it('has the first heading that fits, and the last one where none does', () => {
  const headings = ['a long fact about the filter', 'a fact'] as const
  expect(fittedHeading({ filter: 'f' }, headings, 1000)).toBe('f: a long fact about the filter')
  expect(fittedHeading({ filter: 'f' }, headings, 100)).toBe('f: a fact')
  expect(fittedHeading({ filter: 'f' }, headings, 10)).toBe('f: a fact')
})
