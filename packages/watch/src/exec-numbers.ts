import type { AbiTable } from '@seccompile/syscalls'
import { numberOf } from '@seccompile/syscalls'

/** For each `arch` of `abis`, the numbers of execve and execveat. */
export function execNumbers(abis: readonly AbiTable[]): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>()
  for (const abi of abis) {
    const numbers = found.get(abi.auditArch) ?? new Set<number>()
    found.set(abi.auditArch, numbers)
    for (const name of ['execve', 'execveat']) {
      const nr = numberOf(abi, name)
      if (nr !== undefined) numbers.add(nr)
    }
  }
  return found
}
