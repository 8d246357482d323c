import { expect, it } from 'vitest'
import { columnsOf } from '../src/show/columns-of.ts'
import { silentIo } from './silent-io.ts'

it('lines are as wide as the terminal, at least 40 columns and at most 100', () => {
  expect(
    [undefined, 1, 39, 40, 77, 100, 101, 400].map((outColumns) => columnsOf({ ...silentIo({}), outColumns })),
  ).toEqual([100, 40, 40, 40, 77, 100, 100, 100])
})
