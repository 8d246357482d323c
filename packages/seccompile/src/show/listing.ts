/* The lines of a listing, with the names of architectures and calls. */
import type { Endianness, Program, SeccompData } from '@seccompile/abi'
import { listing, LISTING_HEADER } from '@seccompile/cbpf'
import { trace } from '@seccompile/interpreter'
import type { AbiTable } from '@seccompile/syscalls'
import { constantNames } from './constant-names.ts'

function linesOf(program: Program, endianness: Endianness, abis: readonly AbiTable[]): readonly string[] {
  return listing(program, { endianness, nameOf: constantNames(abis) }).map(({ text }) => text)
}

/** The instructions of `program` as the listing shows them, by pc. */
export function listingLines(
  program: Program,
  endianness: Endianness,
  abis: readonly AbiTable[],
): readonly string[] {
  return linesOf(program, endianness, abis).map((line) => line.trim())
}

/** The listing of the instructions that `program` executes on the call `data`, in order. */
export function traceText(
  program: Program,
  data: SeccompData,
  endianness: Endianness,
  abis: readonly AbiTable[],
): string {
  const lines = linesOf(program, endianness, abis)
  const visited = trace(program, data, endianness).path.map(({ pc }) => lines[pc] ?? '')
  return `${[...LISTING_HEADER, ...visited].join('\n')}\n`
}
