/* The interpreter and the evaluator, against a plain machine, on little and on big endian. */
import { verify } from '@seccompile/cbpf'
import { evaluator, runWords } from '@seccompile/interpreter'
import { CALL_BYTES, chosenCall, edgeValues, fittedProgram } from '../inputs/decoded.ts'
import { runMachine } from '../oracles/machine.ts'

/** Judges both on the call and the program in `input`. @throws Error that says what is wrong */
export function judge(input: Uint8Array): void {
  const program = fittedProgram(input.subarray(CALL_BYTES))
  if (verify(program).length > 0) return // a scratch word may be unwritten: the program has no meaning
  const call = chosenCall(input, edgeValues([program]))
  const words = Uint32Array.from(call)
  for (const endianness of ['little', 'big'] as const) {
    const { verdict, steps } = runMachine(program, call, endianness === 'little')
    const interpreted = runWords(program, words, endianness)
    const counted = new Uint32Array(1)
    const generated = evaluator(program, endianness)(words, counted)
    for (const [what, got] of [
      ['the interpreter', interpreted],
      ['the evaluator', { verdict: generated, steps: counted[0]! }],
    ] as const)
      if (got.verdict !== verdict || got.steps !== steps)
        throw new Error(
          `${what} on ${endianness} endian gives ${got.verdict} after ${got.steps} instructions, and the machine ${verdict} after ${steps}`,
        )
  }
}
