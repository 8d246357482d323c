import { expect, it } from 'vitest'
import { counted, fixed, grouped } from '../src/svg/fixed.ts'

it('writes at most the decimals that are asked for, without zeros at the end', () => {
  expect([0, -0, 1, 0.5, 1 / 3, -2.5, 100, 1e-9, -1e-9].map((value) => fixed(value))).toEqual(
    ['0', '0', '1', '0.5', '0.33', '-2.5', '100', '0', '0'], // prettier-ignore
  )
  expect(fixed(1500, 0)).toBe('1500')
})

it('refuses a number without such a form', () => {
  for (const value of [NaN, Infinity, 1e21]) expect(() => fixed(value)).toThrow(RangeError)
})

it('groups digits and minds the plural', () => {
  expect([0, 999, 1000, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567'])
  expect([counted(1, 'call'), counted(4096, 'call'), counted(2, 'box', 'boxes')]).toEqual(
    ['1 call', '4,096 calls', '2 boxes'], // prettier-ignore
  )
})
