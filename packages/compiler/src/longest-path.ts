import type { Program } from '@seccompile/abi'
import { successors } from '@seccompile/cbpf'

/** The most instructions that any way through `program` executes, whether or not some call takes it. */
export function longestPath(program: Program): number {
  const from: number[] = []
  // Jumps go forward only, so from the last instruction up every successor is known.
  for (let pc = program.length - 1; pc >= 0; pc--)
    from[pc] = 1 + Math.max(0, ...successors(program, pc).map((target) => from[target] ?? 0))
  return from[0] ?? 0
}
