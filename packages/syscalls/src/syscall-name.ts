import { SYSCALL_NAMES } from './tables/names.ts'

/** A name that some ABI of Linux has a number for. `SyscallNameOf` has the names of one ABI. */
export type SyscallName = (typeof SYSCALL_NAMES)[number]

/** Every {@link SyscallName}, sorted by code unit. */
export const syscallNames: readonly SyscallName[] = SYSCALL_NAMES

const known: ReadonlySet<string> = new Set(SYSCALL_NAMES)

/**
 * Whether some ABI has a call of this name. A profile for several ABIs normally has names that one of them
 * lacks. A name that no ABI has is a typing error, or newer than the tables.
 */
export function isSyscallName(text: string): text is SyscallName {
  return known.has(text)
}
