import { parseProfile } from '@seccompile/oci'
import type { Policy, Target } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { RecordingRow } from '@seccompile/recording'
import { editOf, heal, jsonProfile, seenCalls } from '@seccompile/heal'
import type { Healing, PolicyText } from '@seccompile/heal'

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
export function healedText(
  policy: Policy,
  form: PolicyText,
  rows: readonly RecordingRow[],
  target: Target = X86_64,
): HealedText {
  const healing = heal(policy, target, seenCalls(rows), form)
  if (healing.kind === 'undecided') throw new Error(healing.reason)
  return { healing, text: form.write(editOf(policy, healing.healed, form)) }
}

/** A profile in JSON after the edit for `rows`. */
export function healedProfile(text: string, rows: readonly RecordingRow[], target?: Target): HealedText {
  const { policy } = parseProfile(text, { file: 'profile.json' })
  return healedText(policy, jsonProfile(text, policy)!, rows, target)
}
