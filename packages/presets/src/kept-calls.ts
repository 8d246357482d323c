/*
 * Checks that each of several presets is still of use where they hold together.
 *
 * A preset that lets programs do something is of no use beside a preset that refuses the same thing. `keeps` of the
 * first names calls that must run. The meaning of the second decides, on the main ABI of the first: its rules are
 * resolved, and give each of these calls a verdict. To name the rule that refuses a call, each rule of that call is
 * then resolved alone. The message shows the deciding rule as a person would write it.
 */
import { actionOf, seccompData } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { valueOn } from '@seccompile/constants'
import { LOG, policyAbis, PolicyError, resolve, trace } from '@seccompile/policy'
import { actionName, actionOn, actionVerdict, printRule } from '@seccompile/policy/toolkit'
import type { Policy, PolicyRule } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { expectObject, quote } from '@seccompile/shape'
import { argumentOf, signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { KeptCall, Preset } from './preset.ts'

/** The call as people write it: `socket(family=AF_UNIX)`. */
export function printKeptCall(given: KeptCall): string {
  expectObject(given, 'kept', 'call')
  const { call, args = {} } = given
  const values = Object.entries(args).map(
    ([name, value]) => `${name}=${typeof value === 'number' ? value : value.constant}`,
  )
  return `${call}(${values.join(', ')})`
}

/** The call on `abi`, with its arguments in their registers; `undefined` where the ABI lacks the call. */
export function keptCallOn(kept: KeptCall, abi: AbiTable): SeccompData | undefined {
  const nr = numberOf(abi, kept.call)
  if (nr === undefined) return undefined
  const args = Array.from({ length: 6 }, () => 0n)
  for (const [name, value] of Object.entries(kept.args ?? {})) {
    const number = typeof value === 'number' ? value : valueOn(value, abi.token)
    const argument = argumentOf(abi, kept.call, name)
    if (number === undefined || argument === undefined) return undefined
    const bits = BigInt.asUintN(argument.width, BigInt(number))
    args[argument.index] = argument.high === undefined ? bits : BigInt.asUintN(32, bits)
    if (argument.high !== undefined) args[argument.high] = bits >> 32n
  }
  return seccompData({ nr, arch: abi.auditArch, args })
}

/** Whether a call with this verdict runs, or a listener or tracer may let it run. */
const mayRun = (verdict: Verdict): boolean =>
  ['ALLOW', 'LOG', 'TRACE', 'USER_NOTIF'].includes(actionOf(verdict) ?? '')

/** The verdict of `policy` on one call of `abi`. */
const verdictOn = (policy: Policy, abi: AbiTable, data: SeccompData): Verdict =>
  meaning(resolve(policy, { abis: [abi] }).rules, data)

/** The rules of `policy` that name `call`, without their other names. */
const rulesOf = ({ rules }: Policy, call: string): readonly PolicyRule[] =>
  rules.flatMap((rule) => {
    const names = rule.names.filter(({ name }) => name === call)
    return names.length === 0 ? [] : [{ ...rule, names: names.slice(0, 1) }]
  })

/**
 * The rule of `policy` that gives the call its verdict, as text. It may give the verdict alone, or together with
 * other rules.
 */
function reasonFor(policy: Policy, abi: AbiTable, data: SeccompData, call: string): string {
  const { and = [], ...own } = policy
  const verdict = verdictOn(policy, abi, data)
  const part = [own, ...and].find((each) => verdictOn(each, abi, data) === verdict) ?? own
  if (part !== own) return reasonFor(part, abi, data, call)
  // A policy with only this rule, and with a default of another verdict: where the rule holds, the verdict is that of
  // the rule.
  const decides = (rule: PolicyRule): boolean => {
    const { knownUpTo: _newer, ...rest } = own
    const alone: Policy = { ...rest, rules: [rule], overlaps: 'first' }
    return [LOG, trace()].every(
      (defaultAction) => verdictOn({ ...alone, defaultAction }, abi, data) === verdict,
    )
  }
  const rule = rulesOf(own, call).find(decides)
  if (rule !== undefined) return `its rule ${quote(printRule(rule))}`
  if (actionVerdict(actionOn(own.defaultAction, abi.token)) !== verdict) return 'what it says of newer calls'
  return `its default ${quote(`otherwise -> ${actionName(own.defaultAction)}`)}`
}

/** The reason why `kept` runs in its own preset, as the end of a sentence. */
function keptBy({ policy }: Preset, abi: AbiTable, data: SeccompData, call: string): string {
  const reason = reasonFor(policy, abi, data, call)
  const [spared] = rulesOf(policy, call)
  // The default lets the call run, and a rule refuses other calls of that name. The preset is for this rule.
  return reason.startsWith('its default') && spared !== undefined
    ? `which its rule ${quote(printRule(spared))} spares`
    : `which ${reason} lets run`
}

/**
 * Checks that none of `presets` refuses a call that another of them is for.
 * @throws PolicyError E_CONFLICT with the names of both, the call and both rules
 */
export function checkKeptCalls(presets: readonly Preset[]): void {
  const resolved = new Map<AbiToken, ReadonlyMap<Preset, RuleSet>>()
  const rulesFor = (abi: AbiTable): ReadonlyMap<Preset, RuleSet> => {
    const known = resolved.get(abi.token)
    if (known !== undefined) return known
    const able = presets.filter(({ policy }) => isFor(policy, abi))
    const made = new Map(able.map((each) => [each, resolve(each.policy, { abis: [abi] }).rules]))
    resolved.set(abi.token, made)
    return made
  }
  for (const preset of presets) {
    const abi = signedAbiTable(policyAbis(preset.policy)[0] ?? 'x86_64')
    for (const kept of preset.keeps) {
      const data = keptCallOn(kept, abi)
      if (data === undefined) continue
      for (const [other, rules] of rulesFor(abi)) {
        if (other === preset || mayRun(meaning(rules, data))) continue
        const { name, policy } = other
        throw new PolicyError(
          'E_CONFLICT',
          `presets ${quote(preset.name)} and ${quote(name)}: nothing is left of ${preset.name}: it is for ` +
            `${printKeptCall(kept)}, ${keptBy(preset, abi, data, kept.call)}, and ${name} refuses that call by ` +
            `${reasonFor(policy, abi, data, kept.call)}; leave one out`,
        )
      }
    }
  }
}

/**
 * Whether `policy` can be resolved for `abi`. Where it cannot, the error comes from the resolution for the target of
 * all presets.
 */
function isFor({ abis, notFor = [] }: Policy, { token }: AbiTable): boolean {
  return abis?.includes(token) !== false && !notFor.some((each) => each.abis.includes(token))
}
