import { StringStream } from '@codemirror/language'
import { expect, it } from 'vitest'
import { jsonTokens } from '../../src/playground/page/json-tokens.ts'

/** The coloured tokens of a line, as `token: text`. */
function tokensOf(line: string): readonly string[] {
  const stream = new StringStream(line, 2, 2)
  const found: string[] = []
  while (!stream.eol()) {
    stream.start = stream.pos
    const token = jsonTokens.token(stream, undefined)
    expect(stream.pos).toBeGreaterThan(stream.start)
    if (token !== null) found.push(`${token}: ${stream.current()}`)
  }
  return found
}

it('colours names, texts, numbers and words of JSON, and keeps on where a text has no end', () => {
  expect(tokensOf('{ "op" : "a\\"b", "n": [-1.5e3, 0], "t": true, "u": null, x: "open')).toEqual([
    'propertyName: "op"',
    'string: "a\\"b"',
    'propertyName: "n"',
    'number: -1.5e3',
    'number: 0',
    'propertyName: "t"',
    'atom: true',
    'propertyName: "u"',
    'atom: null',
    'string: "open',
  ])
})
