import { BPF } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { expectList } from '@seccompile/shape'
import { isConditional, isXForm } from './code.ts'
import { program } from './program.ts'

/**
 * Most converted instructions of a stack of filters. Each filter but the newest counts {@link FILTER_PENALTY}
 * more than its length. The kernel answers ENOMEM to a filter that would exceed the limit.
 * @see kernel/seccomp.c: MAX_INSNS_PER_PATH, seccomp_attach_filter()
 */
export const MAX_INSNS_PER_PATH = 32768

/**
 * The number that each filter but the newest counts more than its length.
 * @see kernel/seccomp.c: seccomp_attach_filter()
 */
export const FILTER_PENALTY = 4

/** Instructions at the start of a converted program: they clear A and X and save the context. */
const PROLOGUE = 3
/** The least constant that is negative as the signed immediate of an eBPF instruction. */
const FIRST_NEGATIVE = 0x8000_0000

/**
 * The number of eBPF instructions that the kernel converts `insns` to. The kernel counts them against
 * {@link MAX_INSNS_PER_PATH} and stores them, 8 bytes each. It must accept the program.
 * @throws IrError where a field does not fit (P0)
 * @see net/core/filter.c: bpf_convert_filter()
 */
export function ebpfLength(insns: Program): number {
  return program(insns).reduce((sum, insn) => sum + convertedLength(insn), PROLOGUE)
}

/**
 * The count of a stack of filters against {@link MAX_INSNS_PER_PATH}. The order of the filters does not matter.
 * @see kernel/seccomp.c: seccomp_attach_filter()
 */
export function pathLength(programs: readonly Program[]): number {
  expectList(programs, 'programs')
  const lengths = programs.reduce((sum, insns) => sum + ebpfLength(insns), 0)
  return lengths + FILTER_PENALTY * Math.max(programs.length - 1, 0)
}

function convertedLength({ code, jt, jf, k }: SockFilter): number {
  if (code === BPF.RET_K) return 2
  if (code === BPF.DIV_X) return 5 // also a test of X, and a return of 0
  if (!isConditional(code)) return 1
  // A jump of eBPF has one target, and falls through otherwise. eBPF has the inverse of each test except JSET.
  const oneJump = jf === 0 || (jt === 0 && code !== BPF.JSET_K && code !== BPF.JSET_X)
  // A constant with the high bit set needs a register, since immediates are sign-extended.
  const wideConstant = k >= FIRST_NEGATIVE && !isXForm(code)
  return (oneJump ? 1 : 2) + (wideConstant ? 1 : 0)
}
