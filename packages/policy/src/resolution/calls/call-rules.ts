/*
 * The rules of a policy, call by call: the rules that take part for a target, and their precedence.
 *
 * A policy is read rule by rule, but precedence is between rules of one call. An unconditional rule wins over
 * conditional ones, and the first of several unconditional ones wins. A rule with the default's action decides
 * nothing. It is dropped first, as runc does, so it wins over no other rule. Where a dropped rule looks like an
 * exception, a warning says so. With `overlaps: 'first'` the first rule that holds wins: no rule is dropped,
 * and the rules of a call count up to the first one without conditions.
 *
 * With `multiplexers: 'runc'`, a rule for `socket` is also a rule for `socketcall`, as in libseccomp. A
 * condition that the first argument is SYS_SOCKET replaces the conditions of the rule on this argument.
 * Conditions on other arguments stay.
 */
import { didYouMean, quote } from '@seccompile/shape'
import { isSyscallName, MULTIPLEXERS, syscallNames } from '@seccompile/syscalls'
import type { Verdict } from '@seccompile/abi'
import { actionName, actionVerdict, sameAction } from '../../data/action.ts'
import type { ArgCondition } from '../../data/condition.ts'
import { PolicyError } from '../../data/policy-error.ts'
import type { Policy, PolicyName, PolicyRule } from '../../data/policy.ts'
import type { Source } from '../../data/source.ts'
import { deadRule, ofRule, ruleBriefly, ruleLabel, warning } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import { applies, contradiction } from './requirement.ts'
import type { Circumstances } from './requirement.ts'

/** A rule for one call. */
export interface CallRule {
  readonly rule: PolicyRule
  /** The position of the rule in the policy, from 0. */
  readonly index: number
  readonly verdict: Verdict
  /**
   * Whether the rule names a call behind this multiplexer. Then its conditions differ from those of the policy's
   * rule.
   */
  readonly isMultiplexed?: true
  /** The place of the name of the call in the rule, or else the place of the rule. */
  readonly place: Source | undefined
}

/** The rules of a policy for one call. */
export interface PolicyCall {
  readonly name: string
  /** The rule without conditions that decides the call where none of `sometimes` does, if there is one. */
  readonly always: CallRule | undefined
  /** Rules with conditions that are tested before `always`, in the policy's order. */
  readonly sometimes: readonly CallRule[]
  /** Rules with conditions that were dropped because they have the default's action. */
  readonly dropped: readonly CallRule[]
  /** Whether some rule names the call. A multiplexer may have only rules that name calls behind it. */
  readonly isNamed: boolean
}

/** The calls of a policy in the order of their first mention by a rule that takes part. */
export interface PolicyCalls {
  readonly calls: readonly PolicyCall[]
  /** The positions of the rules that take part and name at least one call. */
  readonly taking: readonly number[]
  readonly warnings: readonly Warning[]
}

const MAX_SUGGESTIONS = 100
/** The number of unknown names that have a warning of their own. A hostile text has 600,000. */
const MAX_NAMED = 10_000

/**
 * The warning for a name that no ABI knows. `already` is the number of such names before it.
 * @throws PolicyError if `strict`
 */
function checkName(
  { name, source }: PolicyName,
  place: Source | undefined,
  strict: boolean,
  already: number,
): Warning {
  // The search for the nearest name takes long, and a hostile text may hold only unknown names.
  const hint = already < MAX_SUGGESTIONS ? didYouMean(name, syscallNames) : ''
  const what = `unknown system call ${quote(name)}${hint}`
  if (strict) throw new PolicyError('E_NAME', what, source ?? place)
  const full = hint === '' ? `${what}; the rule leaves it out` : what
  return warning('unknown-name', { brief: `unknown call ${quote(name)}${hint}`, full }, source ?? place)
}

/** The warning for the unknown names beyond {@link MAX_NAMED}, if there are any. `place` is that of the first one. */
function othersWarning(count: number, place: Source | undefined): readonly Warning[] {
  if (count === 0) return []
  const are = count === 1 ? 'call is' : 'calls are'
  return [warning('unknown-name', `${count} more unknown system ${are} left out`, place)]
}

