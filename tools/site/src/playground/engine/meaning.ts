/* The meaning of a filter as text. */
import { regions } from '@seccompile/prover'
import { archText, callNames } from '@seccompile/describe'
import type { MeaningPart } from '../messages.ts'
import type { ShownFilter } from './shown-filter.ts'
import { TextError } from './read-text.ts'

/** The calls of each verdict, with their conditions. @throws TextError where the list would be too long to read */
export function meaningText({ filter: { subject, abis, endianness }, args }: ShownFilter): MeaningPart {
  const answer = regions(subject, { endianness })
  if (answer.kind === 'undecided') throw new TextError(`not decided: ${answer.reason}`)
  const names = callNames(abis, args)
  return { part: 'meaning', text: answer.sections.map((section) => archText(names, section)).join('\n') }
}
