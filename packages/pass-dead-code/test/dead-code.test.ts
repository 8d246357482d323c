import { BPF, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { reachable, verify } from '@seccompile/cbpf'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { runPass } from '@seccompile/pass'
import { conformance } from '@seccompile/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadCode } from '@seccompile/pass-dead-code'

const ld: SockFilter = insn(BPF.LD_ABS, 0)
const ja = (skip: number): SockFilter => insn(BPF.JA, skip)
const jeq = (k: number, jt: number, jf: number): SockFilter => insn(BPF.JEQ_K, k, jt, jf)
const allow = insn(BPF.RET_K, verdictOf('ALLOW'))
const deny = insn(BPF.RET_K, verdictOf('ERRNO', 1))
const shortened = (...program: readonly SockFilter[]): Program => runPass(deadCode, program)

conformance(deadCode)

describe('dead-code', () => {
  it('does to its example what it says', () => {
    expect(shortened(ld, jeq(5, 0, 2), ja(1), deny, allow)).toEqual([ld, jeq(5, 0, 0), allow])
  })

  it('returns the program it was given where all of it is used', () => {
    const program = [ld, jeq(5, 0, 1), deny, allow]
    expect(runPass(deadCode, program)).toBe(program)
  })

  it('leaves nothing unreached, and no jump to the next instruction', () => {
    const withoutScratch = arbitraryProgram().filter((program) =>
      program.every(({ code }) => code !== BPF.LD_MEM && code !== BPF.LDX_MEM),
    )
    fc.assert(
      fc.property(withoutScratch, (program) => {
        const out = runPass(deadCode, program)
        expect(reachable(out)).not.toContain(false)
        expect(out.filter(({ code, k }) => code === BPF.JA && k === 0)).toEqual([])
      }),
    )
  })

  it('removes a jump that goes to the next instruction once what it skipped is gone', () => {
    expect(shortened(ld, ja(2), ja(1), deny, insn(BPF.RET_A))).toEqual([ld, insn(BPF.RET_A)])
  })

  it('sends jumps to a removed jump where that went', () => {
    const before = [ld, jeq(1, 1, 0), ld, ja(0), ja(0), insn(BPF.RET_A)]
    expect(shortened(...before)).toEqual([ld, jeq(1, 1, 0), ld, insn(BPF.RET_A)])
  })

  it('keeps both ways of a test, whatever it asks', () => {
    const program = [jeq(1, 0, 1), allow, deny] // A is 0
    expect(runPass(deadCode, program)).toBe(program)
  })

  it('keeps a dead jump that lets the kernel accept a read of M[0] behind it', () => {
    const program = [
      ld,
      jeq(1, 0, 2),
      insn(BPF.ST, 0),
      ja(2),
      allow, // M[0] is not written here, and the kernel does not forget that at a return
      ja(1), // but at a jump
      insn(BPF.LD_MEM, 0),
      insn(BPF.RET_A),
    ]
    expect(verify(program)).toEqual([])
    expect(runPass(deadCode, program)).toBe(program)
  })
})
