import { BPF, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'

const TAX: SockFilter = { code: BPF.TAX, jt: 0, jf: 0, k: 0 }
const PASS: SockFilter = { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }
const ANSWER: SockFilter = { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ERRNO', 1) }

/**
 * `program` behind a `tax`. It means the same, since A and X are 0 at the start. The kernel does not follow a `tax`
 * when it builds the allow bitmap, so every call runs the filter, as before Linux 5.11.
 * @see kernel/seccomp.c: seccomp_is_const_allow()
 */
export function withoutBitmap(program: Program): Program {
  return [TAX, ...program]
}

/**
 * `programs`, in the order of attachment, with every return of the last one replaced by ERRNO(1). Each program takes
 * the same path for each call, with as many instructions, and no call is executed. The programs before the last one
 * return ALLOW, since they must allow its attachment. All programs run for every call, because the bitmap holds only
 * numbers that all filters allow.
 */
export function answering(programs: readonly Program[]): readonly Program[] {
  return programs.map((program, i) => returningOnly(program, i === programs.length - 1 ? ANSWER : PASS))
}

function returningOnly(program: Program, ret: SockFilter): Program {
  return program.map((insn) => (insn.code === BPF.RET_K || insn.code === BPF.RET_A ? ret : insn))
}
