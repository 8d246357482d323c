/* The registers that an instruction reads and writes. The scratch words M[0] to M[15] count as registers here. */
import { BPF, BPF_MEMWORDS } from '@seccompile/abi'
import type { SockFilter } from '@seccompile/abi'
import { isXForm } from './code.ts'

/** The numbers of the registers: A, X, then M[0] and the other scratch words. */
export const REGISTER: { readonly A: 0; readonly X: 1; readonly M: 2 } = Object.freeze({ A: 0, X: 1, M: 2 })

const A = 1 << REGISTER.A
const X = 1 << REGISTER.X
const scratch = (k: number): number => 1 << (REGISTER.M + (k % BPF_MEMWORDS))

/** The registers that an instruction reads and writes: bit n stands for the register with number n ({@link REGISTER}). */
export function effect({ code, k }: Pick<SockFilter, 'code' | 'k'>): {
  readonly reads: number
  readonly writes: number
} {
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
      // Arithmetic.
      return { reads: isXForm(code) ? A | X : A, writes: A }
  }
}

/** Whether the instruction `code` writes A. */
export function writesA(code: number): boolean {
  return effect({ code, k: 0 }).writes === A
}

/** Whether the instruction `code` reads A. */
export function readsA(code: number): boolean {
  return (effect({ code, k: 0 }).reads & A) !== 0
}
