import { describe, expect, it } from 'vitest'
import { takeNumber, tokensOf } from '../src/assembly-tokens.ts'
import { rejection } from './rejection.ts'

function allOf(text: string): readonly string[] {
  const tokens = tokensOf(text, {})
  const all: string[] = []
  while (tokens.peek().kind !== 'end') all.push(tokens.take().text)
  return all
}

const number = (text: string): number => takeNumber(tokensOf(text, {}))

describe('Tokens', () => {
  it('splits words, numbers and signs, with or without spaces', () => {
    expect(allOf('a_1:jeq #-1,%x,[M]')).toEqual([
      'a_1',
      ':',
      'jeq',
      '#',
      '-1',
      ',',
      '%',
      'x',
      ',',
      '[',
      'M',
      ']',
    ])
    expect(allOf('ld#len ld #proto')).toEqual(['ld', '#len', 'ld', '#proto'])
  })

  it('skips comments of all three kinds, and line ends of Windows', () => {
    expect(allOf('a ; b /* c\nd/* e\n; f */g\r\n# h\r\ni # j')).toEqual(['a', 'd', 'g', 'i', '#', 'j'])
    expect(allOf('/**/a/***/b/* * **/c;')).toEqual(['a', 'b', 'c'])
  })

  it('takes # for a comment in the first column only', () => {
    expect(allOf('#5\n #5\n#5')).toEqual(['#', '5'])
  })

  it('skips a byte order mark at the beginning', () => {
    expect(allOf('\ufeffret')).toEqual(['ret'])
    expect(rejection(() => allOf('ret\ufeff')).message).toBe('1:4: unknown character "\\u{feff}"')
  })

  it('reads a text of nothing but comments to its end', () => {
    expect(allOf('/**/'.repeat(100_000))).toEqual([])
    expect(allOf(';\n'.repeat(100_000))).toEqual([])
  })

  it('rejects a comment without end at its beginning', () => {
    expect(rejection(() => allOf('a\n /* b'))).toEqual({
      name: 'AssemblyError',
      code: 'E_SYNTAX',
      message: '2:2: the comment that begins here is not closed by "*/"',
    })
  })

  it('rejects other characters', () => {
    for (const [text, message] of [
      ['a\0', '1:2: unknown character "\\u0000"'],
      ['a/b', '1:2: unknown character "/"'],
      ['a - 1', '1:3: unknown character "-"'],
      ['😀', '1:1: unknown character "😀"'],
    ] as const)
      expect(rejection(() => allOf(text)).message).toBe(message)
  })
})

describe('takeNumber', () => {
  it('reads each base, with a sign where it is decimal', () => {
    expect(['0', '10', '+10', '0x1F', '0Xff', '017', '00', '0b101', '0B1'].map(number)).toEqual([
      0, 10, 10, 31, 255, 15, 0, 5, 1,
    ])
  })

  it('reads what fits 32 bits, signed or not', () => {
    expect(['4294967295', '0xffffffff', '-1', '-2147483648', '0000037777777777'].map(number)).toEqual([
      0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0x8000_0000, 0xffff_ffff,
    ])
  })

  it('rejects what does not', () => {
    const beyond = '; numbers go from -2147483648 to 4294967295'
    for (const text of ['4294967296', '0x100000000', '-2147483649', '9'.repeat(50)])
      expect(rejection(() => number(text))).toEqual({
        name: 'AssemblyError',
        code: 'E_NUMBER',
        message: `1:1: "${text}" does not fit 32 bits${beyond}`,
      })
  })

  it('rejects what is no number', () => {
    const forms = '; write 12, 0xc, 0b1100 or, with a leading 0 for octal, 014'
    for (const text of ['08', '0x', '0b2', '1e3', '12ab', '-0x1', '-0', '1_000'])
      expect(rejection(() => number(text)).message).toBe(`1:1: "${text}" is no number${forms}`)
    expect(rejection(() => number('x')).message).toBe('1:1: expected a number, got "x"')
    expect(rejection(() => number(' ')).message).toBe('1:2: expected a number, got the end')
  })
})
