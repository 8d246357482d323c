import { AUDIT_ARCH, BPF, SECCOMP_RET, seccompData } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { jump, op } from '@seccompile/abi/test-makers'
import { encode } from '@seccompile/cbpf'
import { arbitraryProgram, arbitrarySeccompData } from '@seccompile/cbpf/arbitrary'
import { meaning } from '@seccompile/interpreter'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { possibleVerdicts, surelyAllows, surelyRefuses } from '../src/attach/possible-verdicts.ts'

const EXECVE = { nr: 59, arch: AUDIT_ARCH.X86_64 }
const possible = (program: Program): readonly (number | undefined)[] => [
  ...possibleVerdicts(encode(program, 'little'), EXECVE, true),
]

describe('possibleVerdicts', () => {
  it('holds what any program says to any call (soundness)', () => {
    fc.assert(
      fc.property(arbitraryProgram(), arbitrarySeccompData(), fc.boolean(), (program, data, little) => {
        const order = little ? 'little' : 'big'
        const verdicts = possibleVerdicts(encode(program, order), data, little)
        expect(verdicts.has(meaning(program, data, order)) || verdicts.has(undefined)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is one verdict where number and ABI decide', () => {
    const program = [
      op(BPF.LD_ABS, 4),
      jump(BPF.JEQ_K, AUDIT_ARCH.X86_64, 0, 3),
      op(BPF.LD_ABS, 0),
      jump(BPF.JEQ_K, 59, 0, 1),
      op(BPF.RET_K, SECCOMP_RET.ERRNO | 1),
      op(BPF.RET_K, SECCOMP_RET.ALLOW),
    ]
    expect(possible(program)).toEqual([SECCOMP_RET.ERRNO | 1])
    expect(surelyRefuses(encode(program, 'little'), EXECVE, true)).toBe(true)
    expect(surelyAllows(encode(program, 'little'), { ...EXECVE, nr: 60 }, true)).toBe(true)
  })

  it('is both where an argument decides', () => {
    const program = [
      op(BPF.LD_ABS, 16),
      jump(BPF.JEQ_K, 0, 0, 1),
      op(BPF.RET_K, SECCOMP_RET.TRAP),
      op(BPF.RET_K, SECCOMP_RET.ALLOW),
    ]
    expect(possible(program)).toEqual([SECCOMP_RET.TRAP, SECCOMP_RET.ALLOW])
    expect(surelyRefuses(encode(program, 'little'), EXECVE, true)).toBe(false)
    expect(surelyAllows(encode(program, 'little'), EXECVE, true)).toBe(false)
  })

  it('calculates with what is known, and knows that a division by nothing kills', () => {
    expect(possible([op(BPF.LD_ABS, 0), op(0x07), op(0x87), op(0x04, 1), op(0x16)])).toEqual([60])
    expect(possible([op(BPF.LD_ABS, 0), op(0x3c), op(BPF.RET_K, SECCOMP_RET.ALLOW)])).toEqual([0])
    expect(possible([op(BPF.LD_ABS, 16), op(0x16)])).toEqual([undefined])
  })

  it('answers for bytes that are no program', () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(7), new Uint8Array(64).fill(0xff)])
      expect(() => possibleVerdicts(bytes, EXECVE, true)).not.toThrow()
  })

  it('takes no longer for 4096 instructions that all branch', () => {
    const program = Array.from({ length: 4095 }, (_, pc) =>
      pc === 0 ? op(BPF.LD_ABS, 16) : jump(BPF.JEQ_K, pc, 0, Math.min(255, 4094 - pc)),
    )
    const filter = encode([...program, op(BPF.RET_K, SECCOMP_RET.ALLOW)], 'little')
    expect([...possibleVerdicts(filter, seccompData(EXECVE), true)]).toEqual([SECCOMP_RET.ALLOW])
  })
})
