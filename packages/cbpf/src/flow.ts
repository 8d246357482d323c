import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { isConditional, isReturn } from './code.ts'
import { checkInsn, program } from './program.ts'

/**
 * Where control goes from instruction `pc`, as absolute targets: none after a return, one for most, and for a
 * conditional jump `[jt, jf]`, in this order and even where both are the same. A target may lie outside a program
 * that was not verified. Only the instruction at `pc` is looked at.
 * @throws IrError where a field of it does not fit (P0)
 */
export function successors(insns: Program, pc: number): readonly number[] {
  const insn = insns[pc]
  if (insn === undefined) return []
  checkInsn(insn, pc)
  if (isReturn(insn.code)) return []
  if (insn.code === BPF.JA) return [pc + 1 + insn.k]
  if (isConditional(insn.code)) return [pc + 1 + insn.jt, pc + 1 + insn.jf]
  return [pc + 1]
}

/**
 * Whether each instruction, by pc, can be reached from the first along jumps, whatever their tests say. Targets
 * outside the program are passed over.
 * @throws IrError where a field does not fit (P0)
 */
export function reachable(insns: Program): readonly boolean[] {
  const given = program(insns)
  const seen = given.map((_, pc) => pc === 0)
  // Jumps go forward only: when we come to an instruction, all that lead to it have been visited.
  for (const pc of given.keys()) {
    if (seen[pc] !== true) continue
    for (const target of successors(given, pc)) if (target < seen.length) seen[target] = true
  }
  return seen
}
