/*
 * The order in which a diagram asks the words of `seccomp_data`: arch, nr, then each argument from the first, high
 * word before low, and the instruction pointer last.
 *
 * The order decides how large diagrams get. Filters ask for arch and nr before anything else, and compare
 * 64-bit values from the high word down. In this order most diagrams of filters are small.
 */
import {
  argHigh,
  argLow,
  dataFromWords,
  SECCOMP_DATA_ARGS,
  WORD_ARCH,
  WORD_COUNT,
  WORD_NR,
} from '@seccompile/abi'
import type { SeccompData, Word } from '@seccompile/abi'

const IP_LOW: Word = 2
const IP_HIGH: Word = 3

const ORDER: readonly Word[] = [
  WORD_ARCH,
  WORD_NR,
  ...Array.from({ length: SECCOMP_DATA_ARGS }, (_, i) => [argHigh(i), argLow(i)]).flat(),
  IP_HIGH,
  IP_LOW,
]

/** The place of `word` in the order: the number that a diagram has for it. */
export function placeOf(word: Word): number {
  return ORDER.indexOf(word)
}

/** The place of the instruction pointer's high word. Its low word follows. Both come after all arguments. */
export const POINTER_PLACE: number = placeOf(IP_HIGH)

/** The call with the words `ordered`, which are in the order of the diagram. */
export function dataInOrder(ordered: readonly number[]): SeccompData {
  const words = new Uint32Array(WORD_COUNT)
  ORDER.forEach((word, place) => {
    words[word] = ordered[place] ?? 0
  })
  return dataFromWords(words)
}
