/*
 * The numbers of x32 that only kernels before 5.4 have.
 *
 * 36 calls have one number on x86_64 and another on x32: `ptrace` is 101 and 521. These kernels have one table for both, so
 * the number 101 with the bit of x32 is `ptrace` too, and a rule for 521 misses it. Newer kernels answer ENOSYS. A policy
 * that gives unknown numbers an action gives it to these numbers of refused calls, as if they were unknown.
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

/**
 * The old numbers of the calls of `abi` that one of `rules` refuses; none unless `abi` is x32, and none where the default
 * `otherwise` refuses them already.
 */
export function oldNumbers(
  { token, base }: AbiTable,
  rules: readonly Rule[],
  otherwise: Verdict,
): readonly Range<number>[] {
  if (token !== 'x32' || !letsRun(otherwise)) return []
  const refusing = rules.filter(({ verdict }) => !letsRun(verdict))
  return ON_X86_64.flatMap((nr, i) =>
    refusing.some(({ numbers }) => contains(numbers, base + FIRST_ON_X32 + i))
      ? [{ lo: base + nr, hi: base + nr }]
      : [],
  )
}
