import { BPF } from '@seccompile/abi'
import { program } from '@seccompile/cbpf'
import { describe, expect, it } from 'vitest'
import { longestPath } from '@seccompile/compiler'

describe('longestPath', () => {
  const insn = (code: number, jt: number, jf: number, k: number) => ({ code, jt, jf, k })

  it('is the longest of all ways, taken or not', () => {
    const jumps = program([
      insn(BPF.JEQ_K, 2, 0, 1),
      insn(BPF.LD_IMM, 0, 0, 0),
      insn(BPF.JA, 0, 0, 1),
      insn(BPF.RET_K, 0, 0, 0),
      insn(BPF.RET_K, 0, 0, 0),
    ])
    expect(longestPath(jumps)).toBe(4)
  })
})
