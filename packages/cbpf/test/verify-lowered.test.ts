import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { ALLOW, DENY, jump, op } from '@seccompile/abi/test-makers'
import { describe, expect, it } from 'vitest'
import { verifyLowered } from '@seccompile/cbpf'

const problems = (program: Program): readonly string[] =>
  verifyLowered(program).map(({ invariant, where, message }) => `${where}: ${message} (${invariant})`)

describe('verifyLowered', () => {
  it('accepts the whole of the narrower language', () => {
    const tests = [BPF.JEQ_K, BPF.JGT_K, BPF.JGE_K, BPF.JSET_K].map((code) => jump(code, 7, 0, 1))
    expect(problems([op(BPF.LD_ABS, 16), op(BPF.AND_K, 0xff), op(BPF.JA), ...tests, ALLOW, DENY])).toEqual([])
  })

  it('refuses other instructions (P10)', () => {
    const lowered = new Set<number>([0x20, 0x54, 0x05, 0x15, 0x25, 0x35, 0x45, 0x06])
    for (const code of Object.values(BPF)) {
      if (lowered.has(code)) continue
      const program = [op(BPF.ST), jump(code, code === BPF.DIV_K ? 1 : 0, 0, 0), ALLOW]
      expect(
        verifyLowered(program).some(({ where, invariant }) => where === 'pc 1' && invariant === 'P10'),
      ).toBe(true)
    }
  })

  it('refuses what no way leads to (P11)', () => {
    expect(problems([ALLOW, DENY])).toEqual(['pc 1: is reached from nowhere (P11)'])
  })

  it('refuses values in fields that are not used (P12)', () => {
    expect(problems([{ ...ALLOW, jf: 1 }])).toEqual([
      'pc 0: has a value in a field that the instruction does not use (P12)',
    ])
  })

  it('names only what the kernel would refuse where it would', () => {
    expect(problems([op(BPF.ADD_K), op(BPF.LD_ABS, 1)]).map((text) => text.slice(-4))).toEqual([
      '(P7)',
      '(P8)',
    ])
  })
})
