import { encode, isListing, parseAssembly, parseListing, verify } from '@seccompile/cbpf'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import { inputName, readText } from '../input.ts'
import type { Io } from '../io.ts'
import type { AbiOptions } from '../load-policy.ts'
import { rawAbis } from '../load-program.ts'
import { writeOutput } from '../output.ts'
import { printable, sayJson, sayWarning } from '../say.ts'
import { checkOutput } from './compile.ts'

/** The options of `asm`, as typed. */
export interface AsmCommandOptions extends AbiOptions {
  readonly output?: string
  readonly json?: boolean
}

/**
 * `seccompile asm`: a text in bpf_asm's syntax, or a listing, to a raw filter. A listing may show a program that the
 * kernel would refuse; it comes out as it is, with a warning.
 */
export async function asmCommand(io: Io, argument: string, options: AsmCommandOptions): Promise<ExitCode> {
  const { output, json = false } = options
  checkOutput(io, options)
  const [{ endianness }] = rawAbis(options)
  const file = inputName(argument)
  const text = readText(argument, 'a program in bpf_asm syntax, or a listing')
  if (text.includes('\0')) throw new CliError(`${file}: holds NUL bytes; expected text`)
  const program = isListing(text) ? parseListing(text, { file }) : parseAssembly(text, { file })
  const bytes = encode(program, endianness)
  const problems = verify(program)
  const [problem] = problems
  if (problem !== undefined && !json)
    sayWarning(
      io,
      `the kernel would refuse this program: ${problem.where}: ${problem.message} (${problem.invariant})`,
    )
  if (output === undefined) {
    io.outBytes(bytes)
    return EXIT.ok
  }
  await writeOutput(output, bytes)
  if (json) sayJson(io, { output, bytes: bytes.length, endianness, insns: program, problems })
  else
    io.out(
      `${printable(output)}: ${program.length} instructions, ${bytes.length} bytes, ${endianness} endian\n`,
    )
  return EXIT.ok
}
