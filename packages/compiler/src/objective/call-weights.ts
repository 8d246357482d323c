/*
 * Turns weights of calls into weights of ranges of numbers.
 *
 * The weights of all calls of an ABI add up to the weight of the ABI. So an ABI with more calls does not count more.
 */
import type { Fate, PassContext } from '@seccompile/pass'
import type { RuledAbi, RuledCall } from './ruled-calls.ts'
import { below } from './weigh.ts'

/**
 * Yields a function from a call of the ABI, with the given fate, to its weight. The weight of the ABI is a factor of
 * it.
 */
export type ShareOf = (fate: Fate, ruled: RuledAbi) => (call: RuledCall) => number

/** The sums of the weights of the first 0, 1, 2, … of `calls`. */
function sums(calls: readonly RuledCall[], weightOf: (call: RuledCall) => number): Float64Array {
  const found = new Float64Array(calls.length + 1)
  for (let i = 0; i < calls.length; i += 1) found[i + 1] = found[i]! + weightOf(calls[i]!)
  return found
}

/** A function from a range of numbers to its weight: the sum of `shareOf` over the calls in the range. */
export function weighBy(ruled: readonly RuledAbi[], shareOf: ShareOf): PassContext['weigh'] {
  const groups = ruled.map((each) => {
    const of = (fate: Fate): Float64Array => sums(each.calls, shareOf(fate, each))
    return {
      arch: each.abi.auditArch,
      numbers: each.calls.map(({ nr }) => nr),
      before: { allow: of('allow'), deny: of('deny'), ask: of('ask') },
    }
  })
  return (arch, { lo, hi }, fate) => {
    let sum = 0
    for (let at = 0; at < groups.length; at += 1) {
      const group = groups[at]!
      if (group.arch !== arch) continue
      const before = group.before[fate]
      sum += before[below(group.numbers, hi + 1)]! - before[below(group.numbers, lo)]!
    }
    return sum
  }
}
