import { dataWords } from '@seccompile/abi'
import type { Endianness, Program, SeccompData } from '@seccompile/abi'
import { runWords } from './execute.ts'
import type { RunResult } from './execute.ts'

/** One executed instruction, and what the registers hold after it. */
export interface TraceStep {
  readonly pc: number
  readonly a: number
  readonly x: number
}

/** A run, instruction by instruction. `path` has `steps` items; the last one is that of the return. */
export interface Trace extends RunResult {
  readonly path: readonly TraceStep[]
}

/**
 * The run of `program` on the call `data` with every executed instruction.
 * @throws IrError when a field does not fit (P0), or control reaches an instruction that the kernel would refuse;
 * RangeError, TypeError for a malformed call or an unknown byte order
 */
export function trace(program: Program, data: SeccompData, endianness: Endianness = 'little'): Trace {
  const path: TraceStep[] = []
  const result = runWords(program, dataWords(data), endianness, (pc, _next, a, x) => {
    path.push({ pc, a, x })
  })
  return { ...result, path }
}
