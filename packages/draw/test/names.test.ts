import { AUDIT_ARCH, NO_CALL, WHOLE_WORD, WORD_NR } from '@seccompile/abi'
import type { Test } from '@seccompile/decision'
import { describe, expect, it } from 'vitest'
import { callText, testText } from '../src/picture/names.ts'
import type { Names } from '../src/picture/names.ts'
import { NAMES } from './filters.ts'

const ARCH = AUDIT_ARCH.X86_64
const OF_X86_64 = [{ arch: ARCH, numbers: [{ lo: 0, hi: WHOLE_WORD }] }]
const FLAGS: Names = {
  ...NAMES,
  argument: () => ({
    name: 'flags',
    valueName: () => undefined,
    bitsName: (bits) => (bits === 3 ? 'ONE|TWO' : bits === 1 ? 'ONE' : undefined),
  }),
}
const said = (test: Partial<Test>): string =>
  testText({ word: WORD_NR, mask: WHOLE_WORD, op: 'eq', k: 2, ...test }, FLAGS, OF_X86_64)

describe('a test in words', () => {
  it('names a call by a whole number alone', () => {
    expect(said({})).toBe('nr == 2 "open"')
    expect(said({ mask: 0xf })).toBe('(nr & 15) == 2')
    expect(said({ op: 'set' })).toBe('nr & 2')
  })

  it('has parentheses around several names, and around no single one', () => {
    expect(said({ word: 4, op: 'set', k: 3 })).toBe('flags & (ONE|TWO)')
    expect(said({ word: 4, op: 'set', k: 1 })).toBe('flags & ONE')
    expect(said({ word: 4, mask: 3, k: 0 })).toBe('(flags & (ONE|TWO)) == 0')
  })

  it('has -1 for the number that no call has', () => {
    expect(said({ k: NO_CALL })).toBe('nr == -1')
    expect(callText(NAMES, ARCH, NO_CALL)).toBe('-1')
    expect(callText(NAMES, undefined, 2)).toBe('2')
  })
})
