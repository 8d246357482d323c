import type { Answer } from '@seccompile/answer'
import { witnessFacts, witnessText } from '@seccompile/describe'
import type { FilterPair, Witness, WitnessOptions } from '@seccompile/describe'
import { printableLine } from '@seccompile/text-layout'
import { paintVerdicts } from './verdict-colours.ts'

/**
 * The text and the facts of an answer that a call shows: the call, the verdict of each filter and, with `trace`, the
 * instructions that lead to it, else the option that shows them.
 * @param title - the first words of the text
 * @param word - the answer for machines
 */
export function witnessForms(
  title: string,
  word: string,
  asked: FilterPair,
  witness: Witness,
  options: WitnessOptions,
): Required<Pick<Answer, 'text' | 'facts'>> {
  return {
    text: async (paint) => {
      const { call, verdicts } = await witnessText(asked, witness, options)
      const hasPrograms = [asked.left, asked.right].some(({ subject }) => subject.level !== 'stack')
      const more =
        options.trace !== true && hasPrograms
          ? '--trace shows the instructions that lead to each verdict\n'
          : ''
      return `${printableLine(title)} ${call}\n${paintVerdicts(paint, verdicts)}${more}`
    },
    facts: async () => ({ answer: word, ...(await witnessFacts(asked, witness, options)) }),
  }
}
