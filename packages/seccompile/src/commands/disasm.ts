import { print, printAssembly } from '@seccompile/cbpf'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { loadAcceptedProgram, loadProgram } from '../load/program.ts'
import type { TargetOptions } from '../options/target.ts'
import { constantNames } from '../show/constant-names.ts'
import { sayJson, sayWarnings } from '../show/say.ts'

/** The options of `disasm`, as typed. */
export interface DisasmCommandOptions extends TargetOptions {
  readonly asm?: boolean
  readonly json?: boolean
}

/** `seccompile disasm`: a program as a listing, or as text that `asm` and bpf_asm read. */
export async function disasmCommand(
  io: Io,
  argument: string,
  options: DisasmCommandOptions,
): Promise<ExitCode> {
  const { asm = false, json = false } = options
  if (asm && json) throw new CliError('--asm and --json exclude each other')
  // Only a listing can show a program that the kernel would refuse.
  const load = asm ? loadAcceptedProgram : loadProgram
  const { program, abis, endianness, warnings } = await load(argument, options)
  sayWarnings(io, warnings)
  const nameOf = constantNames(abis)
  if (json) sayJson(io, { endianness, insns: program })
  else if (asm) io.out(printAssembly(program, { endianness, nameOf }))
  else io.out(print(program, { endianness, nameOf }))
  return EXIT.ok
}
