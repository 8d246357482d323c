/*
 * socketcall, the call of old ABIs that makes the other calls of sockets. Its first argument selects the operation.
 * The arguments of the operation are in memory, where no filter can look. So a filter can refuse an operation
 * completely, or not at all.
 */
import { MULTIPLEXERS } from '@seccompile/syscalls'
import type { AbiToken, SyscallName } from '@seccompile/syscalls'

/** The ABIs that have socketcall. A test compares the list with the tables. */
// prettier-ignore
export const ABIS_WITH_SOCKETCALL: readonly AbiToken[] = [
  'x86', 'm68k', 'mips', 'mipsel', 'ppc', 'ppc64', 'ppc64le', 's390', 's390x', 'sh', 'sheb',
]

/** The operations of socketcall that make the calls `names`: values of its argument `call`. */
export function operationsOf(...names: readonly SyscallName[]): readonly number[] {
  return MULTIPLEXERS.filter(({ name }) => name === 'socketcall').flatMap(({ calls }) =>
    calls.filter(({ name }) => names.some((wanted) => wanted === name)).map(({ call }) => call),
  )
}
