/* The subject of a warning: a policy as each ABI of its target reads it, and the rules that it resolves to. */
import { letsRun, seccompData } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { meaning } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { FamilyFacts } from '@seccompile/constants/all'
import { actionVerdict } from '../../data/action.ts'
import type { Policy } from '../../data/policy.ts'
import type { Widths } from '../../data/target.ts'
import { valuesInC } from '../../data/values-in-c.ts'
import { firstOf } from '../../data/warning.ts'
import type { ShownCall } from '../../data/warning.ts'
import type { CallRule, PolicyCall } from '../calls/call-rules.ts'

/** A policy on one ABI of the target. */
export interface PolicyOnAbi {
  readonly abi: AbiTable
  /** The policy with numbers for errnos, and without the rules for other ABIs. */
  readonly policy: Policy
  /** The calls that rules decide, by name; the ABI may lack some of these calls. */
  readonly calls: ReadonlyMap<string, PolicyCall>
  /** The verdict of the default. */
  readonly otherwise: Verdict
  /** The positions of the rules that take part. */
  readonly taking: readonly number[]
}

/** A policy for a target, and the rules that it resolves to. */
export interface WarningSubject {
  /** The policy as it was written. */
  readonly policy: Policy
  readonly on: readonly PolicyOnAbi[]
  readonly rules: RuleSet
  /** The rules of all policies that hold together, including this one. */
  readonly whole: RuleSet
  readonly widths: Widths
  /** The constants of the kernel by family, if the caller has them. */
  readonly families: readonly FamilyFacts[]
  /** Whether the filter is attached before execve. */
  readonly launched: boolean
}

/** Makes a {@link PolicyOnAbi} of its parts. */
export function onAbi(
  abi: AbiTable,
  policy: Policy,
  calls: readonly PolicyCall[],
  taking: readonly number[],
): PolicyOnAbi {
  const byName = new Map(calls.map((call) => [call.name, call]))
  return { abi, policy, calls: byName, otherwise: actionVerdict(policy.defaultAction), taking }
}

/** The rules of the call: the conditional rules, then the unconditional one. */
export function rulesOf(call: PolicyCall | undefined): readonly CallRule[] {
  if (call === undefined) return []
  return call.always === undefined ? call.sometimes : [...call.sometimes, call.always]
}

/** Whether a rule refuses the call, for some arguments at least. */
export function isRefused({ always, sometimes }: PolicyCall): boolean {
  if (always !== undefined && !letsRun(always.verdict)) return true
  // Most calls have no conditional rule, and there are hundreds of calls. So an empty list is tested first.
  return sometimes.length > 0 && sometimes.some(({ verdict }) => !letsRun(verdict))
}

/** The verdicts that the call `name` may get, whatever its arguments. */
export function verdictsOn({ calls, otherwise }: PolicyOnAbi, name: string): readonly Verdict[] {
  const call = calls.get(name)
  return [...(call?.sometimes ?? []).map(({ verdict }) => verdict), call?.always?.verdict ?? otherwise]
}

/** The call `name` with these arguments; the ABI has it. */
export function shownCall(abi: AbiTable, name: string, args: readonly bigint[] = []): ShownCall {
  const nr = numberOf(abi, name) ?? abi.base
  return { abi: abi.token, data: seccompData({ nr, arch: abi.auditArch, args: [...args] }) }
}

/** The verdict of `rules` on an example call. */
export const verdictOn = (rules: RuleSet, { data }: ShownCall): Verdict => meaning(rules, data)

const SMALL = 10n
const numeral = (value: bigint): string => (value < SMALL ? `${value}` : `0x${value.toString(16)}`)

/**
 * The call as text: `socket(0x100000002, …)`, with its values in the order of the C function. Values of 0 at the end are left out.
 */
export function callText(abi: AbiTable, name: string, args: readonly bigint[]): string {
  const { values, registers } = valuesInC(abi, name, args)
  const texts = [
    ...values.map(({ value }) => numeral(value)),
    ...registers.map(({ index, value }) => `args[${index}]=${numeral(value)}`),
  ]
  return `${name}(${[...texts, '…'].join(', ')})`
}

/** `items` in groups with one key, in the order of the items. */
export function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string | number,
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string | number, [T, ...T[]]>()
  for (const item of items) {
    const known = groups.get(keyOf(item))
    if (known === undefined) groups.set(keyOf(item), [item])
    else known.push(item)
  }
  return [...groups.values()]
}

const MAX_LISTED = 6

/** Up to six of `texts`, and the number of the others. */
export function listed(texts: readonly string[]): string {
  const more = texts.length > MAX_LISTED ? ` and ${texts.length - MAX_LISTED} more` : ''
  return texts.slice(0, MAX_LISTED).join(', ') + more
}

/** The token of the first ABI, and the number of the others. */
export const firstTokenOf = (items: readonly { readonly abi: AbiTable }[]): string =>
  firstOf([...new Set(items.map(({ abi }) => abi.token))])

/** The tokens of the ABIs, each once. */
export const tokensOf = (items: readonly { readonly abi: AbiTable }[]): string =>
  [...new Set(items.map(({ abi }) => abi.token))].join(', ')
