import { verify } from '@seccompile/cbpf'
import { CliError } from '../io/cli-error.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { inputName, readText } from '../io/input.ts'
import { assembled, testedOrder } from '@seccompile/policy-files'
import { refusalOf } from '../load/program.ts'
import { programFilter, usualAbi } from '@seccompile/filter'
import { chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { programSubject } from '../write/content.ts'
import { deliver } from '../write/deliver.ts'
import { parseAbis, rawAbis } from '../options/abi.ts'
import type { AbiOptions } from '../options/abi.ts'
import { outputFile } from '../write/output-file.ts'
import { printableLine } from '@seccompile/text-layout'
import { sayJson, sayWarning } from '../show/say.ts'

/** A text to assemble, and how the filter is written. */
export interface Assembly extends AbiOptions, NotationOptions {
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
  const side = programFilter(file, program, abis)
  return deliver(io, programSubject(side), { notation, output }, options, (file, bytes) => {
    if (json) sayJson(io, { output: file, bytes, endianness, insns: program, problems: verify(program) })
    else
      io.out(`${printableLine(file)}: ${program.length} instructions, ${bytes} bytes, ${endianness} endian\n`)
  })
}
