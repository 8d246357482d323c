/* Attacks by their identifiers, on the command line. The records are long, and few command lines need them. */
import type { AttackRecord } from '@seccompile/attacks'
import { didYouMean, quote } from '@seccompile/shape'
import { CliError } from '../io/cli-error.ts'
import { listOf, oneOf } from '../syntax/completion.ts'
import type { Complete, WordCandidate } from '../syntax/completion.ts'
import { itemsOf, repeated } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'

async function candidates(): Promise<readonly WordCandidate[]> {
  const { attackRecords } = await import('@seccompile/attacks')
  return attackRecords.map(({ id, name }) => ({ value: id, about: name }))
}

/** Completes the identifier of an attack. */
export const ATTACK_IDS: Complete = oneOf(candidates)

/** Identifiers of attacks, separated by commas. */
export function attackIdsOption(brief: string): Option<readonly string[] | undefined> {
  return repeated({ placeholder: 'ids', brief, parse: itemsOf, complete: listOf(candidates) })
}

const hasId = ({ id, alsoIds = [] }: AttackRecord, typed: string): boolean =>
  [id, ...alsoIds].some((each) => each.toLowerCase() === typed.toLowerCase())

/**
 * The records that `ids` name, each once, in the order of `ids`; case does not matter.
 * @param where - the argument or option, for messages
 * @throws CliError for an identifier that no record has
 */
export function recordsNamed(
  ids: readonly string[],
  records: readonly AttackRecord[],
  where: string,
): readonly AttackRecord[] {
  const found = ids.map((typed) => {
    const record = records.find((each) => hasId(each, typed))
    if (record !== undefined) return record
    const known = records.map(({ id }) => id)
    const hint = didYouMean(typed, known, '')
    throw new CliError(
      `${where}: no record of an attack is called ${quote(typed)}${hint === '' ? ';' : hint} known are ${known.join(', ')}; docs/attacks.md says how to add one`,
    )
  })
  return [...new Set(found)]
}
