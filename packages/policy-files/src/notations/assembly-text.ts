import { printAssembly } from '@seccompile/cbpf'
import type { ProgramToWrite } from './notation.ts'

/** The program as a text of bpf_asm. This file holds nothing else, because it is loaded only for this notation. */
export function assemblyText({ program, endianness, nameOf, verdictText }: ProgramToWrite): string {
  return printAssembly(program, {
    endianness,
    nameOf,
    ...(verdictText === undefined ? {} : { verdictText }),
  })
}
