import { CliError } from '../io/cli-error.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { chosenNotation } from '../options/notation.ts'
import { deliver } from '../write/deliver.ts'
import { flagOf } from '../syntax/option.ts'
import { outputFile } from '../write/output-file.ts'
import { askOne } from '../load/question.ts'
import type { Conversion } from './conversion.ts'

/** Whether the file is a text in assembly. A file of another kind is known by its content. */
const isAssembly = ({ file, from }: Conversion): boolean => from === 'asm' || /\.asm$/i.test(file)

/** Options that a text in assembly has no use for: it is a program for one target already. */
const IDLE = ['caps', 'kernel', 'unknown', 'knownUpTo', 'multiplexers', 'widths', 'safe', 'raw'] as const

/** `convert` of a text in assembly. @throws CliError for an option without effect */
async function convertAssembly(io: Io, options: Conversion): Promise<ExitCode> {
  const idle = IDLE.find((key) => options[key] !== undefined && options[key] !== false)
  if (idle !== undefined)
    throw new CliError(
      `${flagOf(idle)} has no effect on a text in assembly, which is a program; leave it out`,
    )
  const { json = false } = options
  chosenNotation(options)
  return (await import('./asm.ts')).asm(io, { ...options, json })
}

/** `seccompile convert`: a filter in another notation, with a proof that both mean the same. */
export async function convert(io: Io, options: Conversion): Promise<ExitCode> {
  if (isAssembly(options)) return convertAssembly(io, options)
  if (options.safe === true) return (await import('./convert-safe.ts')).convertSafe(io, options)
  const notation = chosenNotation(options)
  const output = outputFile(io, options, notation, [options.file])
  return deliver(io, await askOne(io, options.file, options), { notation, output }, options)
}
