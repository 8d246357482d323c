import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { isConditional, isReturn } from './code.ts'

/**
 * Where control goes from instruction `pc`, as absolute targets: none after a return, one for most, and for a
 * conditional jump `[jt, jf]`, in this order and even where both are the same. A target may lie outside a program
 * that was not verified.
 */
export function successors(program: Program, pc: number): readonly number[] {
  const insn = program[pc]
  if (insn === undefined || isReturn(insn.code)) return []
  if (insn.code === BPF.JA) return [pc + 1 + insn.k]
  if (isConditional(insn.code)) return [pc + 1 + insn.jt, pc + 1 + insn.jf]
  return [pc + 1]
}

/**
 * Whether each instruction, by pc, can be reached from the first along jumps, whatever their tests say. Targets
 * outside the program are passed over.
 */
export function reachable(program: Program): readonly boolean[] {
  const seen = program.map((_, pc) => pc === 0)
  // Jumps go forward only: when we come to an instruction, all that lead to it have been visited.
  for (const pc of program.keys()) {
    if (seen[pc] !== true) continue
    for (const target of successors(program, pc)) if (target < seen.length) seen[target] = true
  }
  return seen
}
