/*
 * The conditional rules of one call on ABIs of one argument width.
 *
 * Two rules clash where both hold for some arguments and differ in verdict. Without a clash the order of rules
 * does not matter. The rules of each verdict then become one rule of the rule IR: it holds where any of their
 * conjunctions holds. With a clash, `overlaps` of the policy decides. Either the policy is refused, or the
 * rules are sorted into the order in which they decide, and neighbours of one verdict become one rule.
 */
import { all, any, argumentTests, isAlways, isNever } from '@seccompile/rules'
import type { ArgumentTest, Predicate } from '@seccompile/rules'
import { quote } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { actionName } from './action.ts'
import type { Call, CallRule } from './call-rules.ts'
import { conditionPredicate, largestConstant, printCondition } from './condition.ts'
import type { ArgCondition } from './condition.ts'
import { chainOf, chainsOf, compareChains, obeys } from './libseccomp-order.ts'
import type { Chain } from './libseccomp-order.ts'
import { commonValues } from './overlap.ts'
import type { ArgumentValues } from './overlap.ts'
import { MAX_PAIRS, pairsThatMayOverlap } from './pairs.ts'
import { PolicyError } from './policy-error.ts'
import type { Policy } from './policy.ts'
import { ruleLabel, warning } from './warning.ts'
import type { Warning } from './warning.ts'

/** A condition with a constant that does not fit 32 bits, and its effect there. */
export interface WideCondition {
  readonly call: string
  readonly entry: CallRule
  readonly condition: ArgCondition
  readonly effect: string
}

/** The conditional rules of a call as predicates and verdicts, in the order in which they decide. */
export interface ConditionalRules {
  readonly rules: readonly { readonly when: Predicate; readonly verdict: Verdict }[]
  readonly wide: readonly WideCondition[]
  readonly warnings: readonly Warning[]
}

interface Conjunction {
  readonly entry: CallRule
  readonly when: Predicate
  readonly tests: readonly ArgumentTest[]
}

const MAX_NARROW = 0xffff_ffffn

function effectOf(condition: ArgCondition): string {
  const predicate = conditionPredicate(condition, 32)
  if (isNever(predicate)) return 'this is never true'
  if (isAlways(predicate)) return 'this is always true'
  return 'only the low 32 bits are compared'
}

