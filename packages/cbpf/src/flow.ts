import { BPF } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { expectObject } from '@seccompile/shape'
import { isConditional, isReturn } from './code.ts'
import { checkInsn, program } from './program.ts'

/**
 * The instructions that can run right after the one at `pc`, as absolute targets. A return has none, a
 * conditional jump has two, first that of `jt`, even where both are the same; every other instruction has one.
 * A target may lie outside a program that was not verified. Only the instruction at `pc` is checked.
 * @throws IrError where a field of that instruction does not fit (P0)
 */
export function successors(insns: Program, pc: number): readonly number[] {
  expectObject(insns, 'program', 'length')
  const insn = insns[pc]
  if (insn === undefined) return []
  checkInsn(insn, pc)
  return targets(insn, pc)
}

/** The {@link successors} of `insn`, which stands at `pc` and whose fields fit. */
function targets(insn: SockFilter, pc: number): readonly number[] {
  if (isReturn(insn.code)) return []
  if (insn.code === BPF.JA) return [pc + 1 + insn.k]
  if (isConditional(insn.code)) return [pc + 1 + insn.jt, pc + 1 + insn.jf]
  return [pc + 1]
}

/**
 * For each instruction, by pc, whether control can reach it from the first one, if every test may go both ways.
 * Targets outside the program are ignored.
 * @throws IrError where a field does not fit (P0)
 */
export function reachable(insns: Program): readonly boolean[] {
  const given = program(insns)
  const seen = given.map((_, pc) => pc === 0)
  // Jumps go forward only: all predecessors of an instruction are visited before it.
  for (const pc of given.keys()) {
    if (seen[pc] !== true) continue
    for (const target of targets(given[pc]!, pc)) if (target < seen.length) seen[target] = true
  }
  return seen
}
