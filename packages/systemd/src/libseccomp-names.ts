/*
 * The names of calls that libseccomp knows, and the numbers that it has for them on the ABI that systemd is built for.
 *
 * systemd takes names for numbers by libseccomp. It leaves out a name that libseccomp does not know. A name that only other
 * ABIs have gets a pseudo-number below 0. So does a name that a multiplexer makes too, where the ABI has the multiplexer.
 *
 * Sources: libseccomp src/arch.c: arch_syscall_resolve_name(); src/syscalls.c: abi_syscall_resolve_name_munge().
 */
import { isSyscallName, otherDoorOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { BESIDE, UNKNOWN } from './libseccomp-table.ts'
import { callsOfSet } from './sets.ts'

/** Whether libseccomp knows the call `name`. */
export type Knows = (name: string) => boolean

/** What the libseccomp of the table knows, of the names that the tables of ABIs have. */
export function knowledge(): Knows {
  const unknown = new Set(UNKNOWN.split(' '))
  const names = new Set([...callsOfSet('@known').filter((name) => !unknown.has(name)), ...BESIDE.split(' ')])
  return (name) => isSyscallName(name) && names.has(name)
}

/** Whether libseccomp has a number of 0 or above for `name` on the ABI that systemd is built for. */
export function isNative(name: string, native: AbiTable): boolean {
  return native.numbers.has(name) && otherDoorOf(native, name) === undefined
}
