/* Two filters that an answer compares. */
import type { Filter } from '@seccompile/filter'
import type { ProveOptions } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'

/** Two filters that are compared, and the bounds of the comparison. */
export interface FilterPair {
  readonly left: Filter
  readonly right: Filter
  /** The ABIs by which calls are named, without repeats. */
  readonly abis: readonly AbiTable[]
  readonly prove: ProveOptions
}
