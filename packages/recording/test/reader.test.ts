import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRecording, readRecording, recordingCounts, recordingReader } from '@seccompile/recording'
import type { RecordingReaderOptions } from '@seccompile/recording'
import { call, counting } from './arbitrary-calls.ts'
import { counted, HEAD, textOf } from './samples.ts'

const SAMPLE = textOf(
  counted(
    ['socket', [2n, 1n, 0n], { program: 'curl', time: 5 }],
    ['getpid', [], { program: 'curl', time: 6 }],
  ),
)

describe('a recording', () => {
  it('is the text of the documentation', () => {
    expect(SAMPLE)
      .toBe(`{"format":"seccompile-recording","version":1,"source":"watch","machine":"x86_64","kernel":"6.18.0","libc":"glibc 2.41","abis":["x86_64","x86","x32"],"scenario":"start","outerFilters":1,"unseen":["what 1 outer filter refuses"],"began":1790000000000}
{"abi":"x86_64","nr":39,"call":"getpid","program":"curl","count":1,"first":6,"last":6}
{"abi":"x86_64","nr":41,"call":"socket","program":"curl","count":1,"first":5,"last":5}
{"abi":"x86_64","nr":41,"call":"socket","program":"curl","args":["0x2"],"count":1,"first":5,"last":5}
{"abi":"x86_64","nr":41,"call":"socket","program":"curl","args":[null,"0x1"],"count":1,"first":5,"last":5}
{"abi":"x86_64","nr":41,"call":"socket","program":"curl","args":[null,null,"0x0"],"count":1,"first":5,"last":5}
{"abi":"x86_64","nr":41,"call":"socket","program":"curl","args":["0x2","0x1","0x0"],"count":1,"first":5,"last":5}
{"end":true,"rows":6,"calls":2}
`)
  })

  it('reads back as the counts that were written, and writes the same bytes', () => {
    fc.assert(
      fc.property(fc.array(call, { maxLength: 200 }), (calls) => {
        const counts = counting(calls)
        const text = textOf(counts)
        const { head, rows, isComplete } = readRecording(text)
        expect({ head, rows, isComplete }).toEqual({ head: HEAD, rows: counts.rows(), isComplete: true })
        const again = recordingCounts()
        for (const row of rows) again.addRow(row)
        expect(textOf(again)).toBe(text)
      }),
    )
  })

  it('reads in pieces of any length as it reads as a whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: SAMPLE.length }), { maxLength: 20 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), SAMPLE.length]
        const reader = recordingReader()
        const rows = at.slice(1).flatMap((end, i) => reader.push(SAMPLE.slice(at[i], end)))
        expect([...rows, ...reader.end().rows]).toEqual(readRecording(SAMPLE).rows)
        expect(reader.head).toEqual(HEAD)
      }),
    )
  })

  it('takes line ends of Windows, spaces, a byte order mark, and a last line without a line feed', () => {
    const text = `\ufeff${SAMPLE.replaceAll('":', '" : ').replaceAll('\n', '\r\n').trimEnd()}`
    expect(readRecording(text)).toEqual(readRecording(SAMPLE))
    expect(isRecording(text)).toBe(true)
    expect(isRecording('{"read": 30}')).toBe(false)
  })

  it('reads what JSON.parse reads in a text, and refuses what it refuses', () => {
    const characters = fc.constantFrom('a', '"', '\\', '\\n', '\\u00e9', '\\u12', '\\x', '\u0000', '\u001f', '\u007f', '\u009f', '\ud800', '😀', '\u2028', '\t') // prettier-ignore
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 8 }), (list) => {
        const literal = `"${list.join('')}"`
        const row = `{"abi":"x86_64","nr":39,"program":${literal},"count":1}`
        const text = `${SAMPLE.split('\n')[0]}\n${row}\n{"end":true,"rows":1,"calls":1}\n`
        let expected: unknown
        try {
          expected = JSON.parse(literal)
        } catch {
          expect(() => readRecording(text)).toThrow(/^recording:2:\d+: /)
          return
        }
        expect(readRecording(text).rows[0]?.program).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('writes no character that steers a terminal', () => {
    const program = '\u001b[31m\u009b\u202e"\u0000'
    const text = textOf(counted(['getpid', [], { program }]))
    expect(text).not.toMatch(/[^\x20-\x7e\n]/)
    expect(readRecording(text).rows[0]?.program).toBe(program)
  })
})

