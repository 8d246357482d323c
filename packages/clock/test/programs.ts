import { AUDIT_ARCH, BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'

/** `AUDIT_ARCH_X86_64`. */
export const arch: number = AUDIT_ARCH.X86_64

/** A program that is one return. */
export const returning = (verdict: number): Program => [insn(BPF.RET_K, verdict)]

/** A filter that allows one number and denies others. */
export const listing: { readonly program: Program; readonly allowed: number; readonly denied: number } = {
  program: [
    insn(BPF.LD_ABS, 0),
    insn(BPF.JEQ_K, 110, 0, 1),
    insn(BPF.RET_K, verdictOf('ALLOW')),
    insn(BPF.RET_K, verdictOf('ERRNO', 1)),
  ],
  allowed: 110,
  denied: 39,
}
