/*
 * Whether something is left of each preset where several hold together.
 *
 * A preset that lets programs do something is of no use beside one that refuses just that. `keeps` names calls that must
 * run. The meaning of the other preset decides, on the main ABI of the first: its rules are resolved, and asked for the
 * verdict of each of the calls. Each rule that names the call is then resolved alone, to find the one that decides: that
 * rule stands in the message, as the person would write it.
 */
import { actionOf, seccompData } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { valueOn } from '@seccompile/constants'
import { LOG, policyAbis, PolicyError, resolve, trace } from '@seccompile/policy'
import { actionName, actionOn, actionVerdict, printRule } from '@seccompile/policy/parts'
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

/** The call on `abi`, with its arguments in their registers; `undefined` where the ABI has no such call. */
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

/** Whether a call with this verdict runs, or somebody may let it run. */
const mayRun = (verdict: Verdict): boolean =>
  ['ALLOW', 'LOG', 'TRACE', 'USER_NOTIF'].includes(actionOf(verdict) ?? '')

/** The verdict of `policy` on one call of `abi`. */
const verdictOn = (policy: Policy, abi: AbiTable, data: SeccompData): Verdict =>
  meaning(resolve(policy, { abis: [abi] }).rules, data)

/** The rules of `policy` that name `call`, with the other names left out. */
const rulesOf = ({ rules }: Policy, call: string): readonly PolicyRule[] =>
  rules.flatMap((rule) => {
    const names = rule.names.filter(({ name }) => name === call)
    return names.length === 0 ? [] : [{ ...rule, names: names.slice(0, 1) }]
  })

/** The rule of `policy`, alone or in a policy that holds with it, that gives the call its verdict, as text. */
function reasonFor(policy: Policy, abi: AbiTable, data: SeccompData, call: string): string {
  const { and = [], ...own } = policy
  const verdict = verdictOn(policy, abi, data)
  const part = [own, ...and].find((each) => verdictOn(each, abi, data) === verdict) ?? own
  if (part !== own) return reasonFor(part, abi, data, call)
  // A rule alone, in a policy with a default that it can be told from: where it holds, the verdict is the rule's.
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

/** What lets `kept` run in its own preset, as the end of a sentence. */
function keptBy({ policy }: Preset, abi: AbiTable, data: SeccompData, call: string): string {
  const reason = reasonFor(policy, abi, data, call)
  const [spared] = rulesOf(policy, call)
  // The default lets the call run, and a rule of the call says which others do not: that rule is what the preset is for.
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

/** Whether `policy` can be resolved for `abi`; where it cannot, the target of all presets says why. */
function isFor({ abis, notFor = [] }: Policy, { token }: AbiTable): boolean {
  return abis?.includes(token) !== false && !notFor.some((each) => each.abis.includes(token))
}
