import { BPF } from '@seccompile/abi'
import { describe, expect, it } from 'vitest'
import { canonical, isCanonical, program, size } from '@seccompile/cbpf'
import { ALLOW, jump, op } from './insns.ts'

describe('program', () => {
  it('is a frozen copy', () => {
    const insns = [op(BPF.LD_ABS), { ...ALLOW }]
    const made = program(insns)
    expect(made).toEqual(insns)
    expect(made).not.toBe(insns)
    expect(Object.isFrozen(made) && made.every((insn) => Object.isFrozen(insn))).toBe(true)
    expect(size(made)).toBe(2)
  })

  it('is the very object that already is one', () => {
    const made = program([ALLOW])
    expect(program(made)).toBe(made)
  })

  it('takes what the kernel refuses', () => {
    expect(program([op(0xffff, 0xffff_ffff)])).toHaveLength(1)
    expect(program([])).toHaveLength(0)
  })

  it.each([
    [
      'code',
      { ...ALLOW, code: 0x1_0000 },
      'program:pc 0: code is 65536 and holds whole numbers from 0 to 0xffff (P0)',
    ],
    ['jt', { ...ALLOW, jt: 256 }, 'program:pc 0: jt is 256 and holds whole numbers from 0 to 0xff (P0)'],
    ['jf', { ...ALLOW, jf: -1 }, 'program:pc 0: jf is -1 and holds whole numbers from 0 to 0xff (P0)'],
    [
      'k',
      { ...ALLOW, k: 2 ** 32 },
      'program:pc 0: k is 4294967296 and holds whole numbers from 0 to 0xffffffff (P0)',
    ],
    [
      'a fraction',
      { ...ALLOW, k: 0.5 },
      'program:pc 0: k is 0.5 and holds whole numbers from 0 to 0xffffffff (P0)',
    ],
  ])('refuses what does not fit: %s', (_field, insn, message) => {
    expect(() => program([insn])).toThrow(expect.objectContaining({ name: 'IrError', message }))
  })
})

describe('canonical', () => {
  it('clears the fields that instructions ignore', () => {
    const cluttered = [
      { code: BPF.LD_ABS, jt: 3, jf: 4, k: 4 },
      { code: BPF.JEQ_X, jt: 1, jf: 0, k: 9 },
      { code: BPF.TAX, jt: 0, jf: 0, k: 9 },
      { code: BPF.RET_A, jt: 1, jf: 1, k: 9 },
    ]
    expect(cluttered.some(isCanonical)).toBe(false)
    expect(canonical(cluttered)).toEqual([
      op(BPF.LD_ABS, 4),
      jump(BPF.JEQ_X, 0, 1, 0),
      op(BPF.TAX),
      op(BPF.RET_A),
    ])
  })

  it('gives back the program that has none', () => {
    const clean = [jump(BPF.JEQ_K, 9, 1, 0), ALLOW, ALLOW]
    expect(canonical(clean)).toBe(clean)
  })
})
