import type { Endianness } from '@seccompile/abi'
import type { Policy } from '@seccompile/policy'
import type { Subject } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'

/** A filter that can be written in any notation. */
export interface WritableFilter {
  /** The rules or the program, with their level: what the filter means. */
  readonly leveled: Subject
  readonly endianness: Endianness
  /** The ABIs by which calls are named, the main one first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  /** The policy that the filter is made of; absent for a raw filter. */
  readonly policy?: Policy
}
