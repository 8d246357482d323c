/* The length of the program of a filter, also where it is too long for the kernel. */
import type { Endianness } from '@seccompile/abi'
import { tryCompile, tryCompileRules } from '@seccompile/compiler'
import type { Filter } from '@seccompile/filter'
import type { LeveledIr } from '@seccompile/prover'

/** The length of one program, or of the programs of a stack together. */
export interface FilterLength {
  readonly insns: number
  readonly isEstimate: boolean
  /** Whether it is too long for a filter. */
  readonly isTooLong: boolean
}

const fits = (insns: number): FilterLength => ({ insns, isEstimate: false, isTooLong: false })

const tooLong = ({ insns, isEstimate }: Omit<FilterLength, 'isTooLong'>): FilterLength => ({
  insns,
  isEstimate,
  isTooLong: true,
})

/** The length of what one file of a stack, or a filter without a policy, means. A decision is the form of no filter. */
function lengthOfIr(subject: LeveledIr, endianness: Endianness): FilterLength {
  if (subject.level === 'program') return fits(subject.ir.length)
  if (subject.level === 'decision') throw new TypeError('a decision has no length: it is no filter')
  const outcome = tryCompileRules(subject.ir, { endianness })
  return outcome.kind === 'fits' ? fits(outcome.program.length) : tooLong(outcome)
}

/** The length of the program of `filter`: the one given, or the one that is compiled. @throws what `tryCompile` throws */
export function programLength(filter: Filter): FilterLength {
  const { subject, endianness } = filter
  if (filter.policy !== undefined) {
    const outcome = tryCompile(filter.policy, filter.target)
    return outcome.kind === 'fits' ? fits(outcome.compilation.program.length) : tooLong(outcome)
  }
  if (subject.level !== 'stack') return lengthOfIr(subject, endianness)
  const lengths = subject.ir.map((each) => lengthOfIr(each, endianness))
  return {
    insns: lengths.reduce((sum, { insns }) => sum + insns, 0),
    isEstimate: lengths.some(({ isEstimate }) => isEstimate),
    isTooLong: lengths.some(({ isTooLong }) => isTooLong),
  }
}
