/*
 * A register (A, X, or a scratch word) is live where some later path reads it before it is written. Jumps only
 * go forward, so one walk from the end is enough.
 */
import type { Program } from '@seccompile/abi'
import { isReturn } from './code.ts'
import { effect } from './effect.ts'
import { successors } from './flow.ts'
import { program as checkedProgram } from './program.ts'

/**
 * For each pc the registers that are live before the instruction: bit n stands for register n (`REGISTER`).
 * @throws IrError (P0)
 */
export function liveRegisters(insns: Program): readonly number[] {
  const program = checkedProgram(insns)
  const live = Array<number>(program.length).fill(0)
  for (let pc = program.length - 1; pc >= 0; pc -= 1) {
    const insn = program[pc]!
    const after = isReturn(insn.code) ? [] : successors(program, pc)
    const { reads, writes } = effect(insn)
    live[pc] = (after.reduce((bits, next) => bits | live[next]!, 0) & ~writes) | reads
  }
  return live
}
