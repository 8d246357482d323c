import { printAssembly } from '@seccompile/cbpf'
import { constantNames } from '@seccompile/describe'
import type { ProgramToWrite } from './notation.ts'

/** The program as a text of bpf_asm, with names in its comments. */
export function assemblyText({ program, endianness, abis }: ProgramToWrite): string {
  return printAssembly(program, { endianness, nameOf: constantNames(abis) })
}
