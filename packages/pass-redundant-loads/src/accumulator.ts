import { BPF } from '@seccompile/abi'
import { writesA } from '@seccompile/cbpf'

/**
 * Whether the only effect of an instruction is a new value of A. `div x` does more: by 0 it ends the program.
 * @see net/core/filter.c: bpf_convert_filter(), case BPF_ALU | BPF_DIV | BPF_X
 */
export function changesOnlyA(code: number): boolean {
  return writesA(code) && code !== BPF.DIV_X
}
