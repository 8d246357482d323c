/** Makers of instructions and calls, for tests. */
import { AUDIT_ARCH } from './audit-arch.ts'
import { seccompData } from './seccomp-data.ts'
import type { SeccompData } from './seccomp-data.ts'
import { BPF } from './sock-filter.ts'
import type { SockFilter } from './sock-filter.ts'
import { verdictOf } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** An instruction. */
export function insn(code: number, k: number = 0, jt: number = 0, jf: number = 0): SockFilter {
  return { code, jt, jf, k }
}

/** An instruction without targets. */
export function op(code: number, k: number = 0): SockFilter {
  return insn(code, k)
}

/** A conditional jump. */
export function jump(code: number, k: number, jt: number, jf: number): SockFilter {
  return insn(code, k, jt, jf)
}

/** `ret #verdict`. */
export function ret(verdict: Verdict): SockFilter {
  return op(BPF.RET_K, verdict)
}

/** `ret #ALLOW`. */
export const ALLOW: SockFilter = ret(verdictOf('ALLOW'))
/** `ret #ERRNO(1)`. */
export const DENY: SockFilter = ret(verdictOf('ERRNO', 1))
/** `ret a`. */
export const RET_A: SockFilter = op(BPF.RET_A)

/** A call of x86_64 with number `nr`. */
export function call(nr: number, ...args: readonly bigint[]): SeccompData {
  return seccompData({ nr, arch: AUDIT_ARCH.X86_64, args })
}
