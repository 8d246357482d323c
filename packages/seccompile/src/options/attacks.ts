/* Attacks by their identifiers, on the command line. The records are long, and few command lines need them. */
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
