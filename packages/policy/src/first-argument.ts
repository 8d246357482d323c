/*
 * Where a filter sees the first argument of a call.
 *
 * The kernel fills `seccomp_data.args` by syscall_get_arguments() of the architecture (kernel/seccomp.c:
 * populate_seccomp_data()). What stands above the 32 bits of an argument differs: s390 and powerpc clear it, x86 and arm64
 * have cleared the registers on entry, parisc hands on what the process left there, and mips extends the sign, of the
 * fifth and sixth argument of o32 always. So every test of a 32-bit ABI here looks at the low word alone.
 *
 * m68k copies the registers d0 to d5, and the arguments are in d1 to d5 and a0. There `args[0]` is the number of the call,
 * and `args[1]` the first argument. The signatures know it; a test by index is one of what the filter sees.
 * @see arch/ARCH/include/asm/syscall.h: syscall_get_arguments()
 */
import type { AbiTable } from '@seccompile/syscalls'

/** The index in `seccomp_data.args` of the first argument of a call. */
export const firstArgument = ({ token }: AbiTable): 0 | 1 => (token === 'm68k' ? 1 : 0)
