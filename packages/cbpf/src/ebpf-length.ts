import { BPF } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { isConditional, isXForm } from './code.ts'
import { program } from './program.ts'

/**
 * Most converted instructions that all filters of a task may have together, each but the newest counted with
 * {@link FILTER_PENALTY} more; attaching another gives ENOMEM.
 * @see kernel/seccomp.c: MAX_INSNS_PER_PATH, seccomp_attach_filter()
 */
export const MAX_INSNS_PER_PATH = 32768

/** What a filter below the newest counts beyond its length. @see kernel/seccomp.c: seccomp_attach_filter() */
export const FILTER_PENALTY = 4

/** Clearing A and X and saving the context. */
const PROLOGUE = 3
/** The least constant that is negative as the signed immediate of an eBPF instruction. */
const FIRST_NEGATIVE = 0x8000_0000

/**
 * The number of eBPF instructions that the kernel converts `program` to, which is what it counts against
 * {@link MAX_INSNS_PER_PATH} and what it holds in memory, 8 bytes each. The program must be one it accepts.
 * @throws IrError where a field does not fit (P0)
 * @see net/core/filter.c: bpf_convert_filter()
 */
export function ebpfLength(insns: Program): number {
  return program(insns).reduce((sum, insn) => sum + convertedLength(insn), PROLOGUE)
}

/**
 * What the kernel counts against {@link MAX_INSNS_PER_PATH} of filters that a task has all attached, whatever their order.
 * @see kernel/seccomp.c: seccomp_attach_filter()
 */
export function pathLength(programs: readonly Program[]): number {
  const lengths = programs.reduce((sum, insns) => sum + ebpfLength(insns), 0)
  return lengths + FILTER_PENALTY * Math.max(programs.length - 1, 0)
}

function convertedLength({ code, jt, jf, k }: SockFilter): number {
  if (code === BPF.RET_K) return 2
  if (code === BPF.DIV_X) return 5 // returns 0 itself where X is 0
  if (!isConditional(code)) return 1
  // eBPF has one target and the fall through, and the inverse of each test but JSET.
  const oneJump = jf === 0 || (jt === 0 && code !== BPF.JSET_K && code !== BPF.JSET_X)
  // A constant with the high bit set takes a register, since immediates are sign-extended.
  const wideConstant = k >= FIRST_NEGATIVE && !isXForm(code)
  return (oneJump ? 1 : 2) + (wideConstant ? 1 : 0)
}
