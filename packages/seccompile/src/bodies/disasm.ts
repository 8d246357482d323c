import type { Answer } from '@seccompile/answer'
import { print, printAssembly } from '@seccompile/cbpf'
import { CliError } from '../io/cli-error.ts'
import { loadAcceptedProgram, loadProgram } from '../load/program.ts'
import type { TargetOptions } from '../options/target.ts'
import { listingOptions, loadArgumentNames, readsArguments, statementsOf } from '@seccompile/describe'
import type { RawOption } from '@seccompile/describe'
import type { Asked } from '../ask/asking.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'

/** A program, and how it is shown. */
export interface DisasmValues extends TargetOptions, RawOption {
  readonly file: string
  readonly asm: boolean
}

/** A program as a listing, or as text that `asm` and bpf_asm read. */
export async function disasm(question: Asked<DisasmValues>): Promise<Answer> {
  const { file, asm, form, raw = false } = question
  if (asm && form === 'json') throw new CliError('--asm and --json exclude each other')
  // Only a listing can show a program that the kernel would refuse.
  const load = asm ? loadAcceptedProgram : loadProgram
  const { program, abis, endianness, warnings } = await load(file, question)
  const names = { raw, abis, args: await loadArgumentNames(abis, question, readsArguments(program)) }
  const shown = listingOptions(endianness, names)
  return {
    status: 'done',
    warnings: [warnings],
    text: (paint) => (asm ? printAssembly(program, shown) : paintVerdicts(paint, print(program, shown))),
    facts: () => ({
      endianness,
      insns: program,
      ...(raw ? {} : { statements: statementsOf(program, endianness, names) }),
    }),
  }
}
