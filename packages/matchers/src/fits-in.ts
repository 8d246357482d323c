import { BPF_MAXINSNS } from '@seccompile/abi'
import type { Filter } from '@seccompile/filter'
import { shown } from '@seccompile/shape'
import type { StatementAnswer } from './answer.ts'
import { programLength } from './program-length.ts'

/**
 * Whether the program of `filter` has at most `most` instructions. A policy is compiled.
 * @throws RangeError where `most` is no such number, and what `tryCompile` throws
 */
export function fitsIn(filter: Filter, most: number): StatementAnswer {
  if (!Number.isSafeInteger(most) || most < 1)
    throw new RangeError(`toFitIn: expected a number of instructions of at least 1; got ${shown(most)}`)
  const { insns, isEstimate, isTooLong } = programLength(filter)
  const would = `; it would have ${isEstimate ? 'about ' : ''}${insns}, and a filter has at most ${BPF_MAXINSNS}`
  return {
    holds: insns <= most && !isTooLong ? 'yes' : 'no',
    statement: `to fit in ${most} instructions`,
    shown: () => (isTooLong ? would : `; it has ${insns}`),
  }
}
