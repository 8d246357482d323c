/*
 * From weights of calls to weights of ranges of numbers.
 *
 * The weights of all calls of an ABI add up to the weight of the ABI. So an ABI with more calls does not count more.
 */
import type { Fate, PassContext } from '@seccompile/pass'
import type { RuledAbi, RuledCall } from './ruled-calls.ts'
import { below } from './weigh.ts'

/** Yields the weight of a call with a fate; the weight of its ABI is part of it. */
export type ShareOf = (fate: Fate, ruled: RuledAbi, call: RuledCall) => number

/** The sums of the first 0, 1, 2, … numbers of `weights`. */
function sums(weights: readonly number[]): Float64Array {
  const found = new Float64Array(weights.length + 1)
  weights.forEach((weight, i) => (found[i + 1] = found[i]! + weight))
  return found
}

/** A function from a range of numbers to its weight: the sum of `shareOf` over the calls in the range. */
export function weighBy(ruled: readonly RuledAbi[], shareOf: ShareOf): PassContext['weigh'] {
  const groups = ruled.map((each) => {
    const of = (fate: Fate): Float64Array => sums(each.calls.map((call) => shareOf(fate, each, call)))
    return {
      arch: each.abi.auditArch,
      numbers: each.calls.map(({ nr }) => nr),
      before: { allow: of('allow'), deny: of('deny'), ask: of('ask') },
    }
  })
  return (arch, { lo, hi }, fate) =>
    groups.reduce((sum, group) => {
      if (group.arch !== arch) return sum
      const before = group.before[fate]
      return sum + (before[below(group.numbers, hi + 1)]! - before[below(group.numbers, lo)]!)
    }, 0)
}
