/* The readers of all notations: each takes a text, or throws an error for a person. */
import { faultOf } from '@seccompile/soak/inputs/fault'
import { inputReaders } from '@seccompile/soak/inputs/readers'
import type { InputReader } from '@seccompile/soak/inputs/readers'
import type { FuzzTarget, Judge } from './target.ts'
import { choicesInput, textOf } from '../inputs/text-input.ts'

/** A target with its judge. */
interface ReaderTarget extends FuzzTarget {
  readonly judge: Judge
}

/** The most bytes of an input, and of a valid text that inputs begin with. */
const LONGEST = 8192

/** Inputs of choices to begin with. */
const CHOICES = 4

function readerTarget(given: InputReader): ReaderTarget {
  const { encoding, read, words } = given
  const name = given.name.replaceAll(' ', '-')
  const bytesOf = (text: string): Uint8Array => Buffer.from(text, encoding)
  const texts = given.seeds.filter((seed) => bytesOf(seed).length <= LONGEST)
  const reader = { ...given, seeds: texts }
  return {
    name,
    isSync: false,
    longest: LONGEST,
    seeds: [
      ...texts.map(bytesOf),
      ...Array.from({ length: CHOICES }, (_, i) => choicesInput(`${name} ${i}`)),
    ],
    words: words.map(bytesOf),
    shown: (input) => textOf(reader, input),
    judge: async (input) => {
      try {
        await read(textOf(reader, input))
      } catch (error) {
        const fault = faultOf(error)
        if (fault !== undefined) throw new Error(fault, { cause: error })
      }
    },
  }
}

/** A target for each reader. */
export async function readerTargets(): Promise<readonly ReaderTarget[]> {
  return (await inputReaders()).map(readerTarget)
}