/** The rules of a call beside the one that always decides it. */
interface OtherRules {
  /** Later rules without conditions; they have no effect. */
  readonly later: CallRule[]
  readonly sometimes: CallRule[]
  readonly droppedAlways: CallRule[]
  readonly droppedSometimes: CallRule[]
}

const noOthers = (): OtherRules => ({ later: [], sometimes: [], droppedAlways: [], droppedSometimes: [] })

/** The lists of most calls, which have one unconditional rule and no other rule. */
const NONE: Readonly<Record<'sometimes' | 'droppedSometimes', readonly CallRule[]>> = {
  sometimes: [],
  droppedSometimes: [],
}

interface OpenCall {
  isNamed: boolean
  always: CallRule | undefined
  /** Absent where there are none, as for most calls. */
  others: OtherRules | undefined
}

/** Warnings for rules without effect: `always` decides the call, with another verdict. */
function shadowed(policy: Policy, name: string, call: OpenCall): readonly Warning[] {
  const { always, others } = call
  if (always === undefined || others === undefined) return []
  const { later, sometimes, droppedAlways, droppedSometimes } = others
  const earlier = policy.overlaps === 'first' ? [] : sometimes
  return (
    [...earlier, ...later, ...droppedAlways, ...droppedSometimes]
      // No warning about `socketcall` for a rule that names only `socket`.
      .filter(
        ({ verdict, rule }) => verdict !== always.verdict && rule.names.some((named) => named.name === name),
      )
      .map(({ rule, index, place, verdict }) => {
        const got = actionName(always.rule.action)
        return warning(
          deadRule(verdict, always.verdict),
          ofRule(
            policy,
            { index, place },
            {
              brief: `${quote(name)} gets ${got} from ${ruleBriefly(policy, always.index)} instead`,
              full:
                `${quote(name)} never gets ${actionName(rule.action)} from this rule: ` +
                `${ruleLabel(policy, always.index)} gives it ${got} without conditions`,
            },
          ),
          place,
        )
      })
  )
}

/** The rule for a multiplexer that goes with a rule for one of the calls behind it. */
interface MultiplexerRule {
  readonly name: string
  readonly operation: ArgCondition
}

/**
 * For each call behind a multiplexer, by name: the rule for the multiplexer that libseccomp adds.
 * @see libseccomp src/syscalls.c: abi_rule_add()
 */
const MULTIPLEXED: ReadonlyMap<string, MultiplexerRule> = new Map(
  MULTIPLEXERS.flatMap((multiplexer) =>
    multiplexer.calls.map(({ name, call }): readonly [string, MultiplexerRule] => [
      name,
      { name: multiplexer.name, operation: { op: 'EQ', index: 0, value: BigInt(call) } },
    ]),
  ),
)

/** The rule for the multiplexer that follows from `entry`, a rule for a call behind it. */
function multiplexed(entry: CallRule, { operation }: MultiplexerRule): CallRule {
  const others = entry.rule.args.filter(({ index }) => index !== 0)
  return { ...entry, rule: { ...entry.rule, args: [operation, ...others] }, isMultiplexed: true }
}

function addRule(call: OpenCall, entry: CallRule, isDefault: boolean, isFirst: boolean): void {
  const isAlways = entry.rule.args.length === 0 && entry.rule.when === undefined
  if (isAlways && call.always === undefined && (isFirst || !isDefault)) {
    call.always = entry
    return
  }
  const others = (call.others ??= noOthers())
  if (isFirst) (call.always === undefined ? others.sometimes : others.later).push(entry)
  else if (isDefault) (isAlways ? others.droppedAlways : others.droppedSometimes).push(entry)
  else (isAlways ? others.later : others.sometimes).push(entry)
}

