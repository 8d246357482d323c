/*
 * The numbers of x32 that only kernels before 5.4 have.
 *
 * 36 calls have one number on x86_64 and another on x32: `ptrace` is 101 and 521. These kernels have one table for both, so
 * the number 101 with the bit of x32 is `ptrace` too, and a rule for 521 misses it. In the same way they run two calls that
 * x32 does not have. Newer kernels answer ENOSYS. A policy that gives unknown numbers an action gives it to these numbers of
 * refused calls, as if they were unknown.
 * @see seccomp(2), "Caveats"; arch/x86/entry/syscalls/syscall_64.tbl; commit 6365b842aae4 of Linux
 */
import { letsRun } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { contains } from '@seccompile/rules'
import type { Range, Rule } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'

/** The numbers on x86_64 of the calls that are 512, 513, … 547 on x32. */
// prettier-ignore
const ON_X86_64: readonly number[] = [
  13, 15, 16, 19, 20, 45, 46, 47, 59, 101, 127, 128, 129, 131, 222, 244, 246, 247, 273, 274, 278, 279, 295, 296, 297, 299,
  307, 310, 311, 54, 55, 206, 209, 322, 327, 328,
]
const FIRST_ON_X32 = 512
/** The calls that x32 lacks and that kernels before 5.4 have: `uselib` and `_sysctl`. */
const NOT_ON_X32: readonly number[] = [134, 156]

/** Calls of an ABI, and the rules for them. */
interface NumberedRules {
  readonly abi: AbiTable
  readonly rules: readonly Rule[]
}

const refuses = ({ rules }: NumberedRules, nr: number): boolean =>
  rules.some(({ numbers, verdict }) => !letsRun(verdict) && contains(numbers, nr))

/**
 * The old numbers of x32 for calls that a rule refuses: a rule of x32, or one of x86_64 for calls that x32 lacks. None
 * unless x32 is one of the ABIs `sharing`, which have one arch, and none where the default `otherwise` refuses them already.
 */
export function oldNumbers(sharing: readonly NumberedRules[], otherwise: Verdict): readonly Range<number>[] {
  const on = (token: AbiTable['token']): NumberedRules | undefined =>
    sharing.find(({ abi }) => abi.token === token)
  const x32 = on('x32')
  if (x32 === undefined || !letsRun(otherwise)) return []
  const { base } = x32.abi
  const x86_64 = on('x86_64')
  return [
    ...ON_X86_64.filter((_nr, i) => refuses(x32, base + FIRST_ON_X32 + i)),
    ...NOT_ON_X32.filter((nr) => x86_64 !== undefined && refuses(x86_64, nr)),
  ].map((nr) => ({ lo: base + nr, hi: base + nr }))
}
