/* `verify` of @seccompile/cbpf, against the rules of the kernel: it has no complaint exactly where the kernel takes a program. */
import { verify } from '@seccompile/cbpf'
import { rawProgram } from '../inputs/decoded.ts'
import { kernelTakes } from '../oracles/kernel-rules.ts'

/** Judges `verify` on the program in `input`. @throws Error that says what is wrong */
export function judge(input: Uint8Array): void {
  const program = rawProgram(input)
  const problems = verify(program)
  if ((problems.length === 0) === kernelTakes(program)) return
  const [first] = problems
  throw new Error(
    first === undefined
      ? 'verify finds no problem in a program that the kernel refuses'
      : `verify refuses a program that the kernel takes: ${first.invariant} at ${first.where}: ${first.message}`,
  )
}
