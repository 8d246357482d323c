/*
 * `lift`, and `lower` behind it: the decision, and the program that it becomes again, mean the same as the program, on calls
 * at the edges of its constants. The plain machine says what programs mean.
 */
import { dataFromWords } from '@seccompile/abi'
import { verify } from '@seccompile/cbpf'
import { meaning } from '@seccompile/decision'
import { tryPass } from '@seccompile/pass'
import { lift } from '@seccompile/pass-lift'
import { lower } from '@seccompile/pass-lower'
import { CALL_BYTES, chosenCall, edgeCalls, edgeValues, fittedProgram } from '../inputs/decoded.ts'
import { runMachine } from '../oracles/machine.ts'

/** The most calls for one program. */
const MOST_CALLS = 200

/** Judges both passes on the call and the program in `input`. @throws Error that says what is wrong */
export function judge(input: Uint8Array): void {
  const program = fittedProgram(input.subarray(CALL_BYTES + 1))
  if (verify(program).length > 0) return // a scratch word may be unwritten: the program has no meaning
  const endianness = (input[CALL_BYTES] ?? 0) % 2 === 0 ? 'little' : 'big'
  const lifted = tryPass(lift, program, { endianness })
  if (lifted.kind !== 'passed') return // lift may decline
  const lowered = tryPass(lower, lifted.ir, { endianness })
  if (lowered.kind === 'passed' && verify(lowered.ir).length > 0)
    throw new Error(`the kernel refuses the program of lift and lower: ${verify(lowered.ir)[0]!.message}`)
  const values = edgeValues([program])
  const isLittle = endianness === 'little'
  for (const call of edgeCalls([program], chosenCall(input, values), values, MOST_CALLS)) {
    const { verdict } = runMachine(program, call, isLittle)
    const ofDecision = meaning(lifted.ir, dataFromWords(call))
    const ofLowered = lowered.kind === 'passed' ? runMachine(lowered.ir, call, isLittle).verdict : verdict
    if (ofDecision !== verdict || ofLowered !== verdict)
      throw new Error(
        `the words ${call.join(' ')} get ${verdict}, ${ofDecision} after lift, and ${ofLowered} after lower, on ${endianness} endian`,
      )
  }
}
