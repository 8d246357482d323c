/*
 * The names of calls that libseccomp knows, and the numbers that it has for them on the ABI that systemd is built for.
 *
 * systemd asks libseccomp for the number of a name, and leaves out a name that libseccomp does not know. libseccomp
 * gives a pseudo-number below 0 to a name that only other ABIs have. It does so too for a call that a multiplexer of
 * the ABI can make.
 *
 * Sources: libseccomp src/arch.c: arch_syscall_resolve_name(); src/syscalls.c: abi_syscall_resolve_name_munge().
 */
import { isSyscallName, otherDoorOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { BESIDE, UNKNOWN } from './libseccomp-table.ts'
import { callsOfSet } from './sets.ts'

/** Whether libseccomp knows the call `name`. */
export type Knows = (name: string) => boolean

/** Yields whether the libseccomp of the table knows a name that the tables of ABIs have. */
export function knowledge(): Knows {
  const unknown = new Set(UNKNOWN.split(' '))
  const names = new Set([...callsOfSet('@known').filter((name) => !unknown.has(name)), ...BESIDE.split(' ')])
  return (name) => isSyscallName(name) && names.has(name)
}

/** Whether libseccomp has a number of 0 or above for `name` on the ABI that systemd is built for. */
export function isNative(name: string, native: AbiTable): boolean {
  return native.numbers.has(name) && otherDoorOf(native, name) === undefined
}
