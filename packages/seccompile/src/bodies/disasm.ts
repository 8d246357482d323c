import { print, printAssembly } from '@seccompile/cbpf'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { loadAcceptedProgram, loadProgram } from '../load/program.ts'
import type { TargetOptions } from '../options/target.ts'
import { listingOptions, loadArgumentNames, readsArguments, statementsOf } from '@seccompile/describe'
import type { RawOption } from '@seccompile/describe'
import { sayJson, sayWarnings } from '../show/say.ts'
import { sayText } from '../show/verdict-colours.ts'

/** A program, and how it is shown. */
export interface DisasmQuestion extends TargetOptions, RawOption {
  readonly file: string
  readonly asm: boolean
  readonly json: boolean
}

/** `seccompile disasm`: a program as a listing, or as text that `asm` and bpf_asm read. */
export async function disasm(io: Io, question: DisasmQuestion): Promise<ExitCode> {
  const { file, asm, json, raw = false } = question
  if (asm && json) throw new CliError('--asm and --json exclude each other')
  // Only a listing can show a program that the kernel would refuse.
  const load = asm ? loadAcceptedProgram : loadProgram
  const { program, abis, endianness, warnings } = await load(file, question)
  sayWarnings(io, warnings)
  const names = { raw, abis, args: await loadArgumentNames(abis, question, readsArguments(program)) }
  const shown = listingOptions(endianness, names)
  if (json)
    sayJson(io, {
      endianness,
      insns: program,
      ...(raw ? {} : { statements: statementsOf(program, endianness, names) }),
    })
  else if (asm) io.out(printAssembly(program, shown))
  else sayText(io, print(program, shown))
  return EXIT.ok
}
