/*
 * The conditional rules of one call on one ABI.
 *
 * A condition by index means the same on all ABIs of one argument width; one by name depends on the ABI. Two rules
 * clash where both hold for some arguments and differ in verdict. Without a clash the order of rules
 * does not matter. The rules of each verdict then become one rule of the rule IR: it holds where any of their
 * conjunctions holds. With a clash, `overlaps` of the policy decides. Either the policy is refused, or the
 * rules are sorted into the order in which they decide, and neighbours of one verdict become one rule.
 */
import { all, any, isAlways, isNever } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { quote } from '@seccompile/shape'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { Verdict } from '@seccompile/abi'
import { actionName } from '../../data/action.ts'
import { conditionPredicate, largestConstant } from '../../data/condition.ts'
import type { ArgCondition } from '../../data/condition.ts'
import { PolicyError } from '../../data/policy-error.ts'
import type { Policy } from '../../data/policy.ts'
import { printCondition } from '../../data/print-condition.ts'
import type { Widths } from '../../data/target.ts'
import { deadRule, ofRule, ruleBriefly, ruleLabel, warning } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import { narrowValue, rawPredicate, widthsKey } from './argument-width.ts'
import type { CallRule, PolicyCall } from './call-rules.ts'
import { chainOf, chainsOf, compareChains, obeys } from './libseccomp-order.ts'
import type { Chain } from './libseccomp-order.ts'
import { predicateOf } from './named-predicate.ts'
import { commonValues } from './overlap.ts'
import type { ArgumentValues } from './overlap.ts'
import { MAX_PAIRS, pairsThatMayOverlap } from './pairs.ts'
import { MAX_TERMS, termsOf } from './terms.ts'
import type { Term } from './terms.ts'

/** A condition with a constant that does not fit 32 bits, and its effect there. */
export interface WideCondition {
  readonly call: string
  readonly entry: CallRule
  readonly condition: ArgCondition
  readonly effect: string
}

/** A condition with a constant that does not fit the arguments of an ABI. */
export type WideOnAbi = WideCondition & { readonly abi: AbiToken }

/** The conditional rules of a call as predicates and verdicts, in the order in which they decide. */
export interface ConditionalRules {
  readonly rules: readonly { readonly when: Predicate; readonly verdict: Verdict }[]
  readonly wide: readonly WideCondition[]
  readonly warnings: readonly Warning[]
}

/** One alternative of a rule's condition: tests that must all hold. */
interface Conjunction {
  readonly entry: CallRule
  readonly tests: Term
}

const MAX_NARROW = 0xffff_ffffn

/** Whether a constant does not fit an argument of 32 bits. */
function isTooWide(value: bigint, widths: Widths): boolean {
  return value > MAX_NARROW && (widths === 'profile' || narrowValue(value, 32n) === undefined)
}

const LOW_BITS = 'only the low 32 bits are compared'

function effectOf(condition: ArgCondition): string {
  const predicate = conditionPredicate(condition, 32)
  if (isNever(predicate)) return 'this is never true'
  if (isAlways(predicate)) return 'this is always true'
  return LOW_BITS
}

/** The conditions of a rule in `written` whose constants are cut to the low word in `read`. */
function cutIn({ index }: CallRule, written: Policy, read: Policy): readonly ArgCondition[] {
  const kept = read.rules[index]!.args // rules keep their positions
  return written.rules[index]!.args.filter(
    (condition) => largestConstant(condition) > MAX_NARROW && !kept.includes(condition),
  )
}

/** Whether an ABI may cut constants in conditions of `policy` to the low word. */
export function mayCut(policy: Policy, { wordSize }: AbiTable): boolean {
  return wordSize === 32 && policy.overlaps === 'libseccomp'
}

/**
 * The conditions of `call` in `written` whose constants `policy` has cut to the low word; none where the ABI cuts
 * nothing.
 */
