import { AUDIT_ARCH, BPF, WORD_ARCH, WORD_NR, wordOffset } from '@seccompile/abi'
import type { SockFilter, Word } from '@seccompile/abi'
import { listing, print, printAssembly } from '@seccompile/cbpf'
import type { PrintProgramOptions } from '@seccompile/cbpf'
import { describe, expect, it } from 'vitest'
import { callsAt } from '../src/calls-at.ts'

const insn = (code: number, k: number, jt = 0, jf = 0): SockFilter => ({ code, jt, jf, k })
const load = (word: Word): SockFilter => insn(BPF.LD_ABS, wordOffset(word, 'little'))
const ret = (k: number): SockFilter => insn(BPF.RET_K, k)
const ARG0: Word = 4
const X86_64 = AUDIT_ARCH.X86_64

describe('callsAt', () => {
  it('follows tests of arch and number, both ways', () => {
    const program = [
      load(WORD_ARCH),
      insn(BPF.JEQ_K, X86_64, 0, 7),
      load(WORD_NR),
      insn(BPF.JGE_K, 50, 5, 0),
      insn(BPF.JGT_K, 40, 0, 4),
      insn(BPF.JEQ_K, 45, 3, 0),
      load(ARG0),
      insn(BPF.AND_K, 0xf),
      insn(BPF.JEQ_K, 1, 0, 0),
      ret(0),
    ]
    const known = callsAt(program, 'little')
    expect(known[0]?.calls).toBeUndefined()
    expect(known[2]?.calls).toEqual([{ arch: X86_64, numbers: [{ lo: 0, hi: 0xffff_ffff }] }])
    const numbers = [
      { lo: 41, hi: 44 },
      { lo: 46, hi: 49 },
    ]
    expect(known[6]?.calls).toEqual([{ arch: X86_64, numbers }])
    expect(known[7]?.a).toEqual({ word: ARG0, mask: 0xffff_ffff })
    expect(known[8]?.a).toEqual({ word: ARG0, mask: 0xf })
    // Calls of any arch reach the end.
    expect(known[9]?.calls).toBeUndefined()
  })

  it('joins what several ways bring, and keeps architectures apart', () => {
    const program = [
      load(WORD_ARCH),
      insn(BPF.JEQ_K, X86_64, 3, 0),
      insn(BPF.JEQ_K, AUDIT_ARCH.I386, 0, 5),
      load(WORD_NR),
      insn(BPF.JEQ_K, 359, 2, 3),
      load(WORD_NR),
      insn(BPF.JEQ_K, 41, 0, 1),
      load(ARG0),
      ret(0),
    ]
    expect(callsAt(program, 'little')[7]?.calls).toEqual([
      { arch: AUDIT_ARCH.I386, numbers: [{ lo: 359, hi: 359 }] },
      { arch: X86_64, numbers: [{ lo: 41, hi: 41 }] },
    ])
  })

  it('does not take a test of some bits of the number for one of the number', () => {
    const program = [
      load(WORD_ARCH),
      insn(BPF.JEQ_K, X86_64, 0, 4),
      load(WORD_NR),
      insn(BPF.AND_K, 0xff),
      insn(BPF.JEQ_K, 41, 0, 1),
      load(ARG0),
      ret(0),
    ]
    expect(callsAt(program, 'little')[5]?.calls).toEqual([
      { arch: X86_64, numbers: [{ lo: 0, hi: 0xffff_ffff }] },
    ])
  })

  it('stays an upper bound and small where thousands of numbers are excluded', () => {
    const tests = Array.from({ length: 2000 }, (_, i) => insn(BPF.JEQ_K, 2 * i + 1, 0, 0))
    const program = [
      load(WORD_ARCH),
      insn(BPF.JEQ_K, X86_64, 1, 0),
      ret(0),
      load(WORD_NR),
      ...tests.flatMap((test) => [{ ...test, jf: 1 }, ret(0)]),
      load(ARG0),
      ret(0),
    ]
    const calls = callsAt(program, 'little').map((known) => known?.calls?.[0]?.numbers.length ?? 0)
    expect(Math.max(...calls)).toBeLessThanOrEqual(64)
    const last = callsAt(program, 'little').at(-2)?.calls?.[0]?.numbers
    expect([last?.[0]?.lo, last?.at(-1)?.hi]).toEqual([0, 0xffff_ffff])
  })
})

describe('names of arguments in a listing', () => {
  const program = [
    load(WORD_ARCH),
    insn(BPF.JEQ_K, X86_64, 0, 7),
    load(WORD_NR),
    insn(BPF.JEQ_K, 56, 0, 5),
    load(ARG0),
    insn(BPF.JSET_K, 0x5000_0000, 2, 0),
    insn(BPF.AND_K, 0xff),
    insn(BPF.JEQ_K, 17, 1, 0),
    ret(0),
    ret(0x7fff_0000),
  ]
  const options: PrintProgramOptions = {
    argumentNames: (word, calls) =>
      word === ARG0 && calls.length === 1 && calls[0]?.numbers[0]?.hi === 56
        ? {
            name: 'clone_flags',
            valueName: (value, mask) => (value === 17 && mask === 0xff ? 'SIGCHLD' : undefined),
            bitsName: (bits) =>
              bits === 0xff ? 'CSIGNAL' : bits === 0x5000_0000 ? 'NEWUSER|NEWNET' : undefined,
          }
        : undefined,
  }

  it('are those of the word, of values under a mask, and of bits', () => {
    const statements = listing(program, options).map(({ statement }) => statement)
    expect(statements.slice(4, 8)).toEqual([
      'A = clone_flags',
      'if (A & (NEWUSER|NEWNET)) goto 0008',
      'A &= CSIGNAL',
      'if (A == SIGCHLD) goto 0009',
    ])
    const text = printAssembly(program, options)
    for (const comment of ['; clone_flags', '; NEWUSER|NEWNET', '; CSIGNAL', '; SIGCHLD'])
      expect(text).toContain(comment)
  })

  it('are left out where another call reaches the instruction too', () => {
    const open = program.map((each, pc) => (pc === 3 ? { ...each, jf: 0 } : each))
    expect(print(open, options)).toBe(print(open))
  })
})
