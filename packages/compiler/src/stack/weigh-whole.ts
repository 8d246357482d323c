/*
 * The weights of calls under a whole policy, for filters that each decide a part of it.
 *
 * A filter allows the calls that another filter decides. So one filter may allow a call that the stack refuses. The
 * weight of such a call is that of its fate under the whole policy.
 */
import { actionOf } from '@seccompile/abi'
import { ruleOutcomes } from '@seccompile/outcomes'
import { createMemo } from '@seccompile/pass'
import type { Fate, Memo, PassContext } from '@seccompile/pass'
import type { Range, RuleSet } from '@seccompile/rules'

/** Neighbouring numbers with one fate. */
interface FateRange extends Range<number> {
  readonly fate: Fate
}

/** The numbers of each section of `rules`, by its `arch`, as ascending ranges without gaps. */
function fatesOf(rules: RuleSet, memo: Memo): ReadonlyMap<number, readonly FateRange[]> {
  const { outcomes, cells } = memo(ruleOutcomes, rules)
  const fateOf = (to: number): Fate => {
    if (!outcomes.isDecided(to)) return 'ask'
    return actionOf(outcomes.store.valueOf(to)) === 'ALLOW' ? 'allow' : 'deny'
  }
  return new Map(
    rules.sections.map(({ arch }, place) => {
      const ranges: FateRange[] = []
      for (const { lo, hi, to } of cells[place]!) {
        const last = ranges.at(-1)
        if (last?.fate === fateOf(to)) ranges[ranges.length - 1] = { ...last, hi }
        else ranges.push({ lo, hi, fate: fateOf(to) })
      }
      return [arch, ranges] as const
    }),
  )
}

/** `weigh` for filters that together mean `rules`: numbers that a filter allows have the weight that they have under `rules`. */
export function weighWhole(
  rules: RuleSet,
  weigh: PassContext['weigh'],
  memo: Memo = createMemo(),
): PassContext['weigh'] {
  const fates = fatesOf(rules, memo)
  return (arch, numbers, fate) => {
    const ranges = fates.get(arch)
    if (fate !== 'allow' || ranges === undefined) return weigh(arch, numbers, fate)
    const { lo, hi } = numbers
    let [low, high] = [0, ranges.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (ranges[middle]!.hi < lo) low = middle + 1
      else high = middle
    }
    let sum = 0
    for (let at = low; at < ranges.length && ranges[at]!.lo <= hi; at += 1) {
      const own = ranges[at]!
      sum += weigh(arch, { lo: Math.max(lo, own.lo), hi: Math.min(hi, own.hi) }, own.fate)
    }
    return sum
  }
}
