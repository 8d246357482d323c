import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { parseInteger, parseNumber } from '../src/calls/call-number.ts'

const x86_64 = signedAbiTable('x86_64')

describe('a number of a call', () => {
  it.each([
    ['-2147483648', 0x8000_0000],
    ['-1', 0xffff_ffff],
    ['4294967295', 0xffff_ffff],
    ['0x3b', 59],
    ['execve', 59],
  ])('is a u32: %s', (text, nr) => {
    expect(parseNumber(text, x86_64)).toBe(nr)
  })

  it.each(['-2147483649', '4294967296'])('fits 32 bits: %s does not', (text) => {
    expect(() => parseNumber(text, x86_64)).toThrow(`system call number ${text} does not fit 32 bits`)
  })

  it('has no leading zero, which has two readings', () => {
    expect(['0', '10', '0o10', '010', '00'].map(parseInteger)).toEqual([0n, 10n, 8n, undefined, undefined])
  })
})
