/*
 * A filter as a text in a notation of policies, and the proof that the text means the same.
 *
 * The text is read back by the reader of its notation and resolved for the ABIs of the notation. These are the ABIs
 * of the filter, without ABIs that the notation cannot cover, and with ABIs that a text in it always covers. So the
 * proof is about the text that a person gets, not about what the writer was meant to write.
 */
import { refuses } from '@seccompile/abi'
import { policyFilter } from '@seccompile/filter'
import type { Filter, PolicyFilter } from '@seccompile/filter'
import type { Loss, NotationText } from '@seccompile/notation'
import { policyTables } from '@seccompile/policy'
import { abiNumbers, firstArgument } from '@seccompile/syscalls'
import type { Policy, Target } from '@seccompile/policy'
import { asRules, changes, equal } from '@seccompile/prover'
import type { Change, ProveOptions, UndecidedAnswer } from '@seccompile/prover'
import { contains, intersection } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import type { PolicyNotation } from '../notations/notation.ts'

/** A filter in a notation of policies. */
export interface PolicyText {
  readonly kind: 'written'
  readonly text: string
  readonly losses: readonly Loss[]
  /** Notes on calls that the text refuses with another verdict than the filter, which is no loss. */
  readonly notes: readonly string[]
  /** The meaning of the text. */
  readonly back: PolicyFilter
  /** The calls that get another verdict from the text; empty for a text that is proved to mean the same. */
  readonly changes: readonly Change[]
  /** The fingerprint of the meaning of the filter and of the text; absent if the two differ. */
  readonly digest?: string
}

/** Why there is no text, or no proof. */
export type NoPolicyText = { readonly kind: 'inexpressible'; readonly reason: string } | UndecidedAnswer

/** The changes that open a call: the new verdict is no refusal. */
export function opened(found: readonly Change[]): readonly Change[] {
  expectList(found, 'found', 'to')
  return found.filter(({ to }) => !refuses(to))
}

/** Whether every change is stricter and a refusal, and changes only calls of ABIs that are not in `named`. */
export function isOnlyStricterElsewhere(found: readonly Change[], named: readonly AbiTable[]): boolean {
  expectList(found, 'found', 'arches', 'direction', 'numbers', 'to')
  expectList(named, 'named', 'token', 'auditArch')
  const isOf = ({ arches, numbers }: Change, abi: AbiTable): boolean =>
    contains(arches, abi.auditArch) && intersection(numbers, abiNumbers(abi)).length > 0
  return found.every(
    (change) =>
      change.direction === 'stricter' && refuses(change.to) && !named.some((abi) => isOf(change, abi)),
  )
}

/** The ABIs of a text that was written for `abis` and read back as `policy`. */
function abisOfText(
  policy: Policy,
  abis: readonly AbiTable[],
  { isForOneAbi }: PolicyNotation,
): readonly AbiTable[] {
  const tokens = (isForOneAbi === true ? abis.slice(0, 1) : abis).map(({ token }) => token)
  const architectures = [...tokens, ...(policy.architectures ?? [])]
  return policyTables({ ...policy, architectures }, tokens[0], signedAbiTable)
}

/**
 * The text with fewer losses of two: one made from the meaning of `subject`, one from its rules as they stand. A
 * person may have written few conditions that become many in a diagram.
 */
async function fewestLosses(
  { subject }: Filter,
  rules: RuleSet,
  write: (rules: RuleSet) => Promise<NotationText>,
): Promise<NotationText> {
  const read = await write(rules)
  if (read.losses.length === 0 || subject.level !== 'rules') return read
  const own = await write(subject.ir)
  return own.losses.length < read.losses.length ? own : read
}

/**
 * The meaning that a text is compared with, and the notes on calls that the text refuses with another verdict than
 * the filter.
 */
interface ExpectedMeaning {
  readonly kind: 'noted'
  readonly subject: Filter['subject']
  readonly notes: readonly string[]
}

/**
 * The meaning that the text of a writer is compared with. If the meaning that the writer states differs from the
 * filter only in how calls are refused, it is that meaning; else it is the filter.
 */
function afterNotes(
  { subject }: Filter,
  { meant, notes = [] }: Pick<NotationText, 'meant' | 'notes'>,
  prove: ProveOptions,
): ExpectedMeaning | UndecidedAnswer {
  const asItIs: ExpectedMeaning = { kind: 'noted', subject, notes: [] }
  if (meant === undefined) return asItIs
  const said = { level: 'rules', ir: meant } as const
  const found = changes(subject, said, prove)
  if (found.kind === 'undecided') return found
  const isRefused = found.changes.every(({ from, to }) => refuses(from) && refuses(to))
  return isRefused ? { kind: 'noted', subject: said, notes } : asItIs
}

/** The target for which the text of a notation is resolved, with `abis`. */
function targetOf({ multiplexers }: PolicyNotation, abis: readonly AbiTable[]): Omit<Target, 'abis'> {
  // On an ABI whose filter sees arguments in other registers, runc's rules do not exist: "resolve" refuses them, and
  // the writer writes none.
  const isRead = multiplexers !== undefined && abis.every((abi) => firstArgument(abi) === 0)
  return isRead ? { multiplexers } : {}
}

/**
 * `filter` in `notation`, written for `abis`, with the proof that the text means the same.
 * @throws PolicyError if the text cannot be read back
 */
export async function policyText(
  filter: Filter,
  notation: PolicyNotation,
  abis: readonly AbiTable[],
  prove: ProveOptions,
): Promise<PolicyText | NoPolicyText> {
  expectObject(filter, 'filter', 'subject', 'endianness', 'abis')
  expectObject(notation, 'notation', 'read', 'write')
  expectList(abis, 'abis', 'token', 'endianness')
  const reading = asRules(filter.subject, prove)
  if (reading.kind !== 'rules') return reading
  const write = (rules: RuleSet): Promise<NotationText> => notation.write(rules, abis)
  const { text, losses, ...noted } = await fewestLosses(filter, reading.rules, write)
  const reader = { native: abis[0]?.token, part: notation.ownPart }
  const { policy } = await notation.read(text, notation.title, reader)
  const { constantFamilies: families } = await import('@seccompile/constants/all')
  const target = { abis: abisOfText(policy, abis, notation), ...targetOf(notation, abis), families }
  const back = policyFilter(notation.title, { policy }, target)
  const expected = afterNotes(filter, noted, prove)
  if (expected.kind === 'undecided') return expected
  const { subject, notes } = expected
  const proof = equal(subject, back.subject, prove)
  if (proof.kind === 'undecided') return proof
  if (proof.kind !== 'different') {
    const digest = proof.kind === 'equal' ? { digest: proof.digest } : {}
    return { kind: 'written', text, losses, notes, back, changes: [], ...digest }
  }
  const found = changes(subject, back.subject, prove)
  return found.kind === 'undecided'
    ? found
    : { kind: 'written', text, losses, notes, back, changes: found.changes }
}
