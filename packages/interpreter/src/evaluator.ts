import { isBig, WORD_COUNT } from '@seccompile/abi'
import type { Endianness, Program, Verdict } from '@seccompile/abi'
import { program, verify } from '@seccompile/cbpf'
import { IrError } from '@seccompile/shape'
import { runWords } from './execute.ts'
import { sourceOf } from './generate.ts'

/**
 * A program as a function. The 16 words of a call stand in `words` from index `at` on, 0 if left out, in the
 * order of `dataWords`. The function yields the verdict on that call. It writes the number of executed
 * instructions, the return included, to `steps[0]`. An array may hold many calls, each 16 words after the one
 * before. The function does not check that the words exist.
 */
export type Evaluator = (words: Uint32Array, steps: Uint32Array, at?: number) => Verdict

/**
 * `insns` as a function for many calls, on a machine of byte order `endianness`. It yields the results of
 * `runWords`, many times faster. Making it takes about a millisecond for each thousand instructions.
 *
 * Where code from strings is forbidden (a page whose Content-Security-Policy lacks `unsafe-eval`, Node with
 * `--disallow-code-generation-from-strings`) the function calls the interpreter.
 * @throws IrError when the kernel would refuse the program, or a field does not fit (P0 to P9); TypeError for an unknown
 * byte order
 */
export function evaluator(insns: Program, endianness: Endianness = 'little'): Evaluator {
  isBig(endianness) // throws for an unknown byte order
  const checked = program(insns)
  const problems = verify(checked)
  if (problems.length > 0) throw new IrError('program', problems)
  return generated(checked, endianness) ?? interpreted(checked, endianness)
}

/** The function that `new Function` makes of the source; `undefined` where code from strings is forbidden. */
function generated(insns: Program, endianness: Endianness): Evaluator | undefined {
  const source = sourceOf(insns, endianness)
  try {
    // The text holds no input but numbers of a verified program.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    return new Function(source)() as Evaluator // `source` makes an evaluator
  } catch (error) {
    if (isForbidden(error)) return undefined
    throw error
  }
}

/** Whether code from strings is forbidden. The name decides, since the error may be an `EvalError` of another realm. */
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
