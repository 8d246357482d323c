import { verify } from '@seccompile/cbpf'
import { programFilter, usualAbi } from '@seccompile/filter'
import { assembled, testedOrder } from '@seccompile/policy-files'
import { printableLine } from '@seccompile/text-layout'
import { making } from '../ask/making.ts'
import type { FilterWithReport } from '../ask/making.ts'
import { CliError } from '../io/cli-error.ts'
import { inputName, readText } from '../io/input.ts'
import { refusalOf } from '../load/program.ts'
import { abiList, parseAbis, rawAbis } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'
import { OUTPUT } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { NOTATION } from '../options/notation.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'
import { programSubject } from '../write/content.ts'

/** A text to assemble. */
interface Assembly extends AbiOptions {
  readonly file: string
  readonly json?: boolean
}

/**
 * `seccompile asm`: makes a raw filter from a text in bpf_asm's syntax, or from a listing. A listing may show a program
 * that the kernel would refuse; the program is written unchanged, with a warning. Without `--abi`, the architecture
 * that the text tests for determines the byte order.
 * @throws CliError for a file that is no text
 */
export function assemble(options: Assembly): FilterWithReport {
  const { file: argument, json = false } = options
  const file = inputName(argument)
  const text = readText(argument, 'a program in assembly, or a listing')
  if (text.includes('\0')) throw new CliError(`${file}: holds NUL bytes; expected text`)
  const named = rawAbis(options)
  const program = assembled(text, { file, abis: named })
  const abis = options.abi ?? parseAbis(usualAbi(testedOrder(program)))
  const [{ endianness }] = abis
  const refusal = refusalOf(program)
  return {
    made: programSubject(programFilter(file, program, abis)),
    warnings: refusal === undefined || json ? [] : [[{ message: refusal }]], // the facts have it among the problems
    report: (output, bytes) => ({
      text: `${printableLine(output)}: ${program.length} instructions, ${bytes} bytes, ${endianness} endian\n`,
      facts: { output, bytes, endianness, insns: program, problems: verify(program) },
    }),
  }
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
  run: making(assemble, ({ file }) => [file], 'raw'),
})
