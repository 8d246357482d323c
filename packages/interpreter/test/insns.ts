import { AUDIT_ARCH, BPF, seccompData, verdictOf } from '@seccompile/abi'
import type { SeccompData, SockFilter, Verdict } from '@seccompile/abi'

/** An instruction without targets. */
export function op(code: number, k = 0): SockFilter {
  return { code, jt: 0, jf: 0, k }
}

/** A conditional jump. */
export function jump(code: number, k: number, jt: number, jf: number): SockFilter {
  return { code, jt, jf, k }
}

/** `ret #verdict`. */
export function ret(verdict: Verdict): SockFilter {
  return op(BPF.RET_K, verdict)
}

export const ALLOW: SockFilter = ret(verdictOf('ALLOW'))
export const DENY: SockFilter = ret(verdictOf('ERRNO', 1))
export const RET_A: SockFilter = op(BPF.RET_A)

/** A call of x86_64 with number `nr`. */
export function call(nr: number, ...args: bigint[]): SeccompData {
  return seccompData({ nr, arch: AUDIT_ARCH.X86_64, args })
}
