/* The texts of the status line about an answer. */
import type { FilterPart } from '../messages.ts'
import type { NoAnswer } from './talk.ts'

/** Why there is no answer. */
export const NO_ANSWER: Readonly<Record<NoAnswer, string>> = {
  late: 'It took more than 30 seconds, and was stopped. Change the text to try again.',
  broken: 'The compiler of this page broke, or cannot be loaded. Load the page again.',
}

/** What is said of a text without a filter. */
export const NO_FILTER = 'No filter: see the error.'
/** What is said of results that are those of an earlier text. */
export const OLD = 'In grey: the last filter.'

/** The size of a filter, and whether it is proved. */
export const sizeText = ({ proof, insns }: FilterPart): string =>
  `${proof.kind === 'proved' ? 'Proved: ' : ''}${insns} ${insns === 1 ? 'instruction' : 'instructions'}`
