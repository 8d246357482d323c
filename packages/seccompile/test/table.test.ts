import { expect, it } from 'vitest'
import { table } from 'seccompile/table'

it('aligns text left and numbers right, without trailing spaces', () => {
  expect(table(['name', 'n', 'note'], [['a', 1, ''], ['bcd', 10.256, 'x']])).toBe(
    ['name      n  note', 'a         1', 'bcd   10.26  x', ''].join('\n'),
  ) // prettier-ignore
})
