/*
 * A filter as a text in a notation of policies, and the proof that the text means the same.
 *
 * The text is read back by the reader of its notation and resolved for the ABIs that the notation has: those of the filter,
 * without those that the text cannot be for, and with those that it is for besides. So the proof is about the text that a
 * person gets, and not about what the writer meant to write.
 */
import { refuses } from '@seccompile/abi'
import type { Loss, NotationText } from '@seccompile/notation'
import { abiNumbers, firstArgument, policyAbis } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { asRules, changes, equal } from '@seccompile/prover'
import type { Change, ProveOptions, Undecided } from '@seccompile/prover'
import { contains, intersection } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { policySide } from '../load/side.ts'
import type { Side } from '../load/side.ts'
import type { PolicyNotation } from './notation.ts'

/** A filter in a notation of policies. */
export interface PolicyText {
  readonly kind: 'written'
  readonly text: string
  readonly losses: readonly Loss[]
  /** What the text refuses otherwise than the filter does, and is no loss. */
  readonly notes: readonly string[]
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

/** Whether the text does nothing but refuse more than the filter does, and only calls of ABIs that are not among `named`. */
export function isOnlyStricterElsewhere(found: readonly Change[], named: readonly AbiTable[]): boolean {
  const isOf = ({ arches, numbers }: Change, abi: AbiTable): boolean =>
    contains(arches, abi.auditArch) && intersection(numbers, abiNumbers(abi)).length > 0
  return found.every(
    (change) =>
      change.direction === 'stricter' && refuses(change.to) && !named.some((abi) => isOf(change, abi)),
  )
}

/** The ABIs of the text that `policy` was read from, where it was written for `abis`. */
function abisOfText(policy: Policy, abis: readonly AbiTable[], { isForOneAbi }: PolicyNotation): string {
  const tokens = (isForOneAbi === true ? abis.slice(0, 1) : abis).map(({ token }) => token)
  const architectures = [...tokens, ...(policy.architectures ?? [])]
  return policyAbis({ ...policy, architectures }, tokens[0]).join(',')
}

/**
 * The text of `rules`, which are read from the meaning of `leveled`, or of the rules that stand there, whichever loses less:
 * a person may have written few conditions where a diagram has many.
 */
async function fewestLosses(
  { leveled }: Side,
  rules: RuleSet,
  write: (rules: RuleSet) => Promise<NotationText>,
): Promise<NotationText> {
  const read = await write(rules)
  if (read.losses.length === 0 || leveled.level !== 'rules') return read
  const own = await write(leveled.ir)
  return own.losses.length < read.losses.length ? own : read
}

/** What a text is held against, and the notes about what it refuses otherwise than the filter. */
interface Noted {
  readonly kind: 'noted'
  readonly leveled: Side['leveled']
  readonly notes: readonly string[]
}

/**
 * What the text of a writer is held against: what the writer says that it means, where that only refuses calls otherwise than
 * the filter does, and else the filter.
 */
function afterNotes(
  { leveled }: Side,
  { meant, notes = [] }: Pick<NotationText, 'meant' | 'notes'>,
  prove: ProveOptions,
): Noted | Undecided {
  const asItIs: Noted = { kind: 'noted', leveled, notes: [] }
  if (meant === undefined) return asItIs
  const said = { level: 'rules', ir: meant } as const
  const found = changes(leveled, said, prove)
  if (found.kind === 'undecided') return found
  const isRefused = found.changes.every(({ from, to }) => refuses(from) && refuses(to))
  return isRefused ? { kind: 'noted', leveled: said, notes } : asItIs
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
  const write = (rules: RuleSet): Promise<NotationText> => notation.write(rules, abis)
  const { text, losses, ...noted } = await fewestLosses(side, reading.rules, write)
  const reader = { native: abis[0]?.token, part: notation.ownPart }
  const loaded = await notation.read(text, notation.title, reader)
  const { multiplexers } = notation
  // Where a filter sees arguments elsewhere, there are no such rules: "resolve" refuses them, and the writer has none.
  const isRead = multiplexers !== undefined && abis.every((abi) => firstArgument(abi) === 0)
  const how = isRead ? { multiplexers } : {}
  const back = await policySide(
    notation.title,
    loaded,
    { abi: abisOfText(loaded.policy, abis, notation) },
    how,
  )
  const subject = afterNotes(side, noted, prove)
  if (subject.kind === 'undecided') return subject
  const { leveled, notes } = subject
  const proof = equal(leveled, back.leveled, prove)
  if (proof.kind === 'undecided') return proof
  if (proof.kind !== 'different') {
    const digest = proof.kind === 'equal' ? { digest: proof.digest } : {}
    return { kind: 'written', text, losses, notes, back, changes: [], ...digest }
  }
  const found = changes(leveled, back.leveled, prove)
  return found.kind === 'undecided'
    ? found
    : { kind: 'written', text, losses, notes, back, changes: found.changes }
}