function conjunctionOf(entry: CallRule, wordSize: 32 | 64): Conjunction {
  const when = all(entry.rule.args.map((condition) => conditionPredicate(condition, wordSize)))
  return { entry, when, tests: argumentTests(when) }
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

/**
 * `live` in the order in which libseccomp tests them, if some of them clash; else unchanged.
 * @throws PolicyError E_CONFLICT where libseccomp's answer depends on the order of the rules, E_LIMIT
 */
function asLibseccomp(
  policy: Policy,
  call: Call,
  live: readonly Conjunction[],
  wordSize: 32 | 64,
  abi: string,
): { readonly ordered: readonly Conjunction[]; readonly clashes: boolean } {
  const chains = new Map<CallRule, Chain | undefined>()
  for (const entry of call.sometimes) chains.set(entry, chainOf(entry.rule.args, wordSize))
  const all = chainsOf([...chains.values()], wordSize)
  let clashes = false
  for (const clash of clashesOf(call.name, live)) {
    clashes = true
    if (obeys(chains.get(clash.one.entry), chains.get(clash.other.entry), all) === undefined)
      throw refusal(
        policy,
        call.name,
        clash,
        abi,
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

/** A key for the comparison of two lists of rules. */
function comparison(one: readonly CallRule[], others: readonly CallRule[], wordSize: 32 | 64): string {
  const indices = (entries: readonly CallRule[]): string => entries.map(({ index }) => index).join()
  return `${wordSize};${indices(one)};${indices(others)}`
}

/** A warning for each dropped rule that looks like an exception to a live one. */
function vainExceptions(
  policy: Policy,
  call: Call,
  live: readonly Conjunction[],
  wordSize: 32 | 64,
): readonly Warning[] {
  const dropped = call.dropped.map((entry) => conjunctionOf(entry, wordSize))
  const exceptions = dropped.filter(({ when }) => !isNever(when))
  const pairs = pairsThatMayOverlap([
    ...live.map(({ tests }) => ({ tests, group: 0 })),
    ...exceptions.map(({ tests }) => ({ tests, group: 1 })),
  ])
  // These are only warnings. Where there are too many pairs to compare, there is none.
  if (pairs === 'many') return []
  const said = new Map<number, Warning>()
  for (const [i, j] of pairs) {
    if (said.has(j)) continue
    const { entry: winner, tests } = live[i]!
    const { entry, tests: excepted } = exceptions[j - live.length]!
    const values = commonValues([...tests, ...excepted])
    if (values === undefined) continue
    const whose = entry.place === undefined ? `${ruleLabel(policy, entry.index)}: ` : ''
    const what =
      `${whose}${quote(call.name)} gets ${actionName(winner.rule.action)} from ` +
      `${ruleLabel(policy, winner.index)} ${example(values)}: a rule with the default's action takes nothing back`
    said.set(j, warning('W_SHADOWED', what, entry.place))
  }
  return [...said].sort(([a], [b]) => a - b).map(([, each]) => each)
}

/**
 * The rules of `call` in groups of one verdict, in the order in which the groups decide. The order within a
 * group does not matter.
 * @throws PolicyError E_CONFLICT, E_LIMIT
 */
function groupsOf(
  policy: Policy,
  call: Call,
  live: readonly Conjunction[],
  wordSize: 32 | 64,
  abi: string,
  settled: Set<string>,
): readonly (readonly Conjunction[])[] {
  if (policy.overlaps === 'first') return runsOf(live)
  const key = `${comparison(call.sometimes, [], wordSize)};clashes`
  if (!settled.has(key)) {
    if (policy.overlaps === 'libseccomp') {
      const { ordered, clashes } = asLibseccomp(policy, call, live, wordSize, abi)
      if (clashes) return runsOf(ordered)
    } else
      for (const clash of clashesOf(call.name, live))
        throw refusal(
          policy,
          call.name,
          clash,
          abi,
          'conditions with different actions may not overlap; make them exclude each other, or say which wins with ' +
            'overlaps: "first"',
        )
    settled.add(key)
  }
  return [...byVerdict(live).values()]
}

/**
 * The conditional rules of `call` on ABIs whose arguments have `wordSize` bits. `abi` is the first of these
 * ABIs, for messages. `settled` collects the comparisons that found nothing, so that each is made once: a rule
 * with a hundred names would repeat them for each name.
 * @throws PolicyError E_CONFLICT where two rules overlap and differ in action, E_LIMIT where too many pairs may
 * overlap
 */
export function conditionalRules(
  policy: Policy,
  call: Call,
  wordSize: 32 | 64,
  abi: string,
  settled: Set<string>,
): ConditionalRules {
  const wide: WideCondition[] = []
  const warnings: Warning[] = []
  const live: Conjunction[] = []
  for (const entry of call.sometimes) {
    const beyond =
      wordSize === 64 ? [] : entry.rule.args.filter((condition) => largestConstant(condition) > MAX_NARROW)
    for (const condition of beyond)
      wide.push({ call: call.name, entry, condition, effect: effectOf(condition) })
    const conjunction = conjunctionOf(entry, wordSize)
    const canHold = !isNever(conjunction.when) && commonValues(conjunction.tests) !== undefined
    if (canHold) live.push(conjunction)
    // For a constant beyond 32 bits there is another warning.
    else if (beyond.length === 0) {
      const conditions = entry.rule.args.map(printCondition).join(' and ')
      const whose = entry.place === undefined ? ruleLabel(policy, entry.index) : 'this rule'
      warnings.push(
        warning('W_NEVER', `${whose} never holds for ${quote(call.name)}: ${conditions}`, entry.place),
      )
    }
  }

  const groups = groupsOf(policy, call, live, wordSize, abi, settled)
  const exceptions = comparison(call.sometimes, call.dropped, wordSize)
  const vain = settled.has(exceptions) ? [] : vainExceptions(policy, call, live, wordSize)
  if (vain.length === 0) settled.add(exceptions)
  warnings.push(...vain)
  return {
    rules: groups.map((group) => ({
      when: any(group.map(({ when }) => when)),
      verdict: group[0]!.entry.verdict, // no group is empty
    })),
    wide,
    warnings,
  }
}