describe('what no reader would take', () => {
  it('is not written', () => {
    const long = '\u001b'.repeat(4096)
    expect(readRecording(textOf(counted(['getpid', [], { program: long }]))).rows[0]?.program).toBe(long)
    expect(() => counted(['getpid', [], { program: `${long}x` }])).toThrow(
      'seen.program: expected up to 4096 characters; got 4097',
    )
    expect(() => textOf(recordingCounts(), { ...HEAD, scenario: 'x'.repeat(4097) })).toThrow(
      'head.scenario: expected up to 4096 characters; got 4097',
    )
    expect(() =>
      textOf(recordingCounts(), { ...HEAD, unseen: Array(17).fill('x'.repeat(4096)) as string[] }),
    ).toThrow('head: expected a line of up to 65536 characters; got ')
  })
})

describe('a recording that is cut', () => {
  const whole = readRecording(SAMPLE).rows

  it('is refused at every length, with its line', () => {
    for (let length = SAMPLE.indexOf('\n') + 1; length < SAMPLE.length - 1; length += 1)
      expect(() => readRecording(SAMPLE.slice(0, length), { file: 'r' }), String(length)).toThrow(
        /^r:\d+:\d+: the recording (?:is cut in this line|has no end line),? .*record it again/,
      )
  })

  it('yields the rows that are whole where this is wanted, and says so', () => {
    for (let length = SAMPLE.indexOf('\n') + 1; length < SAMPLE.length - 1; length += 1) {
      const cut = readRecording(SAMPLE.slice(0, length), { incomplete: 'keep' })
      expect(cut.isComplete).toBe(false)
      expect(cut.rows).toEqual(whole.slice(0, cut.rows.length))
    }
  })

  it('is refused where rows in its middle are missing', () => {
    const lines = SAMPLE.split('\n')
    expect(() => readRecording(lines.toSpliced(2, 1).join('\n'))).toThrow(
      'recording:7:1: the end says 6 rows that count 2 calls; got 5 rows that count 1',
    )
  })

  it('is refused where it is cut in its head', () => {
    expect(() => readRecording(SAMPLE.slice(0, 60))).toThrow('recording:1:61: not JSON')
    expect(() => readRecording('')).toThrow('recording:1:1: is empty; expected the head line of a recording')
  })
})

