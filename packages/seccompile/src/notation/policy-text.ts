/*
 * A filter as a text in a notation of policies, and the proof that the text means the same.
 *
 * The text is read back by the reader of its notation and resolved for the same ABIs. So the proof is about the text that
 * a person gets, and not about what the writer meant to write.
 */
import { refuses } from '@seccompile/abi'
import type { Loss } from '@seccompile/notation'
import { firstArgument, policyAbis } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { asRules, changes, equal } from '@seccompile/prover'
import type { Change, ProveOptions, Undecided } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'
import { policySide } from '../load/side.ts'
import type { Side } from '../load/side.ts'
import type { PolicyNotation } from './notation.ts'

/** A filter in a notation of policies. */
export interface PolicyText {
  readonly kind: 'written'
  readonly text: string
  readonly losses: readonly Loss[]
  /** What the text means. */
  readonly back: Side
  /** The calls that get another verdict by the text; none where the text is proved to mean the same. */
  readonly changes: readonly Change[]
  /** The fingerprint of what both mean; absent where they differ. */
  readonly digest?: string
}

/** Why there is no text, or no proof. */
type NoText = { readonly kind: 'inexpressible'; readonly reason: string } | Undecided

/** The calls that the text lets do what the filter does not let them do. */
export const opened = (found: readonly Change[]): readonly Change[] => found.filter(({ to }) => !refuses(to))

/**
 * The ABIs whose calls a text for `abis` decides. Whatever reads the text may take calls of another ABI for calls without a
 * rule: seccompiler does so with those of x32.
 */
function decidedAbis(policy: Policy, abis: readonly AbiTable[]): string {
  const tokens = abis.map(({ token }) => token)
  return [...new Set([...tokens, ...tokens.flatMap((token) => policyAbis(policy, token))])].join(',')
}

/** The filter `side`, written in `notation` for `abis`. @throws PolicyError where the text cannot be read back */
export async function policyText(
  side: Side,
  notation: PolicyNotation,
  abis: readonly AbiTable[],
  prove: ProveOptions,
): Promise<PolicyText | NoText> {
  const reading = asRules(side.leveled, prove)
  if (reading.kind !== 'rules') return reading
  const { text, losses } = await notation.write(reading.rules, abis)
  const loaded = await notation.read(text, notation.title)
  const { multiplexers } = notation
  // Where a filter sees arguments elsewhere, there are no such rules: "resolve" refuses them, and the writer has none.
  const isRead = multiplexers !== undefined && abis.every((abi) => firstArgument(abi) === 0)
  const how = isRead ? { multiplexers } : {}
  const back = await policySide(notation.title, loaded, { abi: decidedAbis(loaded.policy, abis) }, how)
  const proof = equal(side.leveled, back.leveled, prove)
  if (proof.kind === 'undecided') return proof
  if (proof.kind !== 'different') {
    const digest = proof.kind === 'equal' ? { digest: proof.digest } : {}
    return { kind: 'written', text, losses, back, changes: [], ...digest }
  }
  const found = changes(side.leveled, back.leveled, prove)
  return found.kind === 'undecided' ? found : { kind: 'written', text, losses, back, changes: found.changes }
}
