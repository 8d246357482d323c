import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_PROFILE_DEPTH, MAX_PROFILE_LENGTH, MAX_PROFILE_VALUES, parseJson } from '../src/json.ts'
import type { JsonNode } from '../src/json.ts'

const parse = (text: string) => parseJson(text, 'p.json')

/** The value that a tree stands for, by the rules of JSON.parse. */
function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOf(value)]))
    case 'array':
      return node.items.map(valueOf)
    case 'string':
      return node.value
    case 'number':
      return Number(node.text)
    case 'boolean':
      return 'boolean'
    case 'null':
      return null
  }
}

describe('places', () => {
  it('count lines and columns from 1, over all line ends', () => {
    const tree = parse('{\r\n  "a": [1,\n\t22,\r333]}')
    const array = tree.kind === 'object' ? tree.members[0]! : undefined
    expect(array?.source).toEqual({ file: 'p.json', line: 2, column: 3 })
    const items = array?.value.kind === 'array' ? array.value.items : []
    expect(items.map(({ source: { line, column } }) => [line, column])).toEqual([
      [2, 9],
      [3, 2],
      [4, 1],
    ])
  })

  it('do not count a byte order mark', () => {
    expect(parse('\ufeff{}').source).toEqual({ file: 'p.json', line: 1, column: 1 })
    expect(() => parse('\ufeff\ufeff{}')).toThrow('p.json:1:1: not JSON')
  })
})

describe('numbers', () => {
  it('keep their text', () => {
    const tree = parse('[18446744073709551615, -0, 1e3, 1.50]')
    expect(tree.kind === 'array' && tree.items.map((item) => item.kind === 'number' && item.text)).toEqual([
      '18446744073709551615', '-0', '1e3', '1.50',
    ]) // prettier-ignore
  })
})