/** The finished `call`; `undefined` where the default decides everything, as for a call without rules. */
function callOf(name: string, call: OpenCall, isFirst: boolean, otherwise: Verdict): PolicyCall | undefined {
  const { always, isNamed } = call
  const { sometimes, droppedSometimes: dropped } = call.others ?? NONE
  if (!isFirst) {
    if (always === undefined && sometimes.length === 0) return undefined
    return { name, always, sometimes: always === undefined ? sometimes : [], dropped, isNamed } // prettier-ignore
  }
  const last = sometimes.findLastIndex(({ verdict }) => verdict !== (always?.verdict ?? otherwise))
  const ends = always === undefined || always.verdict === otherwise
  if (ends && last === -1) return undefined
  return { name, always: ends ? undefined : always, sometimes: sometimes.slice(0, last + 1), dropped: [], isNamed } // prettier-ignore
}

/** How {@link callsOf} reads a policy. */
export interface CallOptions {
  /** Whether a name that no ABI knows is an error. */
  readonly strict: boolean
  /** Whether rules for multiplexed calls are rules for their multiplexers as well. */
  readonly multiplexers: boolean
}

/**
 * The calls of `policy` under `circumstances`.
 * @throws PolicyError E_NAME for a name that no ABI knows, where `strict`
 */
export function callsOf(policy: Policy, circumstances: Circumstances, options: CallOptions): PolicyCalls {
  const isFirst = policy.overlaps === 'first'
  const warnings: Warning[] = []
  const taking: number[] = []
  const unknown = new Set<string>()
  /** The place of the first unknown name without a warning of its own. */
  let unnamed: Source | undefined
  const open = new Map<string, OpenCall>()
  const openCall = (name: string): OpenCall => {
    const known = open.get(name)
    if (known !== undefined) return known
    const call = { isNamed: false, always: undefined, others: undefined }
    open.set(name, call)
    return call
  }
  policy.rules.forEach((rule, index) => {
    const why = contradiction(rule)
    if (why !== undefined) {
      const whose = rule.source === undefined ? ruleLabel(policy, index) : 'this rule'
      warnings.push(
        warning(
          'dead-rule',
          { brief: 'a rule never takes part', full: `${whose} never takes part: ${why}` },
          rule.source,
        ),
      )
    }
    const takesPart = applies(rule, circumstances)
    const isDefault = sameAction(rule.action, policy.defaultAction)
    /** The verdict of the rule, computed when a call first needs it. */
    let verdict: Verdict | undefined
    if (takesPart && rule.names.length > 0) taking.push(index)
    for (const named of rule.names) {
      const { name } = named
      if (!isSyscallName(name)) {
        // One warning for each name, even where the rule does not take part: a misspelt name is wrong for every
        // target.
        if (unknown.has(name)) continue
        if (unknown.size < MAX_NAMED)
          warnings.push(checkName(named, rule.source, options.strict, unknown.size))
        else unnamed ??= named.source ?? rule.source
        unknown.add(name)
        continue
      }
      if (!takesPart) continue
      const entry: CallRule = {
        rule,
        index,
        verdict: (verdict ??= actionVerdict(rule.action)),
        place: named.source ?? rule.source,
      }
      const call = openCall(name)
      call.isNamed = true
      addRule(call, entry, isDefault, isFirst)
      const behind = options.multiplexers ? MULTIPLEXED.get(name) : undefined
      // A rule that is dropped for the call is dropped for its multiplexer too. A multiplexer gets its arguments in
      // memory, so conditions by name cannot test them there.
      if (behind !== undefined && rule.when === undefined && (isFirst || !isDefault))
        addRule(openCall(behind.name), multiplexed(entry, behind), isDefault, isFirst)
    }
  })
  warnings.push(...othersWarning(Math.max(0, unknown.size - MAX_NAMED), unnamed))
  const otherwise = actionVerdict(policy.defaultAction)
  const calls: PolicyCall[] = []
  open.forEach((call, name) => {
    if (call.others !== undefined) warnings.push(...shadowed(policy, name, call))
    const made = callOf(name, call, isFirst, otherwise)
    if (made !== undefined) calls.push(made)
  })
  return { calls, taking, warnings }
}
