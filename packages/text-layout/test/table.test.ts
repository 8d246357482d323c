import { expect, it } from 'vitest'
import { formatNumber, markdownTable, table } from '../src/table.ts'

it('aligns text left and numbers right, without trailing spaces', () => {
  expect(table(['name', 'n', 'note'], [['a', 1, ''], ['bcd', 10.256, 'x']])).toBe(
    ['name      n  note', 'a         1', 'bcd   10.26  x', ''].join('\n'),
  ) // prettier-ignore
})

it('aligns a missing number right, as the numbers of its column', () => {
  expect(table(['name', 'mean'], [['a', 10.25], ['b', '-']])).toBe('name   mean\na     10.25\nb         -\n') // prettier-ignore
})

it('writes Markdown, with what would be markup escaped', () => {
  expect(markdownTable(['name', 'n'], [['A |= 0x1', 2], ['a*b', 1.5]])).toBe(
    ['| name | n |', '| --- | --: |', '| A \\|= 0x1 | 2 |', '| a\\*b | 1.50 |', ''].join('\n'),
  ) // prettier-ignore
})

it('keeps a cell on its line', () => {
  expect(table(['name'], [['a\n::error::b']])).toBe('name\na\\n::error::b\n')
})

it('takes a column without rows for one of text', () => {
  expect(markdownTable(['n'], [])).toBe('| n |\n| --- |\n')
})

it('writes no zero with a sign', () => {
  expect([formatNumber(-0.001), formatNumber(-0.01), formatNumber(0)]).toEqual(['0.00', '-0.01', '0'])
})
