import { describe, expect, it } from 'vitest'
import { AssemblyError } from '@seccompile/cbpf'
import { checkTextSize, lineAndColumn, MAX_TEXT, quote } from '../src/assembly-error.ts'
import { rejection } from './rejection.ts'

describe('AssemblyError', () => {
  it('begins with the place, and has it in fields', () => {
    const error = new AssemblyError('E_NAME', 'what is wrong', {
      file: 'a.asm',
      text: 'one\n two',
      offset: 5,
    })
    expect(error.message).toBe('a.asm:2:2: what is wrong')
    expect(error).toMatchObject({
      name: 'AssemblyError',
      code: 'E_NAME',
      source: 'a.asm',
      line: 2,
      column: 2,
    })
  })

  it('begins with line and column where no file is named', () => {
    const error = new AssemblyError('E_NAME', 'what is wrong', { text: 'one', offset: 0 })
    expect(error.message).toBe('1:1: what is wrong')
    expect(error.source).toBeUndefined()
  })
})

describe('lineAndColumn', () => {
  it('counts both from 1', () => {
    const places = [0, 1, 2, 3, 4, 5].map((offset) => lineAndColumn('a\n\nbc', offset))
    expect(places.map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [3, 1],
      [3, 2],
      [3, 3],
    ])
  })
})

describe('quote', () => {
  it('keeps what can be read and escapes the rest, on one line', () => {
    expect(quote('é “x” →')).toBe('"é “x” →"')
    expect(quote('a"b\n\0\u202e\u00a0\u007f')).toBe('"a\\"b\\n\\u0000\\u{202e}\\u{a0}\\u{7f}"')
    expect(quote('\ud800')).toBe('"\\ud800"')
  })

  it('cuts what is long', () => {
    expect(quote('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`)
    expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`)
  })
})

describe('checkTextSize', () => {
  it('takes 4 Mi characters and no more', () => {
    const text = ' '.repeat(MAX_TEXT)
    checkTextSize(text, {})
    expect(rejection(() => checkTextSize(`${text} `, { file: 'big' })).message).toBe(
      'big:1:1: the text has 4194305 characters; at most 4194304 are read',
    )
  })
})
