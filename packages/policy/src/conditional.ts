/*
 * The conditional rules of one call on ABIs of one argument width.
 *
 * A policy gives them no order, so two that both hold for some arguments must agree on the verdict. Once that is
 * checked, order means nothing, and the rules become one rule IR rule a verdict: any of its conjunctions.
 */
import { all, any, argumentTests, isAlways, isNever } from '@seccompile/rules'
import type { ArgumentTest, Predicate } from '@seccompile/rules'
import type { Verdict } from '@seccompile/abi'
import { actionName } from './action.ts'
import type { Call, CallRule } from './call-rules.ts'
import { conditionPredicate, largestConstant, printCondition } from './condition.ts'
import type { ArgCondition } from './condition.ts'
import { commonValues } from './overlap.ts'
import type { ArgumentValues } from './overlap.ts'
import { PolicyError, quote } from './policy-error.ts'
import type { Policy } from './policy.ts'
import { ruleLabel, warning } from './warning.ts'
import type { Warning } from './warning.ts'

/** Most pairs of rules with different verdicts that are compared for one call: seconds, at worst. */
const MAX_PAIRS = 50_000

/** A condition with a constant that does not fit 32 bits, and what became of it. */
export interface WideCondition {
  readonly call: string
  readonly entry: CallRule
  readonly condition: ArgCondition
  readonly effect: string
}

/** The conditional rules of a call: which verdict when. */
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

/** Refuses two conjunctions that differ in verdict and hold at once for some arguments. */
function refuseClashes(policy: Policy, call: string, live: readonly Conjunction[], abi: string): void {
  const groups = [...byVerdict(live).values()]
  let pairs = 0
  groups.forEach((group, i) => {
    for (const others of groups.slice(i + 1)) {
      pairs += group.length * others.length
      if (pairs > MAX_PAIRS)
        throw new PolicyError(
          'E_LIMIT',
          `${quote(call)} has ${live.length} conditional rules with different actions; at most ${MAX_PAIRS} pairs ` +
            'of them are compared',
          others[0]?.entry.place,
        )
      for (const one of group) for (const other of others) refuseClash(policy, call, one, other, abi)
    }
  })
}

function refuseClash(policy: Policy, call: string, one: Conjunction, other: Conjunction, abi: string): void {
  const values = commonValues([...one.tests, ...other.tests])
  if (values === undefined) return
  const [first, second] =
    one.entry.index < other.entry.index ? [one.entry, other.entry] : [other.entry, one.entry]
  const whose = second.place === undefined ? ruleLabel(policy, second.index) : 'this rule'
  throw new PolicyError(
    'E_CONFLICT',
    `${quote(call)} gets ${actionName(second.rule.action)} from ${whose} and ${actionName(first.rule.action)} from ` +
      `${ruleLabel(policy, first.index)} on ${abi}, ${example(values)}; conditions with different actions may not ` +
      'overlap',
    second.place,
  )
}

/** What tells the comparisons of two lists of rules apart from those of others. */
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
  // Only a warning: what is too much to compare goes without.
  if (live.length * call.dropped.length > MAX_PAIRS) return []
  return call.dropped.flatMap((entry) => {
    const exception = conjunctionOf(entry, wordSize)
    if (isNever(exception.when)) return []
    for (const { entry: winner, tests } of live) {
      const values = commonValues([...tests, ...exception.tests])
      if (values === undefined) continue
      const whose = entry.place === undefined ? `${ruleLabel(policy, entry.index)}: ` : ''
      const what =
        `${whose}${quote(call.name)} gets ${actionName(winner.rule.action)} from ` +
        `${ruleLabel(policy, winner.index)} ${example(values)}: a rule with the default's action takes nothing back`
      return [warning('W_SHADOWED', what, entry.place)]
    }
    return []
  })
}

/**
 * What the conditional rules of `call` come to on ABIs whose arguments have `wordSize` bits. `abi` is the first of
 * them, for messages. `settled` collects the comparisons that found nothing: a rule with a hundred names asks for the
 * same ones a hundred times.
 * @throws PolicyError E_CONFLICT where two rules overlap and differ in action, E_LIMIT where there are too many to say
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
    // A constant beyond 32 bits has a warning of its own.
    else if (beyond.length === 0) {
      const conditions = entry.rule.args.map(printCondition).join(' and ')
      const whose = entry.place === undefined ? ruleLabel(policy, entry.index) : 'this rule'
      warnings.push(
        warning('W_NEVER', `${whose} never holds for ${quote(call.name)}: ${conditions}`, entry.place),
      )
    }
  }

  const clashes = comparison(call.sometimes, [], wordSize)
  if (!settled.has(clashes)) refuseClashes(policy, call.name, live, abi)
  settled.add(clashes)
  const exceptions = comparison(call.sometimes, call.dropped, wordSize)
  const vain = settled.has(exceptions) ? [] : vainExceptions(policy, call, live, wordSize)
  if (vain.length === 0) settled.add(exceptions)
  warnings.push(...vain)
  return {
    rules: [...byVerdict(live)].map(([verdict, group]) => ({
      when: any(group.map(({ when }) => when)),
      verdict,
    })),
    wide,
    warnings,
  }
}
