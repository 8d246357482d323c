/* The filters that an answer is about. */
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
   * The program, or the one that the compiler makes of a policy; `undefined` for a stack, or a policy that is too long for
   * one program.
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
