/* The calls of ABIs, with their verdicts under some rules. */
import type { Verdict } from '@seccompile/abi'
import type { Node } from '@seccompile/diagram'
import { ruleOutcomes } from '@seccompile/outcomes'
import type { Memo } from '@seccompile/pass'
import { holds, isAlways, rangeAt } from '@seccompile/rules'
import type { Rule, RuleSet } from '@seccompile/rules'
import { calls } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { ArgumentShare } from '@seccompile/weights'
import { ALLOW, argumentListsByOutcome, ZEROS } from './argument-lists.ts'
import type { ArgumentLists, ArgumentList } from './argument-lists.ts'

/** The one argument list of a call whose arguments are not asked, or which is refused. */
const ONLY_ZEROS: readonly ArgumentShare[] = Object.freeze([{ args: ZEROS, share: 1 }])

/** A call of an ABI under some rules. */
export interface RuledCall {
  readonly name: string
  readonly nr: number
  /** The weight, relative to the other calls of the ABI. */
  readonly weight: number
  /** Whether the rules allow it, with some arguments. */
  readonly isAllowed: boolean
  /**
   * The argument lists with which it counts: those of the counts or of the rules that are allowed, or arguments 0 where it is refused.
   * At least one; the shares add up to 1.
   */
  readonly counted: readonly ArgumentShare[]
  /** Whether the rules name more lists than `counted` has. */
  readonly isCut: boolean
  /** Whether rules test its arguments. */
  readonly asks: boolean
  /** The outcome of its rules; absent where no rule tests its arguments. */
  readonly to?: Node
  /** Whether a rule names its number. If not, its verdict is the default. */
  readonly isNamed: boolean
}

/** An ABI, its calls sorted by number. */
export interface RuledAbi {
  readonly abi: AbiTable
  readonly weight: number
  readonly calls: readonly RuledCall[]
}

/** How often calls are made. */
export interface CallWeights {
  /** The weight of a call, by its name. */
  readonly weightOf: (name: string) => number
  /** The arguments with which a call is made; `undefined` where they are not counted. */
  readonly sharesOf: (name: string) => readonly ArgumentShare[] | undefined
}

/** The calls of `abi` under `rules`. */
export function ruledCalls(
  rules: RuleSet,
  abi: AbiTable,
  { weightOf, sharesOf }: CallWeights,
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
    const { to } = rangeAt(outcomesOf, nr)
    const lists = countedLists(own[at]!.rules, otherwise, listsFor(to), sharesOf(name))
    return { name, nr, weight, ...lists, asks: true, to, isNamed: true }
  })
}

/** How a call counts whose arguments decide nothing. */
const withoutLists = (verdict: Verdict): Pick<RuledCall, 'isAllowed' | 'counted' | 'isCut'> => ({
  isAllowed: verdict === ALLOW,
  counted: ONLY_ZEROS,
  isCut: false,
})

/** How a call counts whose arguments decide: by `shares`, as far as the rules allow them, or else by the lists that rules name. */
function countedLists(
  rules: readonly Rule[],
  otherwise: Verdict,
  { allowed, isCut }: ArgumentLists,
  shares: readonly ArgumentShare[] = [],
): Pick<RuledCall, 'isAllowed' | 'counted' | 'isCut'> {
  const isAllowed = allowed.length > 0
  const verdictFor = (args: ArgumentList): Verdict =>
    rules.find(({ when }) => holds(when, args))?.verdict ?? otherwise
  const made = shares.filter(({ args }) => verdictFor(args) === ALLOW)
  const total = made.reduce((sum, { share }) => sum + share, 0)
  if (total > 0)
    return {
      isAllowed: true,
      counted: made.map(({ args, share }) => ({ args, share: share / total })),
      isCut: false,
    }
  if (!isAllowed) return { isAllowed, counted: ONLY_ZEROS, isCut }
  return { isAllowed, counted: allowed.map((args) => ({ args, share: 1 / allowed.length })), isCut }
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
