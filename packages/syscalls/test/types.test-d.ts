import { abiTable, abiTables, isSyscallName, numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken, SyscallName, SyscallNameOf } from '@seccompile/syscalls'
import { x86_64 } from '@seccompile/syscalls/x86_64'

/** The names of an ABI are a type of their own, and part of all names. */
export const ofArm: SyscallNameOf<'arm'> = 'set_tls'
export const known: SyscallName = ofArm
export const elsewhere: SyscallName = 's390_pci_mmio_read'
// @ts-expect-error x86_64 has no set_tls
export const notOfX86: SyscallNameOf<'x86_64'> = 'set_tls'
// @ts-expect-error no ABI has it
export const misspelt: SyscallName = 'fchmodat3'

/** A table keeps its token, and is a table like any other. */
export const token: 'x86_64' = x86_64.token
export const anyTable: AbiTable = abiTable('arm')
export const firstToken: AbiToken | undefined = abiTables[0]?.token
// @ts-expect-error no ABI of this name
export const none: unknown = abiTable('sparc')

/** A lookup takes any text, and may find nothing. */
export const found: number | undefined = numberOf(x86_64, String(anyTable.base))
// @ts-expect-error it may find nothing
export const certain: number = numberOf(x86_64, 'read')

/** The guard narrows. */
export function narrow(text: string): SyscallName | undefined {
  return isSyscallName(text) ? text : undefined
}
