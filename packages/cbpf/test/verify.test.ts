import { BPF } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { ALLOW, jump, op, ret } from '@seccompile/abi/test-makers'
import { describe, expect, it } from 'vitest'
import { program, verify } from '@seccompile/cbpf'

/** The problems as `where: message (invariant)`. Linux 6.18 gave the same answers for each of these programs. */
const problems = (program: Program): readonly string[] =>
  verify(program).map(({ invariant, where, message }) => `${where}: ${message} (${invariant})`)

const repeat = (insn: SockFilter, times: number): Program => Array.from({ length: times }, () => insn)

describe('verify', () => {
  it('accepts 1 to 4096 instructions (P1, seccomp_prepare_filter)', () => {
    expect(problems(repeat(ALLOW, 1))).toEqual([])
    expect(problems(repeat(ALLOW, 4096))).toEqual([])
    expect(problems([])).toEqual(['program: has 0 instructions; the kernel takes 1 to 4096 (P1)'])
    expect(problems(repeat(ALLOW, 4097))).toEqual([
      'program: has 4097 instructions; the kernel takes 1 to 4096 (P1)',
    ])
  })

  it('refuses a code that seccomp does not take, in dead code too (P2, chk_code_allowed, seccomp_check_filter)', () => {
    expect(problems([ALLOW, op(0x94, 2), ALLOW])).toEqual([
      'pc 1: code 0x94 is not accepted in a seccomp filter (P2)',
    ])
    expect(problems([op(0x120), ALLOW])).toEqual([
      'pc 0: code 0x120 is not accepted in a seccomp filter (P2)',
    ])
  })

  it('accepts every other code in a place that suits it (P2)', () => {
    for (const code of Object.values(BPF))
      expect(problems([op(BPF.ST), op(code, code === BPF.DIV_K ? 1 : 0), ALLOW]), code.toString(16)).toEqual(
        [],
      )
  })

  it('refuses to divide by the constant 0, in dead code too (P3, bpf_check_classic)', () => {
    expect(problems([ALLOW, op(BPF.DIV_K, 0), ALLOW])).toEqual(['pc 1: divides by the constant 0 (P3)'])
    expect(problems([op(BPF.DIV_K, 1), ALLOW])).toEqual([])
    expect(problems([op(BPF.DIV_X, 0), ALLOW])).toEqual([])
  })

  it('refuses ja past the end (P4, bpf_check_classic)', () => {
    expect(problems([op(BPF.JA, 1), ALLOW, ALLOW])).toEqual([])
    expect(problems([op(BPF.JA, 2), ALLOW, ALLOW])).toEqual([
      'pc 0: k skips 2 instructions and 2 follow (P4)',
    ])
    // As a signed number, this k would jump back by one. But k is unsigned, and no jump goes back.
    expect(problems([op(BPF.JA, 0xffff_ffff), ALLOW])).toEqual([
      'pc 0: k skips 4294967295 instructions and 1 follow (P4)',
    ])
  })

  it('refuses jt and jf past the end (P4, bpf_check_classic)', () => {
    expect(problems([jump(BPF.JEQ_K, 0, 1, 1), ALLOW, ALLOW])).toEqual([])
    expect(problems([jump(BPF.JSET_X, 0, 2, 0), ALLOW, ALLOW])).toEqual([
      'pc 0: jt skips 2 instructions and 2 follow (P4)',
    ])
    expect(problems([jump(BPF.JGE_K, 0, 3, 2), ALLOW, ALLOW])).toEqual([
      'pc 0: jt skips 3 instructions and 2 follow (P4)',
      'pc 0: jf skips 2 instructions and 2 follow (P4)',
    ])
  })

  it('refuses to shift by a constant of 32 or more (P5, bpf_check_classic)', () => {
    expect(problems([op(BPF.LSH_K, 31), op(BPF.RSH_K, 31), op(BPF.LSH_X, 99), ALLOW])).toEqual([])
    expect(problems([op(BPF.LSH_K, 32), op(BPF.RSH_K, 0xffff_ffff), ALLOW])).toEqual([
      'pc 0: shifts by 32; a constant shift is at most 31 (P5)',
      'pc 1: shifts by 4294967295; a constant shift is at most 31 (P5)',
    ])
  })

  it('refuses scratch words past M[15] (P6, bpf_check_classic)', () => {
    expect(
      problems([op(BPF.ST, 16), op(BPF.STX, 16), op(BPF.LD_MEM, 16), op(BPF.LDX_MEM, 16), ALLOW]),
    ).toEqual([0, 1, 2, 3].map((pc) => `pc ${pc}: uses M[16]; the scratch memory is M[0] to M[15] (P6)`))
  })

  it.each([60, 0, 4, 8])('accepts ld [%i] (P7, seccomp_check_filter)', (k) => {
    expect(problems([op(BPF.LD_ABS, k), ALLOW])).toEqual([])
  })

  it.each([64, 62, 1, 2, 0xffff_f000, 0xffff_fffc])('refuses ld [%i] (P7, seccomp_check_filter)', (k) => {
    expect(problems([op(BPF.LD_ABS, k), ALLOW])).toEqual([
      `pc 0: loads the word at byte ${k}; seccomp_data has aligned words at 0 to 60 (P7)`,
    ])
  })

  it('refuses a program whose last instruction is no return (P8, bpf_check_classic)', () => {
    expect(problems([op(BPF.RET_A)])).toEqual([])
    expect(problems([ALLOW, op(BPF.LD_ABS)])).toEqual(['pc 1: the last instruction is not a return (P8)'])
  })

  it('reads scratch memory only where it is written (P9, check_load_and_stores)', () => {
    expect(problems([op(BPF.LD_MEM), ALLOW])).toEqual([
      'pc 0: reads M[0], which is not written on every way here (P9)',
    ])
  })

  it('follows scratch memory only in a program otherwise in order, as bpf_check_classic does', () => {
    expect(problems([op(BPF.LD_MEM, 16), op(BPF.LD_MEM), ALLOW])).toEqual([
      'pc 0: uses M[16]; the scratch memory is M[0] to M[15] (P6)',
    ])
  })

  it('does not look at fields that an instruction does not use', () => {
    const cluttered = [
      { code: BPF.LD_ABS, jt: 255, jf: 255, k: 0 },
      { code: BPF.LD_LEN, jt: 9, jf: 9, k: 77 },
      { code: BPF.ADD_X, jt: 9, jf: 9, k: 0xffff_ffff },
      { code: BPF.RET_K, jt: 9, jf: 9, k: 9 },
    ]
    expect(problems(cluttered)).toEqual([])
  })

  it('yields the same problems again, whatever a caller does to the list', () => {
    const insns = program([op(BPF.JA, 9), ALLOW])
    const found = verify(insns)
    expect(found).toHaveLength(1)
    expect(() => Object.assign(found, { length: 0 })).toThrow(TypeError)
    expect(() => Object.assign(found[0]!, { message: '' })).toThrow(TypeError)
    expect(verify(insns)).toBe(found)
  })

  it('accepts dead code and verdicts that the kernel does not know', () => {
    expect(problems([ret(0x1234_5678), op(BPF.LD_ABS), ALLOW])).toEqual([])
  })
})
