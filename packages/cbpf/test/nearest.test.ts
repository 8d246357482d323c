import { describe, expect, it } from 'vitest'
import { nearest } from '../src/nearest.ts'

describe('nearest', () => {
  it('finds what one slip makes of a word', () => {
    const words = ['jset', 'jneq', 'ret', 'ldx']
    for (const [typed, meant] of [
      ['jsett', 'jset'],
      ['jst', 'jset'],
      ['jnq', 'jneq'],
      ['jnwq', 'jneq'],
      ['rte', 'ret'],
      ['ldxx', 'ldx'],
    ] as const)
      expect(nearest(typed, words), typed).toBe(meant)
  })

  it('takes the nearest, and of equals the first', () => {
    expect(nearest('abcd', ['abxx', 'abcx', 'abcy'])).toBe('abcx')
    expect(nearest('abcd', ['abcy', 'abcx'])).toBe('abcy')
    expect(nearest('abcd', ['abce', 'abcd'])).toBe('abcd')
  })

  it('finds nothing where more than two letters, or more than half, would change', () => {
    expect(nearest('return', ['ret'])).toBeUndefined()
    expect(nearest('ab', ['xy'])).toBeUndefined()
    expect(nearest('a', ['b'])).toBeUndefined()
    expect(nearest('abcdef', ['abcxyz'])).toBeUndefined()
    expect(nearest('word', [])).toBeUndefined()
  })

  it('does not look where the word is longer than any that people write', () => {
    expect(nearest('x'.repeat(32), [`${'x'.repeat(31)}y`])).toBe(`${'x'.repeat(31)}y`)
    expect(nearest('x'.repeat(33), [`${'x'.repeat(32)}y`])).toBeUndefined()
  })
})
