/*
 * The listing of a program in parts: a header of two lines, and a line for each instruction.
 */
import type { Endianness, Program, SeccompData } from '@seccompile/abi'
import { print } from '@seccompile/cbpf'
import { trace } from '@seccompile/interpreter'
import type { AbiTable } from '@seccompile/syscalls'
import { constantNames } from './constant-names.ts'

/** The listing of `program`, with lines by pc. */
function partsOf(
  program: Program,
  endianness: Endianness,
  abis: readonly AbiTable[],
): { readonly header: readonly string[]; readonly lines: readonly string[] } {
  const all = print(program, { endianness, nameOf: constantNames(abis) })
    .trimEnd()
    .split('\n')
  return { header: all.slice(0, 2), lines: all.slice(2) }
}

/** The instructions of `program` as a listing has them, by pc. */
export function listingLines(
  program: Program,
  endianness: Endianness,
  abis: readonly AbiTable[],
): readonly string[] {
  return partsOf(program, endianness, abis).lines.map((line) => line.trim())
}

/** The listing of the instructions that `program` executes on the call `data`, in order. */
export function traceText(
  program: Program,
  data: SeccompData,
  endianness: Endianness,
  abis: readonly AbiTable[],
): string {
  const { header, lines } = partsOf(program, endianness, abis)
  const visited = trace(program, data, endianness).path.map(({ pc }) => lines[pc] ?? '')
  return `${[...header, ...visited].join('\n')}\n`
}
