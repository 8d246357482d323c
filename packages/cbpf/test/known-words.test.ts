import { AUDIT_ARCH, BPF, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { ALLOW, DENY, jump, op } from '@seccompile/abi/test-makers'
import { describe, expect, it } from 'vitest'
import { knownWords } from '@seccompile/cbpf'

describe('knownWords', () => {
  it('follows A, X and scratch memory along straight lines', () => {
    const known = knownWords(
      [
        op(BPF.LD_ABS, 0),
        op(BPF.TAX),
        op(BPF.ST, 3),
        op(BPF.LD_ABS, 4),
        op(BPF.LDX_MEM, 3),
        op(BPF.TXA),
        ALLOW,
      ],
      'little',
    )
    expect(known.map((facts) => facts?.a)).toEqual([undefined, 0, 0, 0, WORD_ARCH, WORD_ARCH, WORD_NR])
    expect(known.map((facts) => facts?.x)).toEqual([undefined, undefined, 0, 0, 0, 0, 0])
  })

  it('forgets A when it is computed with, and X when it is set', () => {
    const known = knownWords(
      [op(BPF.LD_ABS, 0), op(BPF.TAX), op(BPF.AND_K, 1), op(BPF.LDX_IMM, 1), ALLOW],
      'little',
    )
    expect(known.map((facts) => facts?.a)).toEqual([undefined, 0, 0, undefined, undefined])
    expect(known.map((facts) => facts?.x)).toEqual([undefined, undefined, 0, 0, undefined])
  })

  it('meets at joins', () => {
    const program = [
      op(BPF.LD_ABS, 16),
      jump(BPF.JEQ_K, 1, 0, 1),
      op(BPF.LD_ABS, 16), // the same word again
      jump(BPF.JEQ_K, 2, 0, 1),
      op(BPF.LD_ABS, 20), // another word
      ALLOW,
    ]
    expect(knownWords(program, 'little').map((facts) => facts?.a)).toEqual([undefined, 4, 4, 4, 4, undefined])
  })

  it('knows the half of a field by the byte order', () => {
    const a = (endianness: 'little' | 'big'): unknown =>
      knownWords([op(BPF.LD_ABS, 16), ALLOW], endianness)[1]?.a
    expect(a('little')).toBe(4)
    expect(a('big')).toBe(5)
  })

  it('knows arch behind an equality test, and not where ways join again', () => {
    const program = [op(BPF.LD_ABS, 4), jump(BPF.JEQ_K, AUDIT_ARCH.X86_64, 0, 1), op(BPF.LD_ABS, 0), ALLOW]
    expect(knownWords(program, 'little').map((facts) => facts?.arch)).toEqual([
      undefined,
      undefined,
      AUDIT_ARCH.X86_64,
      undefined,
    ])
  })

  it('knows nothing of what no way leads to, and bears programs that the kernel refuses', () => {
    expect(knownWords([op(BPF.JA, 1), ALLOW, DENY], 'little')[1]).toBeUndefined()
    expect(
      knownWords([op(BPF.LD_ABS, 3), op(BPF.LD_MEM, 99), op(BPF.ST, 99), op(BPF.JA, 7)], 'little'),
    ).toHaveLength(4)
    expect(knownWords([], 'little')).toEqual([])
  })
})
