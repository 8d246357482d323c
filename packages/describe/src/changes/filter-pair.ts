/* The filters that an answer describes. */
import type { Endianness, Program } from '@seccompile/abi'
import type { ProveOptions, Subject } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'

/** A filter with the facts that describe it. */
export interface DescribedFilter {
  /** The name in messages. */
  readonly name: string
  readonly leveled: Subject
  readonly endianness: Endianness
  /** The ABIs by which calls are named, the main one first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  /** The `AUDIT_ARCH_*` values that the filter names. */
  readonly arches: () => readonly number[]
  /**
   * The program: that of a raw filter, or the one compiled from a policy; `undefined` for a stack, and for a policy
   * that is too long for one program.
   */
  readonly program: () => Promise<Program | undefined>
}

/** Two filters that are compared, and the bounds of the comparison. */
export interface FilterPair<Filter extends DescribedFilter = DescribedFilter> {
  readonly left: Filter
  readonly right: Filter
  /** The ABIs by which calls are named, without repeats. */
  readonly abis: readonly AbiTable[]
  readonly prove: ProveOptions
}
