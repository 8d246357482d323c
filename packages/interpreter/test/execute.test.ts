import { BPF, dataWords, seccompData } from '@seccompile/abi'
import type { BpfMnemonic, Program, SockFilter } from '@seccompile/abi'
import { ALLOW, call, DENY, jump, op, ret, RET_A } from '@seccompile/abi/test-makers'
import { verify } from '@seccompile/cbpf'
import { arbitraryProgram, arbitrarySeccompData } from '@seccompile/cbpf/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runWords } from '@seccompile/interpreter'
import type { RunResult } from '@seccompile/interpreter'

const ZERO = dataWords(call(0))
const run = (...program: SockFilter[]): RunResult => runWords(program, ZERO)
/** The value of A after `insns`. */
const a = (...insns: SockFilter[]): number => run(...insns, RET_A).verdict

const U32 = 0xffff_ffffn
const word = fc.oneof(
  fc.nat(40),
  fc.constantFrom(0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0xffff_fffe, 0x1_0000, 0xffff),
  fc.nat(0xffff_ffff),
)

/** Arithmetic on u32 by mathematics: exact, then modulo 2^32. */
const ARITHMETIC: readonly [string, BpfMnemonic, BpfMnemonic, (x: bigint, y: bigint) => bigint][] = [
  ['add', 'ADD_K', 'ADD_X', (x, y) => x + y],
  ['sub', 'SUB_K', 'SUB_X', (x, y) => x - y],
  ['mul', 'MUL_K', 'MUL_X', (x, y) => x * y],
  ['div', 'DIV_K', 'DIV_X', (x, y) => x / y],
  ['or', 'OR_K', 'OR_X', (x, y) => x | y],
  ['and', 'AND_K', 'AND_X', (x, y) => x & y],
  ['xor', 'XOR_K', 'XOR_X', (x, y) => x ^ y],
  ['lsh', 'LSH_K', 'LSH_X', (x, y) => x << (y & 31n)],
  ['rsh', 'RSH_K', 'RSH_X', (x, y) => x >> (y & 31n)],
]

const TESTS: readonly [string, BpfMnemonic, BpfMnemonic, (x: bigint, y: bigint) => boolean][] = [
  ['jeq', 'JEQ_K', 'JEQ_X', (x, y) => x === y],
  ['jgt', 'JGT_K', 'JGT_X', (x, y) => x > y],
  ['jge', 'JGE_K', 'JGE_X', (x, y) => x >= y],
  ['jset', 'JSET_K', 'JSET_X', (x, y) => (x & y) !== 0n],
]