export function cutConditions(
  { name, always, sometimes }: PolicyCall,
  { written, policy }: { readonly written: Policy; readonly policy: Policy },
): readonly WideCondition[] {
  const isBare = always === undefined || written.rules[always.index]!.args.length === 0
  if (isBare && sometimes.length === 0) return []
  return [...(always === undefined ? [] : [always]), ...sometimes].flatMap((entry) => {
    if (entry.isMultiplexed === true) return [] // the rule also has an entry for the call behind the multiplexer
    const cut = cutIn(entry, written, policy)
    return cut.map((condition) => ({ call: name, entry, condition, effect: LOW_BITS }))
  })
}

/** A call of a policy on an ABI. */
export interface ConditionedCall {
  readonly policy: Policy
  readonly call: PolicyCall
  readonly abi: AbiTable
  /** The bits that conditions by index compare. */
  readonly widths: Widths
}

/** The condition of the rule `entry` for the call on the ABI. @throws PolicyError where it cannot be tested there */
export function conditionOf(entry: CallRule, { policy, call, abi, widths }: ConditionedCall): Predicate {
  const { args, when } = entry.rule
  const byIndex = args.map((condition) => rawPredicate(condition, abi, call.name, widths))
  if (when === undefined) return all(byIndex)
  const on = { call: call.name, abi, rule: ruleLabel(policy, entry.index), place: entry.place, widths }
  return all([...byIndex, predicateOf(when, on)])
}

/** The alternatives of the rule `entry` that can hold. @throws PolicyError E_LIMIT where there are too many */
function conjunctionsOf(entry: CallRule, on: ConditionedCall): readonly Conjunction[] {
  const terms = termsOf(conditionOf(entry, on))
  if (terms === 'many')
    throw new PolicyError(
      'E_LIMIT',
      `${ruleLabel(on.policy, entry.index)}: the condition on ${quote(on.call.name)} has more than ${MAX_TERMS} ` +
        'alternatives; write several rules',
      entry.place,
    )
  return terms.filter((tests) => commonValues(tests) !== undefined).map((tests) => ({ entry, tests }))
}

function example(values: ArgumentValues | 'unknown'): string {
  if (values === 'unknown') return 'as far as can be decided'
  if (values.size === 0) return 'for all arguments'
  const parts = [...values].map(([index, value]) => `args[${index}] == 0x${value.toString(16)}`)
  return `for instance when ${parts.join(' and ')}`
}

/** `conjunctions` by verdict, in order of first appearance. */
function byVerdict(conjunctions: readonly Conjunction[]): ReadonlyMap<Verdict, readonly Conjunction[]> {
  const groups = new Map<Verdict, Conjunction[]>()
  for (const each of conjunctions) {
    const group = groups.get(each.entry.verdict)
    if (group === undefined) groups.set(each.entry.verdict, [each])
    else group.push(each)
  }
  return groups
}

/** Two conjunctions that differ in verdict, in the policy's order, and the arguments for which both hold. */
interface Clash {
  readonly one: Conjunction
  readonly other: Conjunction
  readonly values: ArgumentValues | 'unknown'
}

/**
 * The clashes of `live`, which is in the policy's order.
 * @throws PolicyError E_LIMIT where more than {@link MAX_PAIRS} pairs may clash
 */
function* clashesOf(call: string, live: readonly Conjunction[]): Generator<Clash> {
  const pairs = pairsThatMayOverlap(live.map(({ entry, tests }) => ({ tests, group: entry.verdict })))
  if (pairs === 'many')
    throw new PolicyError(
      'E_LIMIT',
      `${quote(call)} has ${live.length} conditional rules with different actions, and more than ${MAX_PAIRS} pairs ` +
        'of them may overlap; write fewer rules, or such as differ in the value of one argument',
      live.at(-1)?.entry.place,
    )
  for (const [i, j] of pairs) {
    const [one, other] = [live[i]!, live[j]!]
    const values = commonValues([...one.tests, ...other.tests])
    if (values !== undefined) yield { one, other, values }
  }
}

/** The error for a clash; `what` says how to correct the policy, or why libseccomp has no answer. */
function refusal(policy: Policy, call: string, clash: Clash, abi: string, what: string): PolicyError {
  const [first, second] = [clash.one.entry, clash.other.entry]
  const whose = second.place === undefined ? ruleLabel(policy, second.index) : 'this rule'
  return new PolicyError(
    'E_CONFLICT',
    `${quote(call)} gets ${actionName(second.rule.action)} from ${whose} and ${actionName(first.rule.action)} from ` +
      `${ruleLabel(policy, first.index)} on ${abi}, ${example(clash.values)}; ${what}`,
    second.place,
  )
}

