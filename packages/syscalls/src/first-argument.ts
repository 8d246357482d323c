/*
 * The word in which a filter sees the first argument of a call.
 *
 * The kernel fills `seccomp_data.args` by syscall_get_arguments() of the architecture (kernel/seccomp.c:
 * populate_seccomp_data()). The bits above the 32 bits of an argument differ. s390, powerpc and sparc clear them. arm64 and
 * parisc clear the registers on entry. x86 keeps the bits of a process that makes the call from 64-bit code. mips extends
 * the sign on o32, and keeps the bits of the process on n32. So every test on a 32-bit ABI reads the low word alone.
 *
 * m68k copies the registers d0 to d5, and the arguments are in d1 to d5 and a0. There `args[0]` is the number of the call,
 * and `args[1]` is the first argument. Signatures have these indices. A test by index reads the word that the filter sees.
 * @see arch/ARCH/include/asm/syscall.h: syscall_get_arguments()
 */
import { expectObject } from '@seccompile/shape'
import type { AbiTable } from './table/abi.ts'

/** The index in `seccomp_data.args` of the first argument of a call. */
export function firstArgument(abi: AbiTable): 0 | 1 {
  expectObject(abi, 'abi', 'token')
  return abi.token === 'm68k' ? 1 : 0
}
