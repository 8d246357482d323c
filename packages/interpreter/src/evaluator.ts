import { IrError, isBig, WORD_COUNT } from '@seccompile/abi'
import type { Endianness, Program, Verdict } from '@seccompile/abi'
import { program, verify } from '@seccompile/cbpf'
import { runWords } from './execute.ts'
import { sourceOf } from './generate.ts'

/**
 * A program as a function. It yields the verdict on the call whose 16 words, indexed by meaning as `dataWords` gives
 * them, stand in `words` from index `at` (0 unless told) on, and writes the number of executed instructions, the
 * return included, to `steps[0]`. Calls one after the other in one array are 16 apart. It assumes that the words are
 * there.
 */
export type Evaluator = (words: Uint32Array, steps: Uint32Array, at?: number) => Verdict

/**
 * `program` for a machine of byte order `endianness` as a function, for many calls: what `runWords` yields, many
 * times faster, after about a millisecond for each thousand instructions to make it.
 *
 * Where code from strings is forbidden (a page whose Content-Security-Policy lacks `unsafe-eval`, Node with
 * `--disallow-code-generation-from-strings`) it is the interpreter behind the same signature.
 * @throws IrError when the kernel would refuse the program, or a field does not fit (P0 to P9); TypeError for an unknown
 * byte order
 */
export function evaluator(insns: Program, endianness: Endianness = 'little'): Evaluator {
  isBig(endianness) // throws where it is no byte order
  const checked = program(insns)
  const problems = verify(checked)
  if (problems.length > 0) throw new IrError('program', problems)
  return generated(checked, endianness) ?? interpreted(checked, endianness)
}

/** The function that JavaScript makes of the source, or `undefined` where it must not. */
function generated(insns: Program, endianness: Endianness): Evaluator | undefined {
  const source = sourceOf(insns, endianness)
  try {
    // The text holds numbers of a verified program and nothing else that came from outside.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    return new Function(source)() as Evaluator // by how the source is made
  } catch (error) {
    if (isForbidden(error)) return undefined
    throw error
  }
}

/** By name: the error is of the realm whose `Function` it is. */
function isForbidden(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'EvalError'
}

function interpreted(insns: Program, endianness: Endianness): Evaluator {
  return (words, steps, at = 0) => {
    const result = runWords(insns, words.subarray(at, at + WORD_COUNT), endianness)
    steps[0] = result.steps
    return result.verdict
  }
}
