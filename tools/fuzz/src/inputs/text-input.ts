/*
 * Inputs of readers. Most are the text itself. libFuzzer changes bytes, and hardly ever puts a fraction where a number is; so
 * an input that begins with a byte that no text begins with is something else: the choices by which the soak changes a
 * valid text, token by token (`mutated`). libFuzzer then changes choices, and keeps those whose text reaches new code.
 */
import { mutated } from '@seccompile/soak/inputs/mutate'
import { randomOf } from '@seccompile/soak/inputs/random'
import type { RandomDraws } from '@seccompile/soak/inputs/random'
import type { InputReader } from '@seccompile/soak/inputs/readers'

/** No text in UTF-8 begins with it, and no instruction of seccomp has a code that ends in it. */
const CHOICES = 0xff

/** The most UTF-16 units of a text that choices make. */
const LONGEST_TEXT = 64 * 1024

/** The draws that `bytes` choose, two for each; behind their end, those of a sequence that they name. */
function drawsOf(bytes: Uint8Array): RandomDraws {
  const rest = randomOf(Buffer.from(bytes).toString('latin1'))
  let at = 0
  const below = (end: number): number => {
    if (at + 2 > bytes.length) return rest.below(end)
    at += 2
    return (bytes[at - 2]! + 256 * bytes[at - 1]!) % end
  }
  return { below, oneOf: (items) => items[below(items.length)]! }
}

/** An input of some choices. */
export function choicesInput(name: string): Uint8Array {
  const draws = randomOf(name)
  return Uint8Array.from({ length: 33 }, (_, i) => (i === 0 ? CHOICES : draws.below(256)))
}

/** The text that `input` stands for. */
export function textOf(reader: InputReader, input: Uint8Array): string {
  if (input[0] !== CHOICES) return Buffer.from(input).toString(reader.encoding)
  return mutated(reader, drawsOf(input.subarray(1))).slice(0, LONGEST_TEXT)
}
