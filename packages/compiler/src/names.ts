import { nameOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** The name of call `nr` (u32) under `arch` on the first of `abis` that has it. */
export function callName(abis: readonly AbiTable[], arch: number, nr: number): string | undefined {
  for (const abi of abis) {
    const name = abi.auditArch === arch ? nameOf(abi, nr) : undefined
    if (name !== undefined) return name
  }
  return undefined
}