describe('what is no recording', () => {
  const [head = '', row = ''] = SAMPLE.split('\n')
  it.each<[string, string, string, RecordingReaderOptions?]>([
    [
      'another file',
      '{"read": 30}\n',
      '1:1: expected a recording, whose first line has "format": "seccompile-recording"',
    ],
    [
      'a newer version',
      `${head.replace('"version":1', '"version":2').replace('machine', 'engine')}\n`,
      '1:44: expected version 1 of the format of recordings; got 2; read it with a newer seccompile',
    ],
    [
      'no version',
      `${head.replace('"version":1,', '')}\n`,
      '1:1: expected version 1 of the format of recordings; got none',
    ],
    [
      'an unknown key of the head',
      `${head.replace('"machine"', '"machines"')}\n`,
      '1:63: unknown key "machines"; did you mean "machine"?',
    ],
    [
      'an unknown key of a row',
      `${head}\n${row.replace('"count"', '"counts"')}\n`,
      '2:58: unknown key "counts"; did you mean "count"?',
    ],
    ['a prototype', `${head}\n{"__proto__":{}}\n`, '2:14: not JSON: expected a text'],
    ['a prototype of a word', `${head}\n{"__proto__":null}\n`, '2:2: unknown key "__proto__"'],
    ['an unknown ABI', `${head}\n${row.replace('x86_64', 'x86-64')}\n`, '2:8: abi: expected x86_64'],
    [
      'a key twice',
      `${head}\n${row.replace('{', '{"nr":39,')}\n`,
      '2:25: the key "nr" is written twice; remove one',
    ],
    [
      'a name of another number',
      `${head}\n${row.replace('getpid', 'socket')}\n`,
      '2:32: call: got number 39 and "socket"; on x86_64, number 39 is getpid',
    ],
    [
      'a name of a known number',
      `${head}\n${row.replace('39', '9999')}\n`,
      '2:34: call: got number 9999 and "getpid"; on x86_64, getpid has number 39',
    ],
    [
      'a count of 0',
      `${head}\n${row.replace('"count":1', '"count":0')}\n`,
      '2:66: count: expected a whole number, 1 to 9007199254740991; got 0',
    ],
    [
      'a count of a fraction',
      `${head}\n${row.replace('"count":1', '"count":1.5')}\n`,
      '2:66: count: expected a whole number',
    ],
    [
      'a count that is too large',
      `${head}\n${row.replace('"count":1', '"count":9007199254740993')}\n`,
      '2:66: count: expected a whole number',
    ],
    [
      'times the wrong way',
      `${head}\n${row.replace('"first":6', '"first":7')}\n`,
      '2:76: first: is later than last; got 7 and 6',
    ],
    [
      'a value in decimal',
      `${head}\n${row.replace('"count"', '"args":["2"],"count"')}\n`,
      '2:66: args[0]: expected a value such as "0x2"',
    ],
    [
      'a value of 65 bits',
      `${head}\n${row.replace('"count"', '"args":["0x10000000000000000"],"count"')}\n`,
      '2:66: args[0]: expected a value',
    ],
    [
      'a value and more',
      `${head}\n${row.replace('"count"', '"args":["0x1","more"],"count"')}\n`,
      '2:65: args: has values and "more"',
    ],
    [
      'seven values',
      `${head}\n${row.replace('"count"', '"args":["0x1","0x1","0x1","0x1","0x1","0x1","0x1"],"count"')}\n`,
      '2:65: args: expected up to 6 values; got 7',
    ],
    [
      'depth',
      `${head}\n{"args":${'['.repeat(60_000)}\n`,
      '2:10: not JSON: expected a text, a number, true, false or null; got a list',
    ],
    ['a long line', `${head}\n${'x'.repeat(70_000)}`, '2:65537: the line is longer than 65536 characters'],
    [
      'a long name',
      `${head}\n${row.replace('curl', 'x'.repeat(70_000))}\n`,
      '2:65537: the line is longer than 65536 characters',
    ],
    [
      'a long name on a line that is not',
      `${head}\n${row.replace('curl', 'x'.repeat(5000))}\n`,
      '2:51: program: expected up to 4096 characters; got 5000',
    ],
    ['a blank line', `${head}\n\n`, '2:1: not JSON: expected an object; the line ends here'],
    [
      'more rows than wanted',
      `${head}\n${row}\n${row}\n`,
      '3:1: the recording has more than 1 row',
      { maxRows: 1 },
    ],
    ['a line after the end', `${SAMPLE}${row}\n`, '9:1: expected nothing after the end line'],
    ['two ends', `${SAMPLE}{"end":true,"rows":6,"calls":2}\n`, '9:1: expected nothing after the end line'],
    ['an unfinished text', `${head}\n{"abi":"x86\n`, '2:12: not JSON: expected the rest of a text'],
  ])('is refused with its place: %s', (_, text, message, options = {}) => {
    expect(() => readRecording(text, { file: 'r.ndjson', ...options })).toThrow(`r.ndjson:${message}`)
  })

  it('is refused while its first line still grows', () => {
    const reader = recordingReader({ maxLineLength: 1000 })
    reader.push('x'.repeat(1000))
    expect(() => reader.push('x')).toThrow('recording:1:1001: the line is longer than 1000 characters')
  })

  it('never ends in an error of the engine, whatever its bytes', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"',
        '\\',
        '\n',
        '"args"',
        '"nr"',
        'null',
        '1e999',
        '-0',
        '"end":true',
        row,
        head,
      ),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        try {
          readRecording(`${head}\n${pieces.join('')}`)
        } catch (error) {
          expect((error as Error).name).toBe('PolicyError')
        }
      }),
      { numRuns: 500 },
    )
  })
})
