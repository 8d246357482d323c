import { witnessText } from '@seccompile/describe'
import type { FilterPair, Witness, WitnessOptions } from '@seccompile/describe'
import { printableLine } from '@seccompile/text-layout'
import type { Io } from '../io/io.ts'
import { sayText } from './verdict-colours.ts'

/**
 * Prints `answer` with the call that shows it, and the verdict of each filter; with `trace`, the instructions that
 * lead to it, else the option that shows them.
 */
export async function sayWitness(
  io: Io,
  answer: string,
  asked: FilterPair,
  witness: Witness,
  options: WitnessOptions,
): Promise<void> {
  const { call, verdicts } = await witnessText(asked, witness, options)
  io.out(`${printableLine(answer)} ${call}\n`)
  sayText(io, verdicts)
  const hasPrograms = [asked.left, asked.right].some(({ leveled }) => leveled.level !== 'stack')
  if (options.trace !== true && hasPrograms)
    io.out('--trace shows the instructions that lead to each verdict\n')
}
