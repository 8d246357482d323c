import { BPF } from '@seccompile/abi'
import { ALLOW, DENY, jump, op } from '@seccompile/abi/test-makers'
import { describe, expect, it } from 'vitest'
import { REGISTER, liveRegisters } from '@seccompile/cbpf'

const A = 1 << REGISTER.A
const X = 1 << REGISTER.X
const scratch = (k: number): number => 1 << (REGISTER.M + k)
const RET_A = op(BPF.RET_A)

describe('liveRegisters', () => {
  it('follows a value through a scratch word and X', () => {
    const program = [op(BPF.LD_ABS), op(BPF.ST, 3), op(BPF.LDX_MEM, 3), op(BPF.TXA), RET_A]
    expect(liveRegisters(program)).toEqual([0, A, scratch(3), X, A])
  })

  it('takes a register for live where one of two ways reads it', () => {
    expect(liveRegisters([op(BPF.LD_ABS), jump(BPF.JEQ_X, 0, 0, 1), RET_A, ALLOW])).toEqual([X, A | X, A, 0])
  })

  it('takes a register for dead where it is written before it is read, and where what reads it has no use', () => {
    expect(liveRegisters([op(BPF.LDX_IMM, 1), op(BPF.LD_IMM, 2), op(BPF.TAX), DENY])).toEqual([0, 0, A, 0])
  })

  it('knows what each form of arithmetic reads', () => {
    expect(liveRegisters([op(BPF.ADD_K, 1), op(BPF.NEG), op(BPF.ADD_X), RET_A])).toEqual([
      A | X,
      A | X,
      A | X,
      A,
    ])
  })
})
