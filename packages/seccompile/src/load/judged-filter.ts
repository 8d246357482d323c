import { withTestedAbis } from '@seccompile/filter'
import type { Filter } from '@seccompile/filter'
import type { AbiOptions } from '../options/abi.ts'
import { leftOutNotes } from './policy.ts'

/**
 * The filter for a judgement: without `--abi`, a raw filter is judged on the ABIs that it is about, and not on x86_64 alone. A note
 * names the ABIs of a policy that `--abi` leaves out.
 */
export function judgedFilter(filter: Filter, options: AbiOptions): Filter {
  if (filter.policy === undefined) return options.abi === undefined ? withTestedAbis(filter) : filter
  return { ...filter, notes: [...filter.notes, ...leftOutNotes(filter, options)] }
}
