/* Whether a program means what `loads` says, for all calls of which something is claimed. */
import type { Endianness, Program } from '@seccompile/abi'
import { claimedChanges } from '@seccompile/oci-runtime'
import type { LoadedFilter } from '@seccompile/oci-runtime'
import { changes } from '@seccompile/prover'

/** How a program agrees with the model. With `unclaimed`, they differ only for calls of which the model claims nothing. */
export type AsSaid = 'equal' | 'unclaimed' | 'different' | 'undecided'

/** The meaning of `program` beside that of `loaded`. */
export function asSaid(
  { loaded, unclaimed, abis }: LoadedFilter,
  program: Program,
  endianness: Endianness,
): AsSaid {
  const answer = changes({ level: 'rules', ir: loaded }, { level: 'program', ir: program }, { endianness })
  if (answer.kind === 'undecided') return 'undecided'
  if (answer.changes.length === 0) return 'equal'
  return claimedChanges(answer.changes, unclaimed, abis).length === 0 ? 'unclaimed' : 'different'
}
