import { witnessText } from '@seccompile/describe'
import type { FilterPair, RawOption, Witness } from '@seccompile/describe'
import type { Io } from '../io/io.ts'
import { sayText } from './verdict-colours.ts'

/** Prints the call, the verdict of each filter, and the instructions that lead to it. */
export async function sayWitness(io: Io, asked: FilterPair, witness: Witness, raw: RawOption): Promise<void> {
  const { call, verdicts } = await witnessText(asked, witness, raw)
  io.out(`${call}\n`)
  sayText(io, verdicts)
}
