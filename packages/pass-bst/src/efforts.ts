import type { Effort } from '@seccompile/pass'
import type { SearchEffort } from '@seccompile/search'

/** The efforts of the searches for numbers, and for the words of arguments, of which there may be thousands. */
export const EFFORTS: Readonly<
  Record<Effort, { readonly numbers: SearchEffort; readonly words: SearchEffort }>
> = {
  default: { numbers: { cells: 32, work: 2 ** 13 }, words: { cells: 8, work: 2 ** 10 } },
  max: { numbers: { cells: 400, work: 2 ** 19 }, words: { cells: 400, work: 2 ** 19 } },
}
