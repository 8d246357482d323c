import { AUDIT_ARCH, BPF, verdictOf, WORD_NR } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { ALLOW, DENY, jump, op, ret } from '@seccompile/abi/test-makers'
import { baseline, BASELINE_NAMES } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, decode, insnText, parseAssembly, printAssembly } from '@seccompile/cbpf'
import { arbitraryLoweredProgram, arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { rejection } from './rejection.ts'

/** The lines without comments and without spaces around them. */
const texts = (program: Program): readonly string[] =>
  printAssembly(program, { comments: false })
    .trimEnd()
    .split('\n')
    .map((line) => line.trim())

describe('printAssembly', () => {
  const program = [
    op(BPF.LD_ABS, 4),
    jump(BPF.JEQ_K, AUDIT_ARCH.X86_64, 0, 2),
    op(BPF.LD_ABS, 0),
    jump(BPF.JEQ_K, 57, 1, 0),
    ret(verdictOf('KILL_PROCESS')),
    ALLOW,
  ]

  it('puts labels where something jumps to, and names into comments', () => {
    expect(
      printAssembly(program, {
        nameOf: (word, value) => (word === WORD_NR && value === 57 ? 'fork' : undefined),
      }),
    ).toBe(`\
       ld [4]                        ; arch
       jneq #0xc000003e, L4          ; X86_64
       ld [0]                        ; sys_number
       jeq #57, L5                   ; fork
L4:    ret #0x80000000               ; KILL_PROCESS
L5:    ret #0x7fff0000               ; ALLOW
`)
  })

  it('leaves comments out when told', () => {
    expect(printAssembly(program, { comments: false })).toBe(`\
       ld [4]
       jneq #0xc000003e, L4
       ld [0]
       jeq #57, L5
L4:    ret #0x80000000
L5:    ret #0x7fff0000
`)
  })

  it('keeps the columns of the longest lines', () => {
    const far = [jump(BPF.JSET_K, 0xffff_ffff, 1, 2), ...Array.from({ length: 4094 }, () => ALLOW), ALLOW]
    far[4000] = jump(BPF.JSET_K, 0xffff_ffff, 1, 94)
    const lines = printAssembly(far).split('\n')
    expect(lines[4000]).toBe('       jset #0xffffffff, L4002, L4095')
    expect(lines[4095]).toBe('L4095: ret #0x7fff0000               ; ALLOW')
  })

  it('names only the way that does not lead on', () => {
    const tests = (jt: number, jf: number): readonly string[] =>
      [BPF.JEQ_K, BPF.JGT_X, BPF.JGE_K, BPF.JSET_X].map(
        (code) => texts([jump(code, 16, jt, jf), DENY, ALLOW, ALLOW])[0]!,
      )
    expect(tests(1, 2)).toEqual(['jeq #0x10, L2, L3', 'jgt x, L2, L3', 'jge #0x10, L2, L3', 'jset x, L2, L3'])
    expect(tests(1, 0)).toEqual(['jeq #0x10, L2', 'jgt x, L2', 'jge #0x10, L2', 'jset x, L2'])
    expect(tests(0, 1)).toEqual(['jneq #0x10, L2', 'jle x, L2', 'jlt #0x10, L2', 'jset x, L1, L2'])
    expect(tests(0, 0)).toEqual(['jeq #0x10, L1', 'jgt x, L1', 'jge #0x10, L1', 'jset x, L1'])
  })

  it('writes every other instruction', () => {
    const ops = [
      ...[BPF.LD_IMM, BPF.LDX_IMM, BPF.ST, BPF.STX, BPF.LD_MEM, BPF.LDX_MEM].map((code) => op(code, 12)),
      ...[BPF.LD_LEN, BPF.LDX_LEN, BPF.TAX, BPF.TXA, BPF.NEG].map((code) => op(code)),
      ...[BPF.ADD_K, BPF.SUB_K, BPF.MUL_K, BPF.DIV_K, BPF.OR_K, BPF.AND_K, BPF.XOR_K].map((code) =>
        op(code, 31),
      ),
      ...[BPF.LSH_K, BPF.RSH_K].map((code) => op(code, 31)),
      ...[BPF.ADD_X, BPF.SUB_X, BPF.MUL_X, BPF.DIV_X, BPF.OR_X, BPF.AND_X, BPF.XOR_X].map((code) => op(code)),
      ...[BPF.LSH_X, BPF.RSH_X].map((code) => op(code)),
      op(BPF.JA, 0),
      op(BPF.RET_A),
    ]
    expect(texts(ops)).toEqual([
      'ld #0xc', 'ldx #0xc', 'st M[12]', 'stx M[12]', 'ld M[12]', 'ldx M[12]',
      'ld #len', 'ldx #len', 'tax', 'txa', 'neg',
      'add #0x1f', 'sub #0x1f', 'mul #0x1f', 'div #0x1f', 'or #0x1f', 'and #0x1f', 'xor #0x1f', 'lsh #31', 'rsh #31',
      'add x', 'sub x', 'mul x', 'div x', 'or x', 'and x', 'xor x', 'lsh x', 'rsh x',
      'ja L30', 'L30:   ret a',
    ]) // prettier-ignore
  })

  it('writes numbers of calls in decimal, and x32 numbers, masks and all else in hexadecimal', () => {
    const tests = [
      jump(BPF.JGE_K, 335, 0, 0),
      jump(BPF.JGE_K, 0x4000_0000, 0, 0),
      jump(BPF.JSET_K, 255, 0, 0),
      op(BPF.LD_ABS, 16),
      jump(BPF.JEQ_K, 335, 0, 0),
      jump(BPF.JEQ_K, 9, 0, 0),
      ret(0),
    ]
    expect(texts([op(BPF.LD_ABS, 0), ...tests])).toEqual([
      'ld [0]',
      'jge #335, L2',
      'L2:    jge #0x40000000, L3',
      'L3:    jset #0xff, L4',
      'L4:    ld [16]',
      'jeq #0x14f, L6',
      'L6:    jeq #9, L7',
      'L7:    ret #0',
    ])
  })

  it('names words by the byte order, and nothing by its number again', () => {
    const load = [op(BPF.LD_ABS, 20), op(BPF.LD_ABS, 4), jump(BPF.JEQ_K, 0x1234, 0, 0), ret(0x1234_5678)]
    const comments = (endianness: 'little' | 'big'): readonly (string | undefined)[] =>
      printAssembly(load, { endianness })
        .trimEnd()
        .split('\n')
        .map((line) => line.split('; ')[1])
    expect(comments('little')).toEqual(['args[0] >> 32', 'arch', undefined, undefined])
    expect(comments('big')[0]).toBe('args[0]')
  })

  it('keeps a hostile name inside its comment', () => {
    const text = printAssembly([op(BPF.LD_ABS, 0), jump(BPF.JEQ_K, 1, 0, 0), ALLOW], {
      nameOf: () => 'a\nret #0 /*\r\u2028b',
    })
    expect(text.split('\n')[1]).toBe('       jeq #1, L2                    ; a ret #0 /* b')
    expect(parseAssembly(text)).toHaveLength(3)
  })

  it('is read back as the same program, without what the kernel ignores', () => {
    fc.assert(
      fc.property(arbitraryProgram({ maxLength: 100 }), (random) => {
        expect(parseAssembly(printAssembly(random))).toEqual(canonical(random))
        expect(parseAssembly(printAssembly(random, { comments: false }))).toEqual(canonical(random))
      }),
    )
    fc.assert(
      fc.property(arbitraryLoweredProgram(), (random) => {
        expect(parseAssembly(printAssembly(random))).toEqual(random)
      }),
    )
    const unused = [{ code: BPF.TAX, jt: 3, jf: 4, k: 5 }, jump(BPF.JEQ_X, 6, 0, 0), { ...ALLOW, jt: 7 }]
    expect(parseAssembly(printAssembly(unused))).toEqual([op(BPF.TAX), jump(BPF.JEQ_X, 0, 0, 0), ALLOW])
  })

  it('is read back where the program is large', () => {
    fc.assert(
      fc.property(arbitraryProgram({ maxLength: 4096 }), (random) => {
        expect(parseAssembly(printAssembly(random))).toEqual(canonical(random))
      }),
      { numRuns: 5 },
    )
  })

  it('is read back for the programs of other tools', () => {
    for (const name of BASELINE_NAMES) {
      const other = decode(baseline(name), 'little')
      expect(parseAssembly(printAssembly(other)), name).toEqual(canonical(other))
    }
  })

  it('rejects what the kernel would refuse, which cannot be written so', () => {
    expect(rejection(() => printAssembly([op(BPF.LD_ABS, 2)]))).toEqual({
      name: 'IrError',
      code: 'E_IR',
      message:
        'program:pc 0: loads the word at byte 2; seccomp_data has aligned words at 0 to 60 (P7) (and 1 more)',
    })
    expect(rejection(() => printAssembly([])).message).toMatch(/\(P1\)$/)
  })
})

describe('insnText', () => {
  it.each([
    [op(BPF.MUL_X), 'mul x'],
    [op(BPF.AND_K, 0xff), 'and #0xff'],
    [op(BPF.LD_ABS, 16), 'ld [16]'],
    [jump(BPF.JEQ_K, 5, 1, 2), 'jeq #5'],
    [jump(BPF.JGT_X, 5, 1, 2), 'jgt x'],
    [op(BPF.JA, 7), 'ja'],
    [op(BPF.RET_A), 'ret a'],
    [ALLOW, 'ret #0x7fff0000'],
  ])('writes %o as %s', (insn, text) => {
    expect(insnText(insn)).toBe(text)
  })
})
