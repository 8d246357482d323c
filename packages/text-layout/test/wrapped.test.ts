import { expect, it } from 'vitest'
import { inColumns } from '../src/columns.ts'
import { columnsOf, wrappedText } from '../src/wrapped.ts'

const io = {
  out: () => undefined,
  outBytes: () => undefined,
  err: () => undefined,
  outIsTerminal: true,
  errIsTerminal: true,
  env: {},
}

it('lines are as wide as the terminal, at least 40 columns and at most 100', () => {
  expect(
    [undefined, 1, 39, 40, 77, 100, 101, 400].map((outColumns) => columnsOf({ ...io, outColumns })),
  ).toEqual([100, 40, 40, 40, 77, 100, 100, 100])
})

it('a text stands in lines that fit, the first after its start, the others indented', () => {
  expect(wrappedText('- ', 'aa bbb c dddd', '  ', 9)).toBe('- aa bbb\n  c dddd')
  expect(wrappedText('- ', 'aa bbb c', '  ', 10)).toBe('- aa bbb c')
  expect(wrappedText('- ', 'aaaaaaaaaaaa b', '  ', 5)).toBe('- aaaaaaaaaaaa\n  b')
  expect(wrappedText('- ', '', '  ', 5)).toBe('- ')
})

it('items stand in columns, filled from top to bottom', () => {
  expect(inColumns(['a', 'bb', 'ccc', 'd', 'e'], ' ', 15)).toBe(' a    ccc  e\n bb   d\n')
  expect(inColumns(['a', 'bb', 'ccc', 'd'], ' ', 9)).toBe(' a    ccc\n bb   d\n')
  expect(inColumns(['a', 'bb', 'ccc'], ' ', 8)).toBe(' a\n bb\n ccc\n')
  expect(inColumns(['longer than that'], ' ', 8)).toBe(' longer than that\n')
  expect(inColumns([], ' ', 8)).toBe('')
})