describe('arithmetic', () => {
  it.each(ARITHMETIC)('%s is that of u32, by a constant and by X', (name, byK, byX, exact) => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        const isShift = name === 'lsh' || name === 'rsh'
        const operand = name === 'div' ? Math.max(right, 1) : right
        const expected = Number(exact(BigInt(left), BigInt(operand)) & U32)
        expect(a(op(BPF.LD_IMM, left), op(BPF[byK], isShift ? operand % 32 : operand))).toBe(expected)
        expect(a(op(BPF.LDX_IMM, operand), op(BPF.LD_IMM, left), op(BPF[byX]))).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('wraps, and keeps low bits that a double would lose', () => {
    expect(a(op(BPF.LD_IMM, 0xffff_ffff), op(BPF.ADD_K, 2))).toBe(1)
    expect(a(op(BPF.SUB_K, 1))).toBe(0xffff_ffff)
    expect(a(op(BPF.LD_IMM, 0xffff_ffff), op(BPF.MUL_K, 0xffff_ffff))).toBe(1)
    expect(a(op(BPF.LD_IMM, 0x8765_4321), op(BPF.MUL_K, 0x1234_5679))).toBe(
      Number((0x8765_4321n * 0x1234_5679n) & U32),
    )
    expect(a(op(BPF.LD_IMM, 0xffff_ffff), op(BPF.DIV_K, 2))).toBe(0x7fff_ffff)
    expect(a(op(BPF.LD_IMM, 0xffff_fffe), op(BPF.DIV_K, 0xffff_ffff))).toBe(0)
  })

  it('shifts by the low five bits of X', () => {
    expect(a(op(BPF.LDX_IMM, 33), op(BPF.LD_IMM, 1), op(BPF.LSH_X))).toBe(2)
    expect(a(op(BPF.LDX_IMM, 32), op(BPF.LD_IMM, 5), op(BPF.RSH_X))).toBe(5)
    expect(a(op(BPF.LD_IMM, 0x8000_0000), op(BPF.RSH_K, 31))).toBe(1)
    expect(a(op(BPF.LD_IMM, 1), op(BPF.LSH_K, 31))).toBe(0x8000_0000)
  })

  it('negates', () => {
    expect(a(op(BPF.LD_IMM, 1), op(BPF.NEG))).toBe(0xffff_ffff)
    expect(a(op(BPF.NEG))).toBe(0)
    expect(a(op(BPF.LD_IMM, 0x8000_0000), op(BPF.NEG))).toBe(0x8000_0000)
  })

  it('ends with KILL_THREAD at a division by an X of 0', () => {
    expect(run(op(BPF.LD_IMM, 7), op(BPF.DIV_X), ALLOW)).toEqual({ verdict: 0, steps: 2 })
  })
})

describe('tests', () => {
  it.each(TESTS)('%s is that of u32, by a constant and by X', (_name, byK, byX, holds) => {
    fc.assert(
      fc.property(word, fc.oneof(word, fc.constant(undefined)), (left, other) => {
        const right = other ?? left
        const expected = holds(BigInt(left), BigInt(right)) ? 1 : 2
        const ends = [ret(1), ret(2)]
        expect(run(op(BPF.LD_IMM, left), jump(BPF[byK], right, 0, 1), ...ends).verdict).toBe(expected)
        const insns = [op(BPF.LDX_IMM, right), op(BPF.LD_IMM, left), jump(BPF[byX], 0, 0, 1)]
        expect(run(...insns, ...ends).verdict).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('skip as many instructions as jt, jf and the k of ja say', () => {
    const ends = [ret(1), ret(2), ret(3)]
    expect(run(jump(BPF.JEQ_K, 0, 2, 0), ...ends).verdict).toBe(3)
    expect(run(jump(BPF.JEQ_K, 1, 2, 1), ...ends).verdict).toBe(2)
    expect(run(op(BPF.JA, 0), ...ends).verdict).toBe(1)
    expect(run(op(BPF.JA, 2), ...ends).verdict).toBe(3)
  })
})

describe('loads, stores and moves', () => {
  const words = Uint32Array.from({ length: 16 }, (_, i) => 100 + i)

  it('read the word that lies at the offset, in either byte order', () => {
    const loaded = (endianness: 'little' | 'big'): number[] =>
      Array.from(
        { length: 16 },
        (_, i) => runWords([op(BPF.LD_ABS, 4 * i), RET_A], words, endianness).verdict,
      )
    expect(loaded('little')).toEqual([...words])
    expect(loaded('big')).toEqual([
      100, 101, 103, 102, 105, 104, 107, 106, 109, 108, 111, 110, 113, 112, 115, 114,
    ]) // prettier-ignore
  })

  it('set A and X to constants and to the size of seccomp_data', () => {
    expect(a(op(BPF.LD_IMM, 0xffff_ffff))).toBe(0xffff_ffff)
    expect(a(op(BPF.LDX_IMM, 9), op(BPF.TXA))).toBe(9)
    expect(a(op(BPF.LD_LEN, 5))).toBe(64)
    expect(a(op(BPF.LDX_LEN, 5), op(BPF.TXA))).toBe(64)
  })

  it('keep sixteen words of scratch memory, from A and from X', () => {
    const stores = Array.from({ length: 16 }, (_, i) => [op(BPF.LD_IMM, 50 + i), op(BPF.ST, i)]).flat()
    for (const i of [0, 7, 15]) {
      expect(a(...stores, op(BPF.LD_MEM, i))).toBe(50 + i)
      expect(a(...stores, op(BPF.LDX_MEM, i), op(BPF.TXA))).toBe(50 + i)
    }
    expect(a(op(BPF.LDX_IMM, 3), op(BPF.STX, 2), op(BPF.LD_MEM, 2))).toBe(3)
  })

  it('begin with A and X at 0', () => {
    expect(a()).toBe(0)
    expect(a(op(BPF.LD_IMM, 5), op(BPF.TXA))).toBe(0)
    expect(a(op(BPF.LD_IMM, 5), op(BPF.TAX), op(BPF.LD_IMM, 6), op(BPF.TXA))).toBe(5)
  })
})

describe('a run', () => {
  it('counts executed instructions, the return included', () => {
    expect(run(ALLOW)).toEqual({ verdict: ALLOW.k, steps: 1 })
    expect(run(op(BPF.JA, 1), DENY, op(BPF.LD_ABS), ALLOW)).toEqual({ verdict: ALLOW.k, steps: 3 })
  })

  it.each<[string, Program, string]>([
    [
      'a code that seccomp does not take',
      [op(0x94, 2), ALLOW],
      'pc 0: code 0x94 is not accepted in a seccomp filter (P2)',
    ],
    ['a division by the constant 0', [op(BPF.DIV_K), ALLOW], 'pc 0: divides by the constant 0 (P3)'],
    ['a shift by a constant of 32', [op(BPF.LSH_K, 32), ALLOW], 'pc 0: shifts by the constant 32 (P5)'],
    ['a write past M[15]', [op(BPF.STX, 16), ALLOW], 'pc 0: there is no M[16] (P6)'],
    ['a read past M[15]', [op(BPF.LD_MEM, 99), ALLOW], 'pc 0: there is no M[99] (P6)'],
    ['an unaligned load', [op(BPF.LD_ABS, 2), ALLOW], 'pc 0: there is no word at byte 2 (P7)'],
    ['a load past the end', [op(BPF.LD_ABS, 64), ALLOW], 'pc 0: there is no word at byte 64 (P7)'],
    ['the end of the program', [op(BPF.LD_ABS)], 'pc 1: the program runs past its last instruction (P8)'],
    [
      'a jump past the end',
      [op(BPF.JA, 0xffff_ffff)],
      'pc 4294967296: the program runs past its last instruction (P8)',
    ],
    [
      'an unwritten word',
      [op(BPF.ST, 1), op(BPF.LDX_MEM, 2), ALLOW],
      'pc 1: reads M[2], which nothing has written (P9)',
    ],
    ['nothing', [], 'pc 0: the program runs past its last instruction (P8)'],
  ])('throws where control reaches what the kernel refuses: %s', (_name, program, message) => {
    expect(verify(program)).not.toEqual([])
    expect(() => runWords(program, ZERO)).toThrow(
      expect.objectContaining({ name: 'IrError', level: 'program', message: `program:${message}` }),
    )
  })

  it('does not look at what control does not reach', () => {
    expect(run(ALLOW, op(0x94)).verdict).toBe(ALLOW.k)
  })

  it('never throws in a program that the kernel accepts, and takes no more steps than it has instructions', () => {
    fc.assert(
      fc.property(
        arbitraryProgram(),
        arbitrarySeccompData(),
        fc.constantFrom('little', 'big'),
        (program, data, order) => {
          const { verdict, steps } = runWords(program, dataWords(data), order)
          expect(Number.isInteger(verdict) && verdict >= 0 && verdict <= 0xffff_ffff).toBe(true)
          expect(steps).toBeGreaterThan(0)
          expect(steps).toBeLessThanOrEqual(program.length)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('sees negative numbers as u32', () => {
    const words = dataWords(seccompData({ nr: -1, arch: 0 }))
    expect(
      runWords([op(BPF.LD_ABS), jump(BPF.JGT_K, 0x7fff_ffff, 0, 1), ret(1), ret(2)], words).verdict,
    ).toBe(1)
  })
})
