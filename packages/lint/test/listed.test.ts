import { expect, it } from 'vitest'
import { listed } from '../src/examine/listed.ts'

it.each([
  ['', ''],
  ['a', 'a'],
  ['a b', 'a and b'],
  ['a b c', 'a, b and c'],
  ['a b c d e f', 'a, b, c, d, e and f'],
  ['a b c d e f g h', 'a, b, c, d, e, f and 2 more'],
])('lists "%s" as "%s"', (texts, list) => {
  expect(listed(texts.split(' ').filter((text) => text !== ''))).toBe(list)
})
