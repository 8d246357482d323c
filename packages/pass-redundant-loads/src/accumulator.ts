import { BPF } from '@seccompile/abi'

// include/uapi/linux/bpf_common.h: BPF_CLASS()
const CLASS_MASK = 0x07
const CLASS_LD = 0x00
const CLASS_ST = 0x02
const CLASS_ALU = 0x04

const classOf = (code: number): number => code & CLASS_MASK

/** Whether an instruction that is neither jump nor return puts a value into A. */
export function writesA(code: number): boolean {
  return classOf(code) === CLASS_LD || classOf(code) === CLASS_ALU || code === BPF.TXA
}

/** Whether an instruction that is neither jump nor return looks at the value of A. */
export function readsA(code: number): boolean {
  return classOf(code) === CLASS_ALU || classOf(code) === CLASS_ST || code === BPF.TAX
}

/**
 * Whether all that an instruction does is put a value into A. `div x` does more: by 0 it ends the program.
 * @see net/core/filter.c: bpf_convert_filter(), case BPF_ALU | BPF_DIV | BPF_X
 */
export function changesOnlyA(code: number): boolean {
  return writesA(code) && code !== BPF.DIV_X
}
