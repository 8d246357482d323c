import type { Program } from '@seccompile/abi'
import { program as checkedProgram, successors } from '@seccompile/cbpf'

/**
 * The number of instructions on the longest way through `insns`, even if no call takes this way.
 * @throws IrError where a field does not fit (P0)
 */
export function longestPath(insns: Program): number {
  const program = checkedProgram(insns)
  const from: number[] = []
  // Jumps go forward only, so a walk from the last instruction has measured every successor.
  for (let pc = program.length - 1; pc >= 0; pc--)
    from[pc] = 1 + Math.max(0, ...successors(program, pc).map((target) => from[target] ?? 0))
  return from[0] ?? 0
}
