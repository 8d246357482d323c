import { BPF } from '@seccompile/abi'
import { ALLOW, jump, op } from '@seccompile/abi/test-makers'
import { describe, expect, it } from 'vitest'
import { canonical, encode, isCanonical, program, size, verify } from '@seccompile/cbpf'

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

describe('what only looks like a program', () => {
  const bad: readonly (readonly [string, unknown, string])[] = [
    ['a jt of 256', [{ ...ALLOW, code: BPF.JEQ_K, jt: 256 }, ALLOW], 'pc 0: jt is 256'],
    ['a jt of -1', [{ ...ALLOW, jt: -1 }], 'pc 0: jt is -1'],
    ['a k of 1.5', [{ ...ALLOW, k: 1.5 }], 'pc 0: k is 1.5'],
    ['a k that is text', [{ ...ALLOW, k: '5' }], 'pc 0: k is "5"'],
    ['a k of 2^33', [{ ...ALLOW, k: 2 ** 33 }], 'pc 0: k is 8589934592'],
    ['NaN', [{ ...ALLOW, k: NaN }], 'pc 0: k is NaN'],
    ['a bigint', [{ ...ALLOW, k: 1n }], 'pc 0: k is 1n'],
    ['a missing field', [{ code: BPF.RET_K, jt: 0, jf: 0 }], 'pc 0: k is undefined'],
    ['null', [ALLOW, null], 'pc 1: is null, and an instruction has code, jt, jf and k'],
    ['a hole', [ALLOW, , ALLOW], 'pc 1: is undefined'], // eslint-disable-line no-sparse-arrays -- the case
    ['no list', { length: 1, 0: ALLOW }, 'program: is an object, and a program is a list of instructions'],
    ['text', 'ret', 'program: is "ret"'],
  ]

  it.each(bad)('is a problem to verify: %s (P0)', (_what, value, message) => {
    const [problem] = verify(value as never)
    expect(problem).toMatchObject({ invariant: 'P0' })
    expect(`${problem?.where}: ${problem?.message}`).toContain(message)
  })

  it.each(bad)('is not encoded: %s (P0)', (_what, value, message) => {
    expect(() => encode(value as never, 'little')).toThrow(message)
  })

  it('cannot change behind a getter: fields are read once', () => {
    let times = 0
    const sly = { ...ALLOW, get k() { return times++ } } // prettier-ignore
    const made = program([sly])
    expect([made[0]!.k, made[0]!.k, times]).toEqual([0, 0, 1])
    const frozen = Object.freeze([Object.freeze({ code: 6, jt: 0, jf: 0, get k() { return times++ } })]) // prettier-ignore
    const copy = program(frozen)
    expect(copy).not.toBe(frozen)
    expect(copy[0]!.k).toBe(copy[0]!.k)
  })

  it('cannot borrow fields from a prototype that changes later', () => {
    const parent = { k: 5 }
    const child = Object.freeze(Object.assign(Object.create(parent) as object, { code: 6, jt: 0, jf: 0 }))
    const made = program(Object.freeze([child as typeof ALLOW]))
    parent.k = 2 ** 33
    expect(made[0]!.k).toBe(5)
  })

  it('a list that is frozen all through, made elsewhere, is a program as it is', () => {
    const frozen = Object.freeze([Object.freeze({ ...ALLOW })])
    expect(program(frozen)).toBe(frozen)
    const loose = Object.freeze([{ ...ALLOW }])
    expect(program(loose)).not.toBe(loose)
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
    const clean = program([jump(BPF.JEQ_K, 9, 1, 0), ALLOW, ALLOW])
    expect(canonical(clean)).toBe(clean)
  })
})
