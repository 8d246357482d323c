import { expect, it } from 'vitest'
import { inColumns } from '../src/columns.ts'
import { wrapped, wrappedText } from '../src/wrapped.ts'

it('a text stands in lines that fit, the first after its start, the others indented', () => {
  expect(wrappedText('- ', 'aa bbb c dddd', '  ', 9)).toBe('- aa bbb\n  c dddd')
  expect(wrappedText('- ', 'aa bbb c', '  ', 10)).toBe('- aa bbb c')
  expect(wrappedText('- ', 'aaaaaaaaaaaa b', '  ', 5)).toBe('- aaaaaaaaaaaa\n  b')
  expect(wrappedText('- ', '', '  ', 5)).toBe('- ')
})

it('parts stand in lines that fit with their commas, the first one after its start', () => {
  expect(wrapped('a:', ['bb', 'cc', 'dd'], '  ', 9)).toBe('a: bb,\n  cc, dd')
  expect(wrapped('a:', ['bb', 'cc', 'dd'], '  ', 10)).toBe('a: bb, cc,\n  dd')
  expect(wrapped('', ['bb', 'cc'], '  ', 6)).toBe('bb, cc')
  expect(wrapped('a:', ['longer', 'b'], '  ', 5)).toBe('a: longer,\n  b')
})

it('items stand in columns, filled from top to bottom', () => {
  expect(inColumns(['a', 'bb', 'ccc', 'd', 'e'], ' ', 15)).toBe(' a    ccc  e\n bb   d\n')
  expect(inColumns(['a', 'bb', 'ccc', 'd'], ' ', 9)).toBe(' a    ccc\n bb   d\n')
  expect(inColumns(['a', 'bb', 'ccc'], ' ', 8)).toBe(' a\n bb\n ccc\n')
  expect(inColumns(['longer than that'], ' ', 8)).toBe(' longer than that\n')
  expect(inColumns([], ' ', 8)).toBe('')
})
