import { jsonText, printableLine, shellWord } from '@seccompile/text-layout'
import { describe, expect, it } from 'vitest'

describe('a text on one line', () => {
  it.each([
    ['a\nb\u001b[0m\u202e', String.raw`a\nb\u001b[0m\u202e`],
    ['x ##[add-matcher]a.json', String.raw`x #\u0023[add-matcher]a.json`],
    ['###[error]##vso[task.complete]', String.raw`##\u0023[error]#\u0023vso[task.complete]`],
    ['::stop-commands::x', String.raw`\u003a:stop-commands::x`],
    ['  ::error::x', String.raw`  \u003a:error::x`],
    ['a ::b', 'a ::b'],
    ['## a [b] #[c] vso[d]', '## a [b] #[c] vso[d]'],
  ])('is no line that steers, and no command to a runner of CI: %j', (text, line) => {
    expect(printableLine(text)).toBe(line)
  })

  it('has no character that changes lines or the order of letters', () => {
    const steering = [0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069]
    for (const code of steering)
      expect(printableLine(String.fromCodePoint(code))).toBe(`\\u${code.toString(16).padStart(4, '0')}`)
  })

  it('is the same value in JSON', () => {
    const value = { '##[error]a': ['##vso[b]', '::c\n\u001b\u009b\u202e', '## [d]'] }
    const json = jsonText(value)
    expect(json).not.toMatch(/[^\x20-\x7e\n]|##\[|##vso\[/)
    expect(JSON.parse(json)).toEqual(value)
    expect(jsonText({ a: 2n ** 64n - 1n })).toBe('{\n  "a": "18446744073709551615"\n}\n')
    expect(jsonText({ a: [1, null] }, 0)).toBe('{"a":[1,null]}\n')
  })

  it('is no command as a word of a shell either', () => {
    expect(shellWord('##[error]x')).toBe(String.raw`"$(printf '\043\043\133error\135x')"`)
  })
})
