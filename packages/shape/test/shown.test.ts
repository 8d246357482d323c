import { quote, shown } from '@seccompile/shape'
import { expect, it } from 'vitest'

it('a value in a message says what it is, in a few words', () => {
  expect([1n, 1, null, [1], {}, Symbol('s'), () => 1].map(shown)).toEqual(['1n', '1', 'null', 'a list of 1', 'an object', 'a symbol', 'a function']) // prettier-ignore
})

it.each([
  ['a text in a message', shown],
  ['a quoted text', quote],
])('%s is cut after 60 characters, and steers no terminal', (_, show) => {
  expect(show('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`)
  expect(show('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`)
  const steering = [0x1b, 0x7f, 0x80, 0x9b, 0x9f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069]
  for (const code of steering)
    expect(show(String.fromCodePoint(code))).toBe(`"\\u${code.toString(16).padStart(4, '0')}"`)
})
