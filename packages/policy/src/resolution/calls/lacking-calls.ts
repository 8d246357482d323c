/*
 * The calls that a kernel does not have: those that came with a later one.
 *
 * Numbers do not follow versions: 436, close_range, came with Linux 5.9, and 437, openat2, with 5.6. So the calls are a
 * set, by the version that brought each to the ABI. A call without a known version counts as old: every such call is
 * older than the oldest version of the tables, or was never implemented.
 *
 * A rule that lets such a call run has no effect: a person who says "up to 6.1" has not seen the call. A rule that is
 * stricter than the action for unknown calls keeps its effect, so that no call becomes easier to make by the option
 * (docs/adr/0022-known-up-to.md).
 */
import { strengthOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { ALWAYS, canonical, U32 } from '@seccompile/rules'
import type { Rule } from '@seccompile/rules'
import { quote } from '@seccompile/shape'
import { formatKernelVersion, isAtLeast, NEWEST_KERNEL, numberOf } from '@seccompile/syscalls'
import type { AbiTable, KernelVersion } from '@seccompile/syscalls'
import { actionName, actionVerdict, sameAction } from '../../data/action.ts'
import type { Action } from '../../data/action.ts'
import { PolicyError } from '../../data/policy-error.ts'
import type { Policy } from '../../data/policy.ts'
import { firstOf, warning } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import { applies } from './requirement.ts'
import type { Circumstances } from './requirement.ts'

/** The calls of an ABI that a kernel does not have, and the action that they get. */
export interface LackingCalls {
  readonly names: ReadonlySet<string>
  /** The action; an errno in it is a number. */
  readonly action: Action
}

/**
 * The names of the calls of `abi` that came after Linux `version`.
 * @throws PolicyError E_TARGET where the table does not say when calls came; E_NUMBER for a version that is newer than the
 * tables
 */
function callsAfter(abi: AbiTable, version: KernelVersion): ReadonlySet<string> {
  if (!isAtLeast(NEWEST_KERNEL, version))
    throw new PolicyError(
      'E_NUMBER',
      `calls are to be known up to Linux ${formatKernelVersion(version)}, and the tables end with ` +
        `${formatKernelVersion(NEWEST_KERNEL)}; leave the version out, or give an older one`,
    )
  if (abi.signatures === undefined)
    throw new PolicyError(
      'E_TARGET',
      `the table of ${abi.token} does not say which kernel brought a call; take the one of ` +
        `@seccompile/signatures/${abi.token}`,
    )
  const later = [...abi.signatures].filter(([, { since }]) => {
    if (since === undefined) return false
    const [major, minor] = since
    return !isAtLeast(version, { major, minor })
  })
  return new Set(later.map(([name]) => name))
}

/** The names of the calls for which a rule takes part that has the action of the default. */
function namedByDefault(policy: Policy, circumstances: Circumstances): ReadonlySet<string> {
  const rules = policy.rules.filter(
    (rule) => sameAction(rule.action, policy.defaultAction) && applies(rule, circumstances),
  )
  return new Set(rules.flatMap(({ names }) => names.map(({ name }) => name)))
}

/**
 * The calls of `abi` that Linux `version` lacks, with the action that they get under `policy`. `policy` is the
 * reading of the ABI.
 */
export function lackingCalls(
  policy: Policy,
  circumstances: Circumstances,
  abi: AbiTable,
  version: KernelVersion,
  action: Action,
): LackingCalls {
  const names = callsAfter(abi, version)
  const verdict = actionVerdict(action)
  // A rule with the action of the default is dropped from the rules of a call. Here it may be stricter than `action`.
  if (strengthOf(verdict) <= strengthOf(actionVerdict(policy.defaultAction))) return { names, action }
  const kept = namedByDefault(policy, circumstances)
  return { names: new Set([...names].filter((name) => !kept.has(name))), action }
}

/** The verdict of a rule for a call that the kernel lacks. */
export function verdictOfLacking(rule: Verdict, { action }: LackingCalls): Verdict {
  const verdict = actionVerdict(action)
  return strengthOf(rule) < strengthOf(verdict) ? rule : verdict
}

/** The rule for the numbers of `lacking`, after the rules of the calls. */
export function lackingRule(abi: AbiTable, { names, action }: LackingCalls): Rule {
  const numbers = [...names].flatMap((name) => numberOf(abi, name) ?? []).map((nr) => ({ lo: nr, hi: nr }))
  return { numbers: canonical(U32, numbers), when: ALWAYS, verdict: actionVerdict(action) }
}

const MAX_NAMED = 6

/**
 * The warning for a policy that allows calls which its own `knownUpTo` lacks; none where the version comes from the
 * target.
 * @param vain - the calls with a rule that would let them run, and has no effect
 */
export function lackingWarnings(
  policy: Policy,
  abi: AbiTable,
  vain: readonly string[],
  { action }: LackingCalls,
): readonly Warning[] {
  const { knownUpTo, name } = policy
  if (knownUpTo === undefined || vain.length === 0) return []
  const more = vain.length > MAX_NAMED ? ` and ${vain.length - MAX_NAMED} more` : ''
  const listed = vain.slice(0, MAX_NAMED).map(quote).join(', ') + more
  const whose = name === undefined ? 'the policy' : quote(name)
  return [
    warning('dead-rule', {
      brief: `Linux ${formatKernelVersion(knownUpTo)} has no ${firstOf(vain.map(quote))} on ${abi.token}`,
      full:
        `on ${abi.token}, Linux ${formatKernelVersion(knownUpTo)} does not have ${listed}: rules of ${whose} that let ` +
        `them run have no effect, and they get ${actionName(action)}; give a later knownUpTo`,
    }),
  ]
}
