/* The calls of ABIs, with their verdicts under some rules. */
import { verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { ruleOutcomes } from '@seccompile/outcomes'
import type { Memo } from '@seccompile/pass'
import { holds, isAlways, rangeAt } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** The verdict of the calls in the allow bitmap. */
export const ALLOW: Verdict = verdictOf('ALLOW')
const ZEROS: readonly bigint[] = Object.freeze([0n, 0n, 0n, 0n, 0n, 0n])

/** A call of an ABI under some rules. */
export interface RuledCall {
  readonly nr: number
  /** The weight, relative to the other calls of the ABI. */
  readonly weight: number
  /** The verdict with all arguments 0. */
  readonly verdict: Verdict
  /** Whether rules test its arguments. */
  readonly asks: boolean
  /** Whether a rule names its number. If not, its verdict is the default. */
  readonly isNamed: boolean
}

/** An ABI, its calls sorted by number. */
export interface RuledAbi {
  readonly abi: AbiTable
  readonly weight: number
  readonly calls: readonly RuledCall[]
}

/** The calls of `abi` under `rules`. @param weightOf - the weight of a call, by its name */
export function ruledCalls(
  rules: RuleSet,
  abi: AbiTable,
  weightOf: (name: string) => number,
  memo: Memo,
): readonly RuledCall[] {
  const place = rules.sections.findIndex(({ arch }) => arch === abi.auditArch)
  const ranges = memo(ruleOutcomes, rules).ranges[place]
  const otherwise = rules.sections[place]?.otherwise ?? rules.badArch
  /** The index of the range that the last call was in. Both calls and ranges are sorted. */
  let at = 0
  return calls(abi).map(({ name, nr }) => {
    while (ranges !== undefined && ranges[at]!.hi < nr) at += 1
    const own = ranges?.[at]!.rules ?? []
    const weight = weightOf(name)
    if (own.length === 0) return { nr, weight, verdict: otherwise, asks: false, isNamed: false }
    const { when, verdict } = own[0]!
    // Only the last rule may be unconditional.
    if (isAlways(when)) return { nr, weight, verdict, asks: false, isNamed: true }
    const first = own.find((rule) => holds(rule.when, ZEROS))
    return { nr, weight, verdict: first?.verdict ?? otherwise, asks: true, isNamed: true }
  })
}

/**
 * Yields whether rules test the arguments of a call without effect: two rules together may allow the call for all
 * arguments.
 */
export function hasIdleTests(rules: RuleSet, memo: Memo): (abi: AbiTable, call: RuledCall) => boolean {
  const { outcomes, cells } = memo(ruleOutcomes, rules)
  return ({ auditArch }, { nr, asks }) => {
    const own = cells[rules.sections.findIndex(({ arch }) => arch === auditArch)]
    return asks && own !== undefined && outcomes.isDecided(rangeAt(own, nr).to)
  }
}
