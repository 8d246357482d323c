/*
 * A register (A, X, or a scratch word) is live where some later path reads it before it is written. Jumps only
 * go forward, so one walk from the end is enough.
 */
import type { Program } from '@seccompile/abi'
import { BPF } from '@seccompile/abi'
import { isConditional, isReturn } from './code.ts'
import { effect } from './effect.ts'
import { program as checkedProgram } from './program.ts'

/**
 * For each pc the registers that are live before the instruction: bit n stands for register n (`REGISTER`).
 * @throws IrError (P0)
 */
export function liveRegisters(insns: Program): readonly number[] {
  const program = checkedProgram(insns)
  const live = Array<number>(program.length).fill(0)
  /** The registers that are live behind the `skip` instructions after `pc`. */
  const liveAfter = (pc: number, skip: number): number => live[pc + 1 + skip]!
  for (let pc = program.length - 1; pc >= 0; pc -= 1) {
    const insn = program[pc]!
    const { code, jt, jf, k } = insn
    let after = 0
    if (isConditional(code)) after = liveAfter(pc, jt) | liveAfter(pc, jf)
    else if (!isReturn(code)) after = liveAfter(pc, code === BPF.JA ? k : 0)
    const { reads, writes } = effect(insn)
    live[pc] = (after & ~writes) | reads
  }
  return live
}
