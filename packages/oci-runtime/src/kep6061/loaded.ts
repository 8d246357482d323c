/*
 * A profile as a runtime loads it: the rules of each call, without those that libseccomp never sees.
 *
 * runc skips an entry with the result of the default. For an entry that tests an argument twice, it makes a rule of
 * each condition. libseccomp keeps the first unconditional rule of a call, and then drops the conditional rules of
 * that call.
 * @see runc libcontainer/seccomp/seccomp_linux.go: matchCall(); libseccomp src/db.c
 */
import type { Verdict } from '@seccompile/abi'
import type { Profile } from '@seccompile/oci'
import { PolicyError } from '@seccompile/policy'
import { actionVerdict } from '@seccompile/policy/toolkit'
import { quote } from '@seccompile/shape'
import type { Action, ArgCondition, PolicyRule, Source } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { settled, stricter, strictestOf } from './call-rules.ts'
import type { CallRules, RuleClause } from './call-rules.ts'
import { canonicalTest, holdsAlways, isWide, keyOf } from './conditions.ts'
import type { ArgumentCondition, Tests } from './conditions.ts'

/** The most rules of a profile. An entry counts once for each of its names. */
const MAX_RULES = 65_536

/** A profile as a runtime loads it. */
export interface LoadedProfile {
  readonly otherwise: Verdict
  /** The rules of calls, by name. */
  readonly calls: ReadonlyMap<string, CallRules>
  readonly architectures: readonly AbiToken[]
  readonly flags: readonly string[]
  readonly listenerPath?: string
  readonly listenerMetadata?: string
  /** The names of calls with a condition on bits above the low word. */
  readonly wide: ReadonlySet<string>
  /** The names of calls whose conditional rules count as one rule: the strictest of them and the default. */
  readonly collapsed: ReadonlySet<string>
}

/**
 * The verdict of an action, which messages call `what`.
 * @throws PolicyError E_TYPE for an errno by name
 */
export function verdictOf(action: Action, what: string, source: Source | undefined): Verdict {
  if (typeof action.data === 'number') return actionVerdict(action)
  throw new PolicyError(
    'E_TYPE',
    `${what} has an errno by name, ${quote(action.data)}; the merge takes "errnoRet", a number`,
    source,
  )
}

function isTest(condition: ArgCondition): condition is ArgumentCondition {
  return condition.op !== 'IN' && condition.op !== 'NOT_IN'
}

/** The conditions of a rule, as libseccomp compares them. */
export function testsOf(args: readonly ArgCondition[]): Tests {
  return args
    .filter(isTest)
    .map(canonicalTest)
    .filter((test) => !holdsAlways(test))
    .toSorted((a, b) => a.index - b.index)
}

/**
 * Checks a rule.
 * @throws PolicyError where a runtime does not load it
 */
function checkRule(rule: PolicyRule, hasListener: boolean): void {
  if (rule.includes !== undefined || rule.excludes !== undefined)
    throw new PolicyError(
      'E_TYPE',
      'rule has "includes" or "excludes", which are keys of Docker; the merge takes the profile that a runtime gets',
      rule.source,
    )
  if (rule.action.action !== 'USER_NOTIF') return
  if (!hasListener)
    throw new PolicyError(
      'E_CONFLICT',
      'rule notifies a listener, and the profile has no "listenerPath"',
      rule.source,
    )
  if (rule.names.some(({ name }) => name === 'write'))
    throw new PolicyError(
      'E_CONFLICT',
      'rule leaves "write" to the listener, and runc refuses that',
      rule.source,
    )
}

/**
 * Checks a profile.
 * @throws PolicyError where a runtime does not load it
 */
function checkProfile({ policy, listenerPath }: Profile): void {
  const { archMap = [], defaultAction, rules } = policy
  const place = rules[0]?.source
  const file: Source | undefined =
    policy.name === undefined ? undefined : { file: policy.name, line: 1, column: 1 }
  if (archMap.length > 0)
    throw new PolicyError(
      'E_TYPE',
      'profile has "archMap", which is a key of Docker; the merge takes "architectures", as a runtime gets them',
      file ?? place,
    )
  if (defaultAction.action === 'USER_NOTIF')
    throw new PolicyError(
      'E_CONFLICT',
      'default leaves calls to the listener, and runc refuses that',
      file ?? place,
    )
  for (const rule of rules) checkRule(rule, listenerPath !== undefined && listenerPath !== '')
}

/** The rules of a call, in the order of the profile. */
interface CollectedRules {
  /** The verdict of the first rule without conditions. */
  always?: Verdict
  /** The verdict of the first rule whose conditions have no bit to compare. */
  bitless?: Verdict
  readonly clauses: Map<string, RuleClause>
}

/**
 * The rules of a call. libseccomp takes a rule without a bit to compare as one without conditions, and then the order
 * of these decides. Other runtimes take it as a condition that always holds. So the stricter of both readings counts.
 */
function rulesOf({ always, bitless, clauses }: CollectedRules, otherwise: Verdict): CallRules {
  const list = [...clauses.values()]
  if (bitless !== undefined)
    return {
      always: strictestOf(always === undefined ? bitless : stricter(bitless, always), list),
      clauses: [],
    }
  return always === undefined ? settled(list, otherwise) : { always, clauses: [] }
}

/**
 * The profile as a runtime loads it.
 * @throws PolicyError E_TYPE for keys of Docker; E_CONFLICT for a notification that runc refuses; E_LIMIT
 */
export function loaded(profile: Profile): LoadedProfile {
  checkProfile(profile)
  const { policy, flags, listenerPath, listenerMetadata } = profile
  const otherwise = verdictOf(policy.defaultAction, 'default', undefined)
  const found = new Map<string, CollectedRules>()
  const wide = new Set<string>()
  let count = 0
  for (const { names, action, args, source } of policy.rules) {
    const verdict = verdictOf(action, 'rule', source)
    if (verdict === otherwise) continue
    count += names.length
    if (count > MAX_RULES)
      throw new PolicyError(
        'E_LIMIT',
        `profile has more than ${MAX_RULES} rules; the merge takes no more`,
        source,
      )
    const tests = testsOf(args)
    for (const { name } of names) {
      const call = found.get(name) ?? { clauses: new Map<string, RuleClause>() }
      found.set(name, call)
      if (tests.length === 0) call[args.length === 0 ? 'always' : 'bitless'] ??= verdict
      else call.clauses.set(`${verdict} ${keyOf(tests)}`, { tests, verdict })
      if (tests.some(isWide)) wide.add(name)
    }
  }
  const calls = new Map<string, CallRules>()
  const collapsed = new Set<string>()
  for (const [name, call] of found) {
    const rules = rulesOf(call, otherwise)
    calls.set(name, rules)
    if (rules.clauses.length === 0 && (call.bitless !== undefined || call.always === undefined))
      collapsed.add(name)
  }
  return {
    otherwise,
    calls,
    architectures: [...new Set(policy.architectures)],
    flags: [...new Set(flags)],
    ...(listenerPath === undefined || listenerPath === '' ? {} : { listenerPath }),
    ...(listenerMetadata === undefined ? {} : { listenerMetadata }),
    wide,
    collapsed,
  }
}
