import { AUDIT_ARCH, BPF, dataWords, verdictOf } from '@seccompile/abi'
import type { Program, SeccompData, SockFilter, Word } from '@seccompile/abi'
import { ALLOW, DENY, jump, op } from '@seccompile/abi/test-makers'
import { baseline, BASELINE_NAMES } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, witnesses } from '@seccompile/cbpf'
import { arbitraryLoweredProgram, arbitraryProgram } from '@seccompile/cbpf/arbitrary'

/** The distinct values of one word among inputs, sorted. */
function valuesOf(inputs: readonly SeccompData[], word: Word): readonly number[] {
  return [...new Set(inputs.map((data) => dataWords(data)[word]!))].sort((a, b) => a - b)
}

const AFTER_LOAD = (k: number, ...insns: SockFilter[]): Program => [op(BPF.LD_ABS, k), ...insns, ALLOW, DENY]

describe('witnesses', () => {
  it('hold a constant and its neighbours, and the ends of what a test leaves', () => {
    expect(valuesOf(witnesses(AFTER_LOAD(0, jump(BPF.JEQ_K, 39, 0, 1))), 0)).toEqual([
      0, 38, 39, 40, 0xffff_ffff,
    ])
    expect(valuesOf(witnesses(AFTER_LOAD(0, jump(BPF.JGE_K, 0x4000_0000, 0, 1))), 0)).toEqual([
      0, 0x3fff_ffff, 0x4000_0000, 0x4000_0001, 0xffff_ffff,
    ])
  })

  it('flip each bit that a mask looks at, and one that it does not', () => {
    const inputs = witnesses(AFTER_LOAD(16, op(BPF.AND_K, 0x5), jump(BPF.JEQ_K, 0x4, 0, 1)))
    expect(valuesOf(inputs, 4)).toEqual([0, 3, 4, 5, 6, 0xffff_fffe, 0xffff_ffff])
  })

  it('set the other half of a tested argument, whatever comes out', () => {
    const inputs = witnesses(AFTER_LOAD(16, jump(BPF.JEQ_K, 7, 0, 1)))
    const args = new Set(inputs.map(({ args: [first] }) => first))
    for (const high of [1n, 0x8000_0000n, 0xffff_ffffn])
      for (const low of [6n, 7n]) expect(args).toContain((high << 32n) | low)
  })

  it('find the halves by the byte order', () => {
    const [little, big] = (['little', 'big'] as const).map((endianness) =>
      witnesses(AFTER_LOAD(16, jump(BPF.JEQ_K, 0x77, 0, 1)), endianness),
    )
    expect(little!.some(({ args }) => args[0] === 0x77n)).toBe(true)
    expect(big!.some(({ args }) => args[0] === 0x77_0000_0000n)).toBe(true)
  })

  it('reach a test with what the tests before it asked', () => {
    const program = [
      op(BPF.LD_ABS, 4),
      jump(BPF.JEQ_K, AUDIT_ARCH.X86_64, 0, 5),
      op(BPF.LD_ABS, 0),
      jump(BPF.JEQ_K, 41, 0, 3),
      op(BPF.LD_ABS, 16),
      jump(BPF.JGT_K, 40, 0, 1),
      ALLOW,
      DENY,
    ]
    const reaching = witnesses(program).filter(({ nr, arch }) => nr === 41 && arch === AUDIT_ARCH.X86_64)
    expect(valuesOf(reaching, 4)).toEqual([0, 39, 40, 41, 0xffff_ffff])
  })

  it('join the ends of one word with both sides of a test of another', () => {
    const program = [
      op(BPF.LD_ABS, 0),
      jump(BPF.JGE_K, 30, 0, 4),
      jump(BPF.JGT_K, 39, 3, 0),
      op(BPF.LD_ABS, 16),
      jump(BPF.JEQ_K, 7, 0, 1),
      ALLOW,
      DENY,
    ]
    const inputs = witnesses(program)
    for (const nr of [30, 39])
      for (const arg of [7n, 6n])
        expect(
          inputs.some((data) => data.nr === nr && data.args[0] === arg),
          `${nr} ${arg}`,
        ).toBe(true)
  })

  it('are found through X, scratch memory and folded constants', () => {
    const program = [
      op(BPF.LD_ABS, 16),
      op(BPF.ST, 3),
      op(BPF.LD_IMM, 0x1234),
      op(BPF.AND_K, 0xff),
      op(BPF.TAX),
      op(BPF.LD_MEM, 3),
      jump(BPF.JEQ_X, 0, 0, 1),
      ALLOW,
      DENY,
    ]
    expect(valuesOf(witnesses(program), 4)).toEqual([0, 0x33, 0x34, 0x35, 0xffff_ffff])
  })

  it.each([
    ['add', BPF.ADD_K, 5, 95],
    ['sub', BPF.SUB_K, 5, 105],
    ['xor', BPF.XOR_K, 5, 97],
    ['or', BPF.OR_K, 4, 96],
    ['mul', BPF.MUL_K, 5, 20],
    ['div', BPF.DIV_K, 5, 500],
    ['lsh', BPF.LSH_K, 1, 50],
    ['rsh', BPF.RSH_K, 1, 200],
    ['neg', BPF.NEG, 0, 0xffff_ff9c],
  ])('guess back through %s', (_name, code, k, value) => {
    const inputs = witnesses(AFTER_LOAD(0, op(code, k), jump(BPF.JEQ_K, 100, 0, 1)))
    expect(valuesOf(inputs, 0)).toContain(value)
  })

  it('make two words equal that are compared with each other', () => {
    const program = [
      op(BPF.LD_ABS, 0),
      jump(BPF.JGE_K, 50, 0, 3),
      op(BPF.TAX),
      op(BPF.LD_ABS, 16),
      jump(BPF.JEQ_X, 0, 0, 0),
      jump(BPF.JEQ_X, 0, 0, 1),
      ALLOW,
      DENY,
    ]
    expect(witnesses(program).some(({ nr, args }) => BigInt(nr) === args[0] && nr === 50)).toBe(true)
  })

  it('are one call where nothing is tested', () => {
    expect(witnesses([ALLOW])).toHaveLength(1)
    expect(witnesses([op(BPF.LD_IMM, 3), jump(BPF.JGT_K, 2, 0, 1), ALLOW, DENY])).toHaveLength(1)
  })

  it('bear programs that the kernel refuses', () => {
    expect(witnesses([])).toEqual([])
    expect(witnesses([op(0x94), op(BPF.LD_ABS, 3), op(BPF.JA, 9)])).toEqual([])
  })

  it('have no duplicates and one order', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryProgram(), arbitraryLoweredProgram()), (program) => {
        const inputs = witnesses(program)
        const keys = inputs.map((data) => dataWords(data).join())
        expect(new Set(keys).size).toBe(keys.length)
        expect(witnesses(program)).toEqual(inputs)
      }),
      { numRuns: 50 },
    )
  })

  it('stay few on what tools make: some three for each test', () => {
    for (const name of BASELINE_NAMES) {
      const program = decode(baseline(name), 'little')
      expect(witnesses(program).length, name).toBeLessThan(3 * program.length + 60)
    }
  })

  it.each<[string, (i: number) => SockFilter]>([
    [
      'a list of 4095 tests',
      (i) => (i === 0 ? op(BPF.LD_ABS) : jump(BPF.JEQ_K, i, 4094 - i < 200 ? 0 : 200, 0)),
    ],
    [
      'joins all the way, which double the ways',
      (i) =>
        i % 2 === 0 ? op(BPF.LD_ABS, 4 * (i % 16)) : jump(BPF.JEQ_K, i, 0, i % 3 === 0 || i === 4094 ? 0 : 1),
    ],
    [
      'masks that contradict each other',
      (i) =>
        [op(BPF.LD_ABS), op(BPF.AND_K, (i * 7919) % 65537), jump(BPF.JEQ_K, (i * 7919) % 257, 0, 0)][i % 3]!,
    ],
    [
      'bits of one word',
      (i) =>
        i === 0 ? op(BPF.LD_ABS) : jump(BPF.JSET_K, (i * 48271) % 2147483647, 0, i % 2 && i < 4000 ? 9 : 0),
    ],
  ])('stay within their bounds on %s', (_name, insn) => {
    const program = [...Array.from({ length: 4095 }, (_, i) => insn(i)), ALLOW]
    const inputs = witnesses(program)
    expect(inputs.length).toBeGreaterThan(0)
    expect(inputs.length).toBeLessThanOrEqual(65536)
  })

  it('take the wide side of an equality first, so that long lists are walked to their end', () => {
    const list = Array.from({ length: 4000 }, (_, i) => jump(BPF.JEQ_K, i, 90, 0))
    const program = [op(BPF.LD_ABS), ...list, ...Array.from({ length: 95 }, () => DENY)]
    expect(valuesOf(witnesses(program), 0)).toEqual([
      ...Array.from({ length: 4001 }, (_, i) => i),
      0xffff_ffff,
    ])
  })

  it('know verdict constants apart from tests', () => {
    expect(witnesses([op(BPF.RET_K, verdictOf('ERRNO', 5))])).toHaveLength(1)
  })
})
