import { verify } from '@seccompile/cbpf'
import { programFilter, usualAbi } from '@seccompile/filter'
import { assembled, testedOrder } from '@seccompile/policy-files'
import { printableLine } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { inputName, readText } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { refusalOf } from '../load/program.ts'
import { abiList, parseAbis, rawAbis } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'
import { OUTPUT } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { NOTATION, chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { sayJson, sayWarning } from '../show/say.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'
import { programSubject } from '../write/content.ts'
import { deliver } from '../write/deliver.ts'
import { outputFile } from '../write/output-file.ts'

/** A text to assemble, and how the filter is written. */
interface Assembly extends AbiOptions, NotationOptions {
  readonly file: string
  readonly json: boolean
}

/**
 * `seccompile asm`: makes a raw filter from a text in bpf_asm's syntax, or from a listing. A listing may show a program
 * that the kernel would refuse; the program is written unchanged, with a warning. Without `--abi`, the architecture
 * that the text tests for determines the byte order.
 */
export async function asm(io: Io, options: Assembly): Promise<ExitCode> {
  const { file: argument, json } = options
  const notation = chosenNotation(options, 'raw')
  const output = outputFile(io, options, notation, [argument])
  const file = inputName(argument)
  const text = readText(argument, 'a program in assembly, or a listing')
  if (text.includes('\0')) throw new CliError(`${file}: holds NUL bytes; expected text`)
  const named = rawAbis(options)
  const program = assembled(text, { file, abis: named })
  const abis = options.abi ?? parseAbis(usualAbi(testedOrder(program)))
  const [{ endianness }] = abis
  const refusal = refusalOf(program)
  if (refusal !== undefined && !json) sayWarning(io, refusal)
  const filter = programFilter(file, program, abis)
  return deliver(io, programSubject(filter), { notation, output }, options, (file, bytes) => {
    if (json) sayJson(io, { output: file, bytes, endianness, insns: program, problems: verify(program) })
    else
      io.out(`${printableLine(file)}: ${program.length} instructions, ${bytes} bytes, ${endianness} endian\n`)
  })
}

/** `seccompile asm`. */
export const command: Command = defineCommand({
  description: 'assemble a raw filter from text in the syntax of bpf_asm, or from a listing',
  args: { file: argument('the text, or - for standard input', FILES) },
  options: {
    abi: abiList(
      'ABIs whose calls the text may name, the main one first; they determine the byte order',
      'x86_64, and the byte order of the architectures that the text tests for',
    ),
    output: OUTPUT,
    ...NOTATION,
    json: JSON_OUT,
  },
  examples: [
    {
      does: 'a filter from a text of bpf_asm, or from a listing',
      line: 'seccompile asm filter.txt -o filter.bpf',
    },
  ],
  run: asm,
})
