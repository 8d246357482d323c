import type { Endianness } from '@seccompile/abi'
import type { Policy } from '@seccompile/policy'
import type { Subject } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'

/** A filter that can be written in any notation. */
export interface WritableFilter {
  /** The meaning of the filter: the rules or the program, with their level. */
  readonly leveled: Subject
  readonly endianness: Endianness
  /** The ABIs that name calls, the main one first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  /** The policy that the filter was made from; absent for a raw filter. */
  readonly policy?: Policy
}
