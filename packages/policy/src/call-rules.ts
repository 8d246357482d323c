/*
 * The rules of a policy call by call: which take part for a target, and which of them decides when.
 *
 * A policy is read rule by rule, but precedence is between rules of one call: an unconditional one wins over
 * conditional ones, of several unconditional ones the first. A rule with the default's action decides nothing and is
 * dropped first, as runc does, so it wins over nobody. Where that surprises, a warning says so.
 */
import { isSyscallName, suggest, syscallNames } from '@seccompile/syscalls'
import type { Verdict } from '@seccompile/abi'
import { actionName, actionVerdict, sameAction } from './action.ts'
import { PolicyError, quote } from './policy-error.ts'
import type { Policy, PolicyName, PolicyRule, Source } from './policy.ts'
import { applies, contradiction } from './requirement.ts'
import type { Circumstances } from './requirement.ts'
import { ruleLabel, warning } from './warning.ts'
import type { Warning } from './warning.ts'

/** A rule as it bears on one call. */
export interface CallRule {
  readonly rule: PolicyRule
  /** Its position in the policy, from 0. */
  readonly index: number
  readonly verdict: Verdict
  /** Where the rule names the call, else where the rule is. */
  readonly place: Source | undefined
}

/** What a policy says of one call. */
export interface Call {
  readonly name: string
  /** The rule without conditions that decides the call, if there is one. */
  readonly always: CallRule | undefined
  /** Rules with conditions, in the policy's order; of no effect where `always` is present. */
  readonly sometimes: readonly CallRule[]
  /** Rules with conditions that were dropped because they have the default's action. */
  readonly dropped: readonly CallRule[]
}

/** The calls of a policy in the order of their first mention by a rule that takes part. */
export interface Calls {
  readonly calls: readonly Call[]
  readonly warnings: readonly Warning[]
}

const MAX_SUGGESTIONS = 100

/** Warns of a name that no ABI knows, or refuses it; `already` counts those before it. */
function checkName(
  { name, source }: PolicyName,
  place: Source | undefined,
  strict: boolean,
  already: number,
): Warning {
  // Looking for what was meant takes long, and a text may be made of nothing but unknown names.
  const near = already < MAX_SUGGESTIONS ? suggest(name, syscallNames) : undefined
  const hint = near === undefined ? '' : `; did you mean ${quote(near)}?`
  const what = `unknown system call ${quote(name)}${hint}`
  if (strict) throw new PolicyError('E_NAME', what, source ?? place)
  return warning('W_NAME', near === undefined ? `${what}; the rule leaves it out` : what, source ?? place)
}

interface OpenCall {
  always: CallRule | undefined
  /** Further rules without conditions, of no effect. */
  readonly later: CallRule[]
  readonly sometimes: CallRule[]
  readonly droppedAlways: CallRule[]
  readonly droppedSometimes: CallRule[]
}

/** Warnings where `always` decides a call although another rule asks for something else. */
function shadowed(policy: Policy, name: string, call: OpenCall): readonly Warning[] {
  const { always } = call
  if (always === undefined) return []
  const label = ruleLabel(policy, always.index)
  return [...call.sometimes, ...call.later, ...call.droppedAlways, ...call.droppedSometimes]
    .filter(({ verdict }) => verdict !== always.verdict)
    .map(({ rule, index, place }) => {
      const whose = place === undefined ? `${ruleLabel(policy, index)}: ` : ''
      return warning(
        'W_SHADOWED',
        `${whose}${quote(name)} never gets ${actionName(rule.action)} from this rule: ${label} gives it ` +
          `${actionName(always.rule.action)} without conditions`,
        place,
      )
    })
}

/**
 * The calls of `policy` under `circumstances`.
 * @throws PolicyError E_NAME for a name that no ABI knows, where `strict`
 */
export function callsOf(policy: Policy, circumstances: Circumstances, strict: boolean): Calls {
  const warnings: Warning[] = []
  const unknown = new Set<string>()
  const open = new Map<string, OpenCall>()
  policy.rules.forEach((rule, index) => {
    const why = contradiction(rule)
    if (why !== undefined) {
      const whose = rule.source === undefined ? ruleLabel(policy, index) : 'this rule'
      warnings.push(warning('W_NEVER', `${whose} never takes part: ${why}`, rule.source))
    }
    const takesPart = applies(rule, circumstances)
    const isDefault = sameAction(rule.action, policy.defaultAction)
    for (const named of rule.names) {
      const { name } = named
      if (!isSyscallName(name)) {
        // Once a name, also where the rule does not take part: a misspelt name is wrong everywhere.
        if (!unknown.has(name)) warnings.push(checkName(named, rule.source, strict, unknown.size))
        unknown.add(name)
        continue
      }
      if (!takesPart) continue
      const call = open.get(name) ?? {
        always: undefined,
        later: [],
        sometimes: [],
        droppedAlways: [],
        droppedSometimes: [],
      }
      open.set(name, call)
      const entry: CallRule = {
        rule,
        index,
        verdict: actionVerdict(rule.action),
        place: named.source ?? rule.source,
      }
      const isAlways = rule.args.length === 0
      if (isDefault) (isAlways ? call.droppedAlways : call.droppedSometimes).push(entry)
      else if (!isAlways) call.sometimes.push(entry)
      else if (call.always === undefined) call.always = entry
      else call.later.push(entry)
    }
  })
  const calls: Call[] = []
  for (const [name, call] of open) {
    warnings.push(...shadowed(policy, name, call))
    // A call whose rules were all dropped is left to the default, like one that was never named.
    if (call.always === undefined && call.sometimes.length === 0) continue
    calls.push({ name, always: call.always, sometimes: call.sometimes, dropped: call.droppedSometimes })
  }
  return { calls, warnings }
}
