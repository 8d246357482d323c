/* The calls of ABIs, and what rules make of them. */
import { verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { ruleOutcomes } from '@seccompile/outcomes'
import type { Memo } from '@seccompile/pass'
import { deciding, holds, isAlways, rangeAt } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** The verdict that the allow bitmap takes. */
export const ALLOW: Verdict = verdictOf('ALLOW')
const ZEROS: readonly bigint[] = Object.freeze([0n, 0n, 0n, 0n, 0n, 0n])

/** A call of an ABI, and what the rules make of it. */
export interface RuledCall {
  readonly nr: number
  /** Relative to the other calls of the ABI. */
  readonly weight: number
  /** With all arguments 0. */
  readonly verdict: Verdict
  /** Whether rules test arguments of it. */
  readonly asks: boolean
  /** Whether a rule speaks of it, so that its verdict is no mere default. */
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
): readonly RuledCall[] {
  const section = rules.sections.find(({ arch }) => arch === abi.auditArch)
  const otherwise = section?.otherwise ?? rules.badArch
  const ranges = deciding(section?.rules ?? []).map(({ lo, hi, rules: own }) => ({
    lo,
    hi,
    verdict: own.find(({ when }) => holds(when, ZEROS))?.verdict ?? otherwise,
    asks: own.some(({ when }) => !isAlways(when)),
    isNamed: own.length > 0,
  }))
  return calls(abi).map(({ name, nr }) => {
    const { verdict, asks, isNamed } = rangeAt(ranges, nr)
    return { nr, weight: weightOf(name), verdict, asks, isNamed }
  })
}

/**
 * `ruled`, where calls ask arguments only if the outcome of `rules` does: two rules together may allow a call whatever its
 * arguments.
 */
export function withoutIdleTests(
  rules: RuleSet,
  ruled: readonly RuledAbi[],
  memo: Memo,
): readonly RuledAbi[] {
  const { outcomes, cells } = memo(ruleOutcomes, rules)
  return ruled.map(({ abi, calls: list, weight }) => {
    const own = cells[rules.sections.findIndex(({ arch }) => arch === abi.auditArch)]
    const asks = (nr: number): boolean => own !== undefined && !outcomes.isDecided(rangeAt(own, nr).to)
    return { abi, weight, calls: list.map((call) => ({ ...call, asks: call.asks && asks(call.nr) })) }
  })
}
