import type { Effort } from '@seccompile/pass'
import type { SearchEffort } from '@seccompile/search'

/** The efforts of the searches among numbers. */
export const SEARCH_EFFORTS: Readonly<Record<Effort, SearchEffort>> = {
  default: { cells: 32, work: 2 ** 13 },
  max: { cells: 400, work: 2 ** 19 },
}
