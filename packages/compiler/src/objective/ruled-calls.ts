/* The calls of ABIs, with their verdicts under some rules. */
import type { Verdict } from '@seccompile/abi'
import type { Node } from '@seccompile/diagram'
import { ruleOutcomes } from '@seccompile/outcomes'
import type { Memo } from '@seccompile/pass'
import { isAlways, rangeAt } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { ALLOW, argumentListsByOutcome, ZEROS } from './argument-lists.ts'
import type { Arguments } from './argument-lists.ts'

/** The one argument list of a call whose arguments are not asked, or which is refused. */
const ONLY_ZEROS: readonly Arguments[] = Object.freeze([ZEROS])

/** A call of an ABI under some rules. */
export interface RuledCall {
  readonly name: string
  readonly nr: number
  /** The weight, relative to the other calls of the ABI. */
  readonly weight: number
  /** Whether the rules allow it, with some arguments. */
  readonly isAllowed: boolean
  /** The argument lists with which it counts: those that are allowed, or arguments 0 where it is refused. At least one. */
  readonly counted: readonly Arguments[]
  /** Whether the rules name more lists than `counted` has. */
  readonly isCut: boolean
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
  const made = memo(ruleOutcomes, rules)
  const { ranges, cells } = made
  const listsFor = memo(argumentListsByOutcome, made)
  const place = rules.sections.findIndex(({ arch }) => arch === abi.auditArch)
  const [own = [], outcomesOf = []] = [ranges[place], cells[place]]
  const otherwise = rules.sections[place]?.otherwise ?? rules.badArch
  /** The index of the range that the last call was in. Both calls and ranges are sorted. */
  let at = 0
  return calls(abi).map(({ name, nr }) => {
    while (own[at] !== undefined && own[at]!.hi < nr) at += 1
    const [first] = own[at]?.rules ?? []
    const weight = weightOf(name)
    if (first === undefined)
      return { name, nr, weight, ...withoutLists(otherwise), asks: false, isNamed: false }
    // Only the last rule may be unconditional.
    if (isAlways(first.when))
      return { name, nr, weight, ...withoutLists(first.verdict), asks: false, isNamed: true }
    const { allowed, isCut } = listsFor(rangeAt(outcomesOf, nr).to)
    const isAllowed = allowed.length > 0
    return {
      name,
      nr,
      weight,
      isAllowed,
      counted: isAllowed ? allowed : ONLY_ZEROS,
      isCut,
      asks: true,
      isNamed: true,
    }
  })
}

/** How a call counts whose arguments decide nothing. */
const withoutLists = (verdict: Verdict): Pick<RuledCall, 'isAllowed' | 'counted' | 'isCut'> => ({
  isAllowed: verdict === ALLOW,
  counted: ONLY_ZEROS,
  isCut: false,
})

/** The argument lists with which the calls of an outcome count. */
export function countedLists(rules: RuleSet, memo: Memo): (to: Node) => readonly Arguments[] {
  const listsFor = memo(argumentListsByOutcome, memo(ruleOutcomes, rules))
  return (to) => {
    const { allowed } = listsFor(to)
    return allowed.length > 0 ? allowed : ONLY_ZEROS
  }
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
