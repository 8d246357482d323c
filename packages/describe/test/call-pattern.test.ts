import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signedAbiTable } from '@seccompile/signatures'
import { fits, isPattern, namesLike, noneLike } from '../src/calls/call-pattern.ts'

const abis = [signedAbiTable('x86_64'), signedAbiTable('x86')] as const
const [x86_64] = abis

describe('a pattern of names', () => {
  it('is text with a star or a question mark', () => {
    expect(['open*', '*at', 'get?id', '*'].every(isPattern)).toBe(true)
    expect(['open', '257', '-1', '0x10'].some(isPattern)).toBe(false)
  })

  it('fits the names that the regular expression of its letters fits', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '_'), maxLength: 8 })
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '_', '*', '?'), maxLength: 8 })
    fc.assert(
      fc.property(pattern, letters, (text, name) => {
        const expression = text.replaceAll('*', '.*').replaceAll('?', '.')
        expect(fits(text, name)).toBe(new RegExp(`^${expression}$`, 's').test(name))
      }),
      { numRuns: 2000 },
    )
  })

  it('takes little time for one that a backtracking search would never end with', () => {
    expect(fits(`${'a*'.repeat(32)}b`, 'a'.repeat(5000))).toBe(false)
  })

  it('finds the calls of an ABI', () => {
    expect(namesLike('openat*', x86_64, '--syscall: ')).toEqual(['openat', 'openat2'])
    expect(namesLike('get?id', x86_64, '--syscall: ')).toEqual([
      'getpid',
      'getuid',
      'getgid',
      'getsid',
      'gettid',
    ])
    expect(namesLike('*', x86_64, '--syscall: ')).toEqual([...x86_64.numbers.keys()])
  })

  it.each([
    ['opne*', 'no call of x86_64, x86 is like "opne*"; near are open, openat, '],
    ['*_timee', 'no call of x86_64, x86 is like "*_timee"; near are '],
    ['*flsuh*', 'no call of x86_64, x86 is like "*flsuh*"'],
    ['zzzz*', 'no call of x86_64, x86 is like "zzzz*"'],
    ['arm_*', 'no call of x86_64, x86 is like "arm_*"; other ABIs have arm_fadvise64_64'],
  ])('says which names are near where %j fits none', (pattern, message) => {
    expect(noneLike(pattern, abis, '--syscall: ').message).toContain(`--syscall: ${message}`)
  })

  it.each([
    ['a"*', '--syscall: a pattern has letters, digits, _, * for any letters and ? for one; got "a\\"*"'],
    [`${'a'.repeat(64)}*`, '--syscall: a pattern has at most 64 characters; got 65'],
  ])('refuses %j', (pattern, message) => {
    expect(() => namesLike(pattern, x86_64, '--syscall: ')).toThrow(message)
  })
})
