import { dataWords } from '@seccompile/abi'
import type { Endianness, Program, SeccompData, Verdict } from '@seccompile/abi'
import { runWords } from './execute.ts'
import type { RunResult } from './execute.ts'

/**
 * The verdict of `program` on the call `data`, on a machine of the given byte order.
 * @throws IrError when a field does not fit (P0), or control reaches an instruction that the kernel would refuse;
 * RangeError, TypeError for a malformed call or an unknown byte order
 */
export function meaning(program: Program, data: SeccompData, endianness: Endianness = 'little'): Verdict {
  return runWords(program, dataWords(data), endianness).verdict
}

/**
 * The verdict of `program` on the call `data`, and the number of executed instructions, the return included.
 * @throws IrError when a field does not fit (P0), or control reaches an instruction that the kernel would refuse;
 * RangeError, TypeError for a malformed call or an unknown byte order
 */
export function run(program: Program, data: SeccompData, endianness: Endianness = 'little'): RunResult {
  return runWords(program, dataWords(data), endianness)
}
