/*
 * Where a filter sees the first argument of a call.
 *
 * The kernel fills `seccomp_data.args` by syscall_get_arguments() of the architecture (kernel/seccomp.c:
 * populate_seccomp_data()). The bits above the 32 bits of an argument differ. s390 and powerpc clear them. x86 and arm64
 * clear the registers on entry. parisc keeps the bits of the process. mips extends the sign, and of the fifth and the
 * sixth argument of o32 always. So every test on a 32-bit ABI reads the low word alone.
 *
 * m68k copies the registers d0 to d5, and the arguments are in d1 to d5 and a0. There `args[0]` is the number of the call,
 * and `args[1]` is the first argument. Signatures have these indices. A test by index reads the word that the filter sees.
 * @see arch/ARCH/include/asm/syscall.h: syscall_get_arguments()
 */
import type { AbiTable } from '@seccompile/syscalls'

/** The index in `seccomp_data.args` of the first argument of a call. */
export const firstArgument = ({ token }: AbiTable): 0 | 1 => (token === 'm68k' ? 1 : 0)