/** The comparisons of a rule as libseccomp makes them; `undefined` where a profile cannot express the rule. */
function chainIn({ rule }: CallRule, { wordSize }: AbiTable): Chain | undefined {
  return rule.when === undefined ? chainOf(rule.args, wordSize) : undefined
}

/**
 * `live` in the order in which libseccomp tests the rules, if some of them clash; otherwise unchanged.
 * @throws PolicyError E_CONFLICT where libseccomp's answer depends on the order of the rules, E_LIMIT
 */
function asLibseccomp(
  { policy, call, abi }: ConditionedCall,
  live: readonly Conjunction[],
): { readonly ordered: readonly Conjunction[]; readonly clashes: boolean } {
  const chains = new Map<CallRule, Chain | undefined>()
  for (const entry of call.sometimes) chains.set(entry, chainIn(entry, abi))
  const all = chainsOf([...chains.values()], abi.wordSize)
  let clashes = false
  for (const clash of clashesOf(call.name, live)) {
    clashes = true
    if (obeys(chains.get(clash.one.entry), chains.get(clash.other.entry), all) === undefined)
      throw refusal(
        policy,
        call.name,
        clash,
        abi.token,
        'libseccomp obeys one or the other by the order of the rules, or refuses both; make them exclude each other',
      )
  }
  if (!clashes) return { ordered: live, clashes }
  const rank = ({ entry }: Conjunction): Chain => chains.get(entry) ?? []
  return { ordered: live.toSorted((a, b) => compareChains(rank(a), rank(b))), clashes }
}

/** `ordered`, cut into runs of one verdict. No rule moves before a rule of another verdict. */
function runsOf(ordered: readonly Conjunction[]): readonly (readonly Conjunction[])[] {
  const runs: Conjunction[][] = []
  for (const each of ordered) {
    const last = runs.at(-1)
    if (last?.[0]?.entry.verdict === each.entry.verdict) last.push(each)
    else runs.push([each])
  }
  return runs
}

/** Whether the conditions of a rule depend on the ABI and the call, and not only on the width of arguments. */
const dependsOnCall = ({ rule, isMultiplexed }: CallRule): boolean =>
  rule.when !== undefined || isMultiplexed === true

/** A key for what the conditions of `rules` depend on. Two calls with one key have the same conditions. */
export function dependsOn(rules: readonly CallRule[], { call, abi, widths }: ConditionedCall): string {
  if (rules.some(dependsOnCall)) return `${abi.token} ${call.name}`
  return widths === 'kernel' ? widthsKey(abi, call.name) : `${abi.wordSize}`
}

/** A key for the comparison of two lists of rules. */
function comparison(one: readonly CallRule[], others: readonly CallRule[], on: ConditionedCall): string {
  const indices = (entries: readonly CallRule[]): string => entries.map(({ index }) => index).join()
  return `${dependsOn([...one, ...others], on)};${indices(one)};${indices(others)}`
}

/** A warning for each dropped rule that looks like an exception to a live one. */
function vainExceptions(on: ConditionedCall, live: readonly Conjunction[]): readonly Warning[] {
  const { policy, call } = on
  const exceptions = call.dropped.flatMap((entry) => conjunctionsOf(entry, on))
  const pairs = pairsThatMayOverlap([
    ...live.map(({ tests }) => ({ tests, group: 0 })),
    ...exceptions.map(({ tests }) => ({ tests, group: 1 })),
  ])
  // The result is only warnings. Where there are too many pairs to compare, there is no warning.
  if (pairs === 'many') return []
  const said = new Map<number, Warning>()
  for (const [i, j] of pairs) {
    const { entry: winner, tests } = live[i]!
    const { entry, tests: excepted } = exceptions[j - live.length]!
    if (said.has(entry.index)) continue
    const values = commonValues([...tests, ...excepted])
    if (values === undefined) continue
    const got = `${quote(call.name)} gets ${actionName(winner.rule.action)} from`
    const brief = `${got} ${ruleBriefly(policy, winner.index)} all the same`
    const full = `${got} ${ruleLabel(policy, winner.index)} ${example(values)}: a rule with the default's action takes nothing back`
    said.set(
      entry.index,
      warning(deadRule(entry.verdict, winner.verdict), ofRule(policy, entry, { brief, full }), entry.place),
    )
  }
  return [...said].sort(([a], [b]) => a - b).map(([, each]) => each)
}

