import type { Program } from '@seccompile/abi'
import { program as checkedProgram, successors } from '@seccompile/cbpf'

/**
 * The most instructions that any way through `insns` executes, whether or not some call takes it.
 * @throws IrError where a field does not fit (P0)
 */
export function longestPath(insns: Program): number {
  const program = checkedProgram(insns)
  const from: number[] = []
  // Jumps go forward only, so from the last instruction up every successor is known.
  for (let pc = program.length - 1; pc >= 0; pc--)
    from[pc] = 1 + Math.max(0, ...successors(program, pc).map((target) => from[target] ?? 0))
  return from[0] ?? 0
}
