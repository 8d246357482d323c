import type { Answer } from '@seccompile/answer'
import { print, printAssembly } from '@seccompile/cbpf'
import { listingOptions, loadArgumentNames, readsArguments, statementsOf } from '@seccompile/describe'
import type { RawOption } from '@seccompile/describe'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { loadAcceptedProgram, loadProgram } from '../load/program.ts'
import { FILE } from '../options/files.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** A program, and how it is shown. */
interface DisasmValues extends TargetOptions, RawOption {
  readonly file: string
  readonly asm: boolean
}

/** A program as a listing, or as text that `asm` and bpf_asm read. */
async function disasm(question: Asked<DisasmValues>): Promise<Answer> {
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

/** `seccompile disasm`. */
export const command: Command = defineCommand({
  description: 'show a program as a listing',
  warnings: 'summary',
  args: { file: FILE },
  options: {
    ...TARGET,
    asm: flag('in the syntax of bpf_asm, with labels'),
    raw: RAW,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    { does: 'a listing with names', line: 'seccompile disasm filter.bpf' },
    { does: 'a text that "asm" and bpf_asm read', line: 'seccompile disasm filter.bpf --asm > filter.txt' },
  ],
  run: asking(disasm),
})
