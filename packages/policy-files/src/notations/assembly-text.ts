import { printAssembly } from '@seccompile/cbpf'
import type { ProgramToWrite } from './notation.ts'

/** The program as a text of bpf_asm. Alone in its file, which is loaded where this notation is asked for. */
export function assemblyText({ program, endianness, nameOf }: ProgramToWrite): string {
  return printAssembly(program, { endianness, nameOf })
}
