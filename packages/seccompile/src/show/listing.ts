import type { Endianness, Program, SeccompData } from '@seccompile/abi'
import { print } from '@seccompile/cbpf'
import { trace } from '@seccompile/interpreter'
import type { AbiTable } from '@seccompile/syscalls'
import { constantNames } from './constant-names.ts'

/** The listing of the instructions that `program` executes on the call `data`, in order. */
export function traceText(
  program: Program,
  data: SeccompData,
  endianness: Endianness,
  abis: readonly AbiTable[],
): string {
  const listing = print(program, { endianness, nameOf: constantNames(abis) })
  const [header, rule, ...lines] = listing.trimEnd().split('\n')
  const visited = trace(program, data, endianness).path.map(({ pc }) => lines[pc] ?? '')
  return `${[header, rule, ...visited].join('\n')}\n`
}