/**
 * The rules of `call` in groups of one verdict, in the order in which the groups decide. The order within a
 * group does not matter.
 * @throws PolicyError E_CONFLICT, E_LIMIT
 */
function groupsOf(
  on: ConditionedCall,
  live: readonly Conjunction[],
  settled: Set<string>,
): readonly (readonly Conjunction[])[] {
  const { policy, call, abi } = on
  if (live.length < 2) return live.length === 0 ? [] : [live]
  if (policy.overlaps === 'first') return runsOf(live)
  const key = `${comparison(call.sometimes, [], on)};clashes`
  if (!settled.has(key)) {
    if (policy.overlaps === 'libseccomp') {
      const { ordered, clashes } = asLibseccomp(on, live)
      if (clashes) return runsOf(ordered)
    } else
      for (const clash of clashesOf(call.name, live))
        throw refusal(
          policy,
          call.name,
          clash,
          abi.token,
          'conditions with different actions may not overlap; make them exclude each other, or say which wins with ' +
            'overlaps: "first"',
        )
    settled.add(key)
  }
  return [...byVerdict(live).values()]
}

/** The rules of `group`, each once, in their order. */
const rulesIn = (group: readonly Conjunction[]): readonly CallRule[] => [
  ...new Set(group.map(({ entry }) => entry)),
]

/**
 * The conditional rules of a call on an ABI. Without conditions by name they are the same on all ABIs of one
 * argument width. `settled` collects the comparisons that found nothing, so that each is made once: a rule with a
 * hundred names would repeat them for each name. `written` is the policy before its conditions were read for the width.
 * @throws PolicyError E_CONFLICT where two rules overlap and differ in action; E_LIMIT where too many pairs may
 * overlap; E_NAME, E_NUMBER, E_TARGET where a condition by name cannot be tested on the ABI
 */
export function conditionalRules(
  on: ConditionedCall,
  settled: Set<string>,
  written: Policy = on.policy,
): ConditionalRules {
  const { policy, call, abi, widths } = on
  const wide: WideCondition[] = []
  const warnings: Warning[] = []
  const live: Conjunction[] = []
  for (const entry of call.sometimes) {
    const { args, when } = entry.rule
    const beyond =
      abi.wordSize === 64 ? [] : args.filter((condition) => isTooWide(largestConstant(condition), widths))
    for (const condition of beyond)
      wide.push({ call: call.name, entry, condition, effect: effectOf(condition) })
    const alternatives = conjunctionsOf(entry, on)
    live.push(...alternatives)
    // A constant beyond 32 bits has a warning of its own.
    const isWide = beyond.length > 0 || cutIn(entry, written, policy).length > 0
    if (alternatives.length === 0 && !isWide) {
      const conditions = [...args, ...(when === undefined ? [] : [when])].map(printCondition)
      const whose = entry.place === undefined ? ruleLabel(policy, entry.index) : 'this rule'
      const where = when === undefined ? '' : ` on ${abi.token}`
      const what = `never holds for ${quote(call.name)}${where}`
      const full = `${whose} ${what}: ${conditions.join(' and ')}`
      warnings.push(warning('never-true', { brief: `a rule ${what}`, full }, entry.place))
    }
  }

  const groups = groupsOf(on, live, settled)
  if (call.dropped.length > 0) {
    const exceptions = comparison(call.sometimes, call.dropped, on)
    const vain = settled.has(exceptions) ? [] : vainExceptions(on, live)
    if (vain.length === 0) settled.add(exceptions)
    warnings.push(...vain)
  }
  return {
    rules: groups.map((group) => ({
      when: any(rulesIn(group).map((entry) => conditionOf(entry, on))),
      verdict: group[0]!.entry.verdict, // no group is empty
    })),
    wide,
    warnings,
  }
}
