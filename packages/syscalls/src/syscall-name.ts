import { SYSCALL_NAMES } from './tables/names.ts'

/** A name that some ABI of Linux has a number for. A given ABI has a part of them: see `SyscallNameOf`. */
export type SyscallName = (typeof SYSCALL_NAMES)[number]

/** Every {@link SyscallName}, sorted by code unit. */
export const syscallNames: readonly SyscallName[] = SYSCALL_NAMES

const known: ReadonlySet<string> = new Set(SYSCALL_NAMES)

/**
 * Whether some ABI has a call of this name. A name that is known and absent from one ABI is normal in a profile for
 * several; a name that is not known is a typing error, or newer than the tables.
 */
export function isSyscallName(text: string): text is SyscallName {
  return known.has(text)
}