describe('what is not JSON', () => {
  it.each([
    ['', 'p.json:1:1: profile is empty; expected a JSON object'],
    [' \n ', 'p.json:1:1: profile is empty; expected a JSON object'],
    ['{', 'p.json:1:2: not JSON: expected "}"; the text ends here'],
    ['{"a":1,}', 'p.json:1:8: not JSON: expected a key in double quotes; got "}"'],
    ['[1,\n]', 'p.json:2:1: not JSON: expected a value; got "]"'],
    ['{"a" 1}', 'p.json:1:6: not JSON: expected a colon; got "1"'],
    ['{"a":1 "b":2}', 'p.json:1:8: not JSON: expected a comma; got "\\"b\\""'],
    ['// hello\n{}', 'p.json:1:1: not JSON: JSON has no comments; got "// hello"'],
    ['{/* x */}', 'p.json:1:2: not JSON: JSON has no comments; got "/* x */"'],
    ['{"a":"x\ny"}', 'p.json:1:6: not JSON: expected a closing double quote; got "\\"x"'],
    ['{"a":"\\x"}', 'p.json:1:6: not JSON: JSON has no such escape; got "\\"\\\\x\\""'],
    ["{'a':1}", `p.json:1:2: not JSON: this is no JSON value; got "'a'"`],
    ['{"a":tru}', 'p.json:1:6: not JSON: this is no JSON value; got "tru"'],
    ['{} {}', 'p.json:1:4: not JSON: expected nothing after the value; got "{"'],
    ['{"a":\u0000}', 'p.json:1:6: not JSON: this is no JSON value; got "\\u0000"'],
    [
      '{"a":"\u0000"}',
      'p.json:1:6: not JSON: control characters in a string are written \\uXXXX; got "\\"\\u0000\\""',
    ],
    ['{"a":1e}', 'p.json:1:6: not JSON: expected a digit; got "1e"'],
    ['\u0000\u0000\u0000', 'p.json:1:1: not JSON: this is no JSON value; got "\\u0000\\u0000\\u0000"'],
  ])('%j is refused with its place', (text, message) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'E_SYNTAX', message }))
  })

  it('is exactly what JSON.parse refuses', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"',
        '1',
        '-',
        '0',
        '.5',
        'e3',
        'true',
        'null',
        ' ',
        '\n',
        '//',
        '/**/',
      ],
      ...['\\', '\u0000', '\u00a0', '\ufeff', '"b":', '\\u0041', 'NaN', "'", '\u2028', '+1', '01', '\v'],
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
      fc.json({ maxDepth: 3 }),
      fc.tuple(fc.json({ maxDepth: 2 }), fc.nat(), piece).map(([json, at, extra]) => {
        const cut = at % (json.length + 1)
        return json.slice(0, cut) + extra + json.slice(cut)
      }),
    )
    fc.assert(
      fc.property(text, (candidate) => {
        // JSON.parse refuses a byte order mark, and accepts repeated keys.
        fc.pre(!candidate.startsWith('\ufeff'))
        let expected: unknown
        let isJson = true
        try {
          expected = JSON.parse(candidate, (_, value: unknown) =>
            typeof value === 'boolean' ? 'boolean' : value,
          )
        } catch {
          isJson = false
        }
        let got: unknown
        try {
          got = valueOf(parse(candidate))
        } catch (error) {
          expect(error).toMatchObject({ name: 'PolicyError' })
          if (!String(error).includes('is written twice')) expect(isJson).toBe(false)
          return
        }
        expect(isJson).toBe(true)
        expect(got).toEqual(expected)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('hostile text', () => {
  it('with a key twice is refused, whatever the key', () => {
    expect(() => parse('{"a":1,\n "a":2}')).toThrow(
      'p.json:2:2: key "a" is written twice, first at line 1; remove one',
    )
    expect(() => parse('{"__proto__":1,"__proto__":2}')).toThrow('key "__proto__" is written twice')
    expect(() => parse('{"a":1,"\\u0061":2}')).toThrow('key "a" is written twice')
    expect(parse('{"constructor":1,"__proto__":{"toString":2}}')).toMatchObject({
      members: [{ key: 'constructor' }, { key: '__proto__' }],
    })
  })

  it('of which every character is an error is refused at the first one (issue 32)', () => {
    const began = process.cpuUsage()
    for (const before of ['', '[', '{', '{"defaultAction":'])
      for (const part of [':', 'x '])
        expect(() => parse(`${before}${part.repeat(4_000_000 / part.length)}`)).toThrow(/^p\.json:1:\d+: not JSON: /)
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(4) // far less than one second on a quiet machine; it was 10
  }) // prettier-ignore

  it('that nests too deep is refused at the bracket', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(() => parse(nested(MAX_PROFILE_DEPTH))).not.toThrow()
    expect(() => parse(nested(MAX_PROFILE_DEPTH + 1))).toThrow(
      'p.json:1:65: profile nests deeper than 64 levels',
    )
    expect(() => parse('{"a":'.repeat(500_000))).toThrow('p.json:1:321: profile nests deeper than 64 levels')
  })

  it('that has too many values is refused at the first that is too many', () => {
    const list = (values: number) => `[${'1,'.repeat(values - 2)}1]`
    expect(parse(list(MAX_PROFILE_VALUES)).kind).toBe('array')
    expect(() => parse(list(MAX_PROFILE_VALUES + 1))).toThrow(
      `p.json:1:${2 * MAX_PROFILE_VALUES - 1}: profile has more than ${MAX_PROFILE_VALUES} values`,
    )
    const objects = (count: number) => `[${'{"a":1},'.repeat(count)}{}]`
    expect(() => parse(objects(MAX_PROFILE_VALUES / 2))).toThrow('more than')
    expect(() => parse(','.repeat(4_000_000))).toThrow('more than')
    expect(parse(`["${','.repeat(MAX_PROFILE_VALUES)}"]`).kind).toBe('array')
  })

  it('has brackets in strings, which do not nest', () => {
    const many = '[{'.repeat(1000)
    for (const text of [`["${many}"]`, `["\\"${many}"]`, `["\\\\", "${many}"]`])
      expect(() => parse(text)).not.toThrow()
    expect(() => parse(`["\\\\", ${many}`)).toThrow('nests deeper')
  })

  it('of ten megabytes is refused at once', () => {
    expect(() => parse(' '.repeat(10_000_000))).toThrow(
      `p.json:1:1: profile has 10000000 characters; at most ${MAX_PROFILE_LENGTH} are read`,
    )
  })

  it('of almost the limit is read', () => {
    expect(parse(`["${'x'.repeat(MAX_PROFILE_LENGTH - 4)}"]`).kind).toBe('array')
    expect(parse(`["${'\\"'.repeat(MAX_PROFILE_LENGTH / 2 - 4)}"]`).kind).toBe('array')
  })
})
