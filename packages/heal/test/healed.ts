import { seccompData, verdictName } from '@seccompile/abi'
import { parseProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import type { Policy, Target } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { RecordingRow } from '@seccompile/recording'
import { parseSpo } from '@seccompile/spo'
import { editOf, heal, jsonProfile, seenCalls, yamlProfile } from '@seccompile/heal'
import type { Healing, EditableText } from '@seccompile/heal'

export const X86_64: Target = { abis: [signedAbiTable('x86_64')] }

/** The rows of one call of x86_64 with each list of values, in all arguments together. */
export function rowsOf(
  call: string,
  ...lists: readonly (readonly (bigint | null)[])[]
): readonly RecordingRow[] {
  const nr = numberOf(signedAbiTable('x86_64'), call)!
  const row = { abi: 'x86_64', nr, call } as const
  return [{ ...row, count: Math.max(1, lists.length) }, ...lists.map((args) => ({ ...row, args, count: 1 }))]
}

export interface HealedText {
  readonly healing: Healing
  readonly text: string | undefined
}

/** `text` after the edit for `rows`. */
function healedText(
  policy: Policy,
  form: EditableText,
  rows: readonly RecordingRow[],
  target: Target = X86_64,
): HealedText {
  const healing = heal(policy, target, seenCalls(rows), form)
  if (healing.kind === 'undecided') throw new Error(healing.reason)
  return { healing, text: form.write(editOf(policy, healing.healed, form)) }
}

/** The lines in which two texts differ: what is left without their common beginning and end. */
export function changedLines(
  before: string,
  after: string | undefined,
): { readonly removed: string; readonly added: string } {
  const [one, other] = [before.split('\n'), (after ?? '').split('\n')]
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let end = 0
  const most = Math.min(one.length, other.length) - start
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return {
    removed: one.slice(start, one.length - end).join('\n'),
    added: other.slice(start, other.length - end).join('\n'),
  }
}

/** A profile in JSON after the edit for `rows`. */
export function healedProfile(text: string, rows: readonly RecordingRow[], target?: Target): HealedText {
  const { policy } = parseProfile(text, { file: 'profile.json' })
  return healedText(policy, jsonProfile(text, policy)!, rows, target)
}

/** A SeccompProfile in YAML after the edit for `rows`. */
export function healedYaml(text: string, rows: readonly RecordingRow[], name?: string): HealedText {
  const { policy } = parseSpo(text, { file: 'profile.yaml', ...(name === undefined ? {} : { name }) })
  return healedText(policy, yamlProfile(text, policy)!, rows)
}

/** What `name` of x86_64 gets for these arguments. */
export function verdictOf(policy: Policy, name: string, ...args: readonly bigint[]): string {
  const table = signedAbiTable('x86_64')
  const [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n] = args
  const data = seccompData({ nr: numberOf(table, name)!, arch: table.auditArch, args: [a, b, c, d, e, f] })
  return verdictName(meaning(resolve(policy, X86_64).rules, data))
}
