/*
 * Which of A, X and the scratch words are read later on some way before they are written. Jumps only go forward, so
 * one pass from the end suffices.
 */
import { BPF, BPF_MEMWORDS } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { isReturn, isXForm } from './code.ts'
import { successors } from './flow.ts'

/** Numbers of the cells that hold values: A, X, then M[0] and on. */
export const CELL: { readonly A: 0; readonly X: 1; readonly M: 2 } = Object.freeze({ A: 0, X: 1, M: 2 })

const A = 1 << CELL.A
const X = 1 << CELL.X
const scratch = (k: number): number => 1 << (CELL.M + (k % BPF_MEMWORDS))

/** The cells, as bits, that an instruction reads and writes. */
function effect({ code, k }: SockFilter): { readonly reads: number; readonly writes: number } {
  switch (code) {
    case BPF.LD_ABS:
    case BPF.LD_IMM:
    case BPF.LD_LEN:
      return { reads: 0, writes: A }
    case BPF.LDX_IMM:
    case BPF.LDX_LEN:
      return { reads: 0, writes: X }
    case BPF.LD_MEM:
      return { reads: scratch(k), writes: A }
    case BPF.LDX_MEM:
      return { reads: scratch(k), writes: X }
    case BPF.ST:
      return { reads: A, writes: scratch(k) }
    case BPF.STX:
      return { reads: X, writes: scratch(k) }
    case BPF.TAX:
      return { reads: A, writes: X }
    case BPF.TXA:
      return { reads: X, writes: A }
    case BPF.NEG:
      return { reads: A, writes: A }
    case BPF.JA:
    case BPF.RET_K:
      return { reads: 0, writes: 0 }
    case BPF.RET_A:
      return { reads: A, writes: 0 }
    case BPF.JEQ_K:
    case BPF.JGT_K:
    case BPF.JGE_K:
    case BPF.JSET_K:
      return { reads: A, writes: 0 }
    case BPF.JEQ_X:
    case BPF.JGT_X:
    case BPF.JGE_X:
    case BPF.JSET_X:
      return { reads: A | X, writes: 0 }
    default:
      // ALU.
      return { reads: isXForm(code) ? A | X : A, writes: A }
  }
}

/** For each pc the cells, as bits by number ({@link CELL}), that are live before the instruction. */
export function liveCells(program: Program): readonly number[] {
  const live = Array<number>(program.length).fill(0)
  for (let pc = program.length - 1; pc >= 0; pc -= 1) {
    const insn = program[pc]!
    const after = isReturn(insn.code) ? [] : successors(program, pc)
    const { reads, writes } = effect(insn)
    live[pc] = (after.reduce((bits, next) => bits | live[next]!, 0) & ~writes) | reads
  }
  return live
}
