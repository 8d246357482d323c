/*
 * The programs that the kernel accepts as seccomp filters, exactly.
 *
 * | invariant | what must hold                                        | kernel function                        |
 * | --------- | ----------------------------------------------------- | -------------------------------------- |
 * | P0        | code is a u16, jt and jf are u8, k is a u32           | struct sock_filter                     |
 * | P1        | 1 to 4096 instructions                                | seccomp_prepare_filter                 |
 * | P2        | every code is one that seccomp takes, dead or alive   | chk_code_allowed, seccomp_check_filter |
 * | P3        | no division by the constant 0                         | bpf_check_classic                      |
 * | P4        | no jump past the last instruction                     | bpf_check_classic                      |
 * | P5        | no shift by a constant of 32 or more                  | bpf_check_classic                      |
 * | P6        | scratch words are M[0] to M[15]                       | bpf_check_classic                      |
 * | P7        | ld [k] reads an aligned word of the 64 bytes          | seccomp_check_filter                   |
 * | P8        | the last instruction is a return                      | bpf_check_classic                      |
 * | P9        | a scratch word is written on every way to its reading | check_load_and_stores                  |
 *
 * The kernel answers EINVAL at the first fault. `verify` lists all faults, with three exceptions. Where a field does
 * not fit (P0), only P0 is reported: such an instruction cannot be passed to the kernel. A program of a wrong length
 * (P1) is not checked further. P9 is checked only in a program without other faults, since the check needs jumps that
 * stay inside the program. Fields that an instruction does not use may hold anything. A division by X is checked when
 * it runs. The kernel also limits the filters of a task together: see `pathLength`.
 */
import { BPF, BPF_MAXINSNS, BPF_MEMWORDS, SECCOMP_DATA_BYTES } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import type { Problem } from '@seccompile/shape'
import { isAccepted, isConditional, isReturn } from './code.ts'
import { check, problemsOf } from './program.ts'
import { scratchProblems } from './scratch.ts'

const SHIFTS: ReadonlySet<number> = new Set([BPF.LSH_K, BPF.RSH_K])
const SCRATCH: ReadonlySet<number> = new Set([BPF.LD_MEM, BPF.LDX_MEM, BPF.ST, BPF.STX])

/**
 * The reasons why the kernel would refuse `program`, in the order of its instructions; empty exactly where the kernel
 * accepts it.
 * @see net/core/filter.c: bpf_check_classic(), check_load_and_stores()
 * @see kernel/seccomp.c: seccomp_check_filter()
 */
export function verify(insns: Program): readonly Problem[] {
  const checked = check(insns)
  if (checked.problems !== undefined) return checked.problems
  return problemsOf(checked.insns, problemsIn)
}

/** The reasons why the kernel would refuse `program`, all of whose fields fit. */
function problemsIn(program: Program): readonly Problem[] {
  if (program.length === 0 || program.length > BPF_MAXINSNS) {
    const message = `has ${program.length} instructions; the kernel takes 1 to ${BPF_MAXINSNS}`
    return [{ invariant: 'P1', where: 'program', message, count: program.length }]
  }
  const problems: Problem[] = []
  for (let pc = 0; pc < program.length; pc += 1) checkInsn(program[pc]!, pc, program.length, problems)
  return problems.length > 0 ? problems : scratchProblems(program)
}

/** Adds the problems of the instruction at `pc` of a program of `length` instructions to `problems`. */
function checkInsn({ code, jt, jf, k }: SockFilter, pc: number, length: number, problems: Problem[]): void {
  const report = (invariant: string, message: string): void => {
    problems.push({ invariant, where: `pc ${pc}`, message })
  }
  const follow = length - pc - 1
  const checkSkip = (field: string, skip: number): void => {
    if (skip >= follow) report('P4', `${field} skips ${skip} instructions and ${follow} follow`)
  }
  if (!isAccepted(code))
    report('P2', `code 0x${code.toString(16).padStart(2, '0')} is not accepted in a seccomp filter`)
  if (code === BPF.DIV_K && k === 0) report('P3', 'divides by the constant 0')
  if (code === BPF.JA) checkSkip('k', k)
  if (isConditional(code)) {
    checkSkip('jt', jt)
    checkSkip('jf', jf)
  }
  if (SHIFTS.has(code) && k >= 32) report('P5', `shifts by ${k}; a constant shift is at most 31`)
  if (SCRATCH.has(code) && k >= BPF_MEMWORDS)
    report('P6', `uses M[${k}]; the scratch memory is M[0] to M[${BPF_MEMWORDS - 1}]`)
  if (code === BPF.LD_ABS && (k >= SECCOMP_DATA_BYTES || k % 4 !== 0))
    report(
      'P7',
      `loads the word at byte ${k}; seccomp_data has aligned words at 0 to ${SECCOMP_DATA_BYTES - 4}`,
    )
  if (follow === 0 && !isReturn(code)) report('P8', 'the last instruction is not a return')
}
