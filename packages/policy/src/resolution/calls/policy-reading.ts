/* A policy as an ABI reads it: its calls, with the conditions that hold there, as rules of the rule IR. */
import { refuses } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { ALWAYS } from '@seccompile/rules'
import type { Rule } from '@seccompile/rules'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { Policy } from '../../data/policy.ts'
import type { ReadTarget, Widths } from '../../data/target.ts'
import type { Warning } from '../../data/warning.ts'
import { callsOf } from './call-rules.ts'
import type { PolicyCall } from './call-rules.ts'
import { conditionalRules, cutConditions, dependsOn, mayCut } from './conditional.ts'
import type { ConditionalRules, WideOnAbi } from './conditional.ts'
import { lackingRule, lackingWarnings, verdictOfLacking } from './lacking-calls.ts'
import type { LackingCalls } from './lacking-calls.ts'
import { asLibseccompReads } from './libseccomp-conditions.ts'
import { policyOn, saysTheSame } from './on-abi.ts'
import { circumstancesOf } from './requirement.ts'
import type { Circumstances } from './requirement.ts'

/** The conditional rules of calls. Warnings are collected for the calls that a caller has asked for so far. */
export interface Conditionals {
  readonly of: (call: PolicyCall, abi: AbiTable) => ConditionalRules
  readonly warnings: () => readonly Warning[]
}

function conditionals(policy: Policy, written: Policy, widths: Widths): Conditionals {
  const cached = new Map<string, Map<PolicyCall, ConditionalRules>>()
  const settled = new Set<string>()
  const warnings = new Map<string, Warning>() // by message, so each is given once
  return {
    of: (call, abi) => {
      const key = dependsOn([...call.sometimes, ...call.dropped], { policy, call, abi, widths })
      const made = cached.get(key) ?? new Map<PolicyCall, ConditionalRules>()
      cached.set(key, made)
      const known = made.get(call)
      if (known !== undefined) return known
      const found = conditionalRules({ policy, call, abi, widths }, settled, written)
      made.set(call, found)
      for (const each of found.warnings) if (!warnings.has(each.message)) warnings.set(each.message, each)
      return found
    },
    warnings: () => [...warnings.values()],
  }
}

/** A policy as read by one ABI, or by several ABIs that read it alike. */
export interface RuleReading {
  /**
   * The policy with numbers for errnos, without the rules for other ABIs, and with conditions as the ABI compares
   * them.
   */
  readonly policy: Policy
  /** The policy before this reading. Its rules have the same positions. */
  readonly written: Policy
  readonly calls: readonly PolicyCall[]
  readonly taking: readonly number[]
  readonly warnings: readonly Warning[]
  readonly conditionals: Conditionals
  readonly circumstances: Circumstances
}

/** Reads `policy` for each ABI. ABIs on which it means the same share a reading. */
export function readings(
  policy: Policy,
  target: ReadTarget,
  strict: boolean,
): (abi: AbiTable) => RuleReading {
  const circumstances = circumstancesOf(policy, target)
  const options = { strict, multiplexers: target.multiplexers === 'runc' }
  const { widths = 'profile' } = target
  const made = new Map<Policy, Map<AbiTable['wordSize'], RuleReading>>()
  const locals: Policy[] = []
  const localOn = (token: AbiToken): Policy => {
    const local = policyOn(policy, token)
    const known = locals.find((other) => saysTheSame(local, other))
    if (known !== undefined) return known
    locals.push(local)
    return local
  }
  return ({ token, wordSize }) => {
    const local = localOn(token)
    const read = asLibseccompReads(local, wordSize, widths)
    // Where the width of arguments makes no difference, ABIs of both widths share a reading.
    const byWidth = made.get(local) ?? new Map<AbiTable['wordSize'], RuleReading>()
    made.set(local, byWidth)
    const key = read === local ? 64 : wordSize
    const known = byWidth.get(key)
    if (known !== undefined) return known
    const found = callsOf(read, circumstances, options)
    const own = conditionals(read, policy, widths)
    const reading = { policy: read, written: policy, ...found, conditionals: own, circumstances }
    byWidth.set(key, reading)
    return reading
  }
}

/** The calls of a policy on one ABI. */
export interface CallsOnAbi {
  readonly read: RuleReading
  readonly rules: readonly Rule[]
  readonly wide: readonly WideOnAbi[]
  /** Names of calls that the ABI does not have. */
  readonly missing: readonly string[]
  /** The number of calls that the ABI has. */
  readonly count: number
  readonly warnings: readonly Warning[]
}

/** The rules of the calls of `read` on `abi`, and the calls that the ABI lacks. */
export function callsOn(abi: AbiTable, read: RuleReading, lacking: LackingCalls | undefined): CallsOnAbi {
  const rules: Rule[] = []
  const wide: WideOnAbi[] = []
  const missing: string[] = []
  const vain: string[] = []
  const { numbers: known } = abi
  const isCut = mayCut(read.policy, abi)
  let count = 0
  for (const call of read.calls) {
    const nr = known.get(call.name)
    if (nr === undefined) {
      if (call.isNamed) missing.push(call.name)
      continue
    }
    count += 1
    const numbers = [{ lo: nr, hi: nr }]
    const isLacking = lacking?.names.has(call.name) === true
    const given = (verdict: Verdict): Verdict => (isLacking ? verdictOfLacking(verdict, lacking) : verdict)
    const own = [...call.sometimes, ...(call.always === undefined ? [] : [call.always])]
    if (own.some(({ verdict }) => !refuses(verdict) && given(verdict) !== verdict)) vain.push(call.name)
    if (call.sometimes.length > 0) {
      const made = read.conditionals.of(call, abi)
      for (const each of made.wide) wide.push({ ...each, abi: abi.token })
      for (const { when, verdict } of made.rules) rules.push({ numbers, when, verdict: given(verdict) })
    }
    if (isCut) for (const each of cutConditions(call, read)) wide.push({ ...each, abi: abi.token })
    if (call.always !== undefined) rules.push({ numbers, when: ALWAYS, verdict: given(call.always.verdict) })
  }
  if (lacking === undefined || lacking.names.size === 0)
    return { read, rules, wide, missing, count, warnings: [] }
  const warnings = lackingWarnings(read.policy, abi, vain, lacking)
  return { read, rules: [...rules, lackingRule(abi, lacking)], wide, missing, count, warnings }
}
