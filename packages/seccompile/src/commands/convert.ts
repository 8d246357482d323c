import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { deliver } from '../write/deliver.ts'
import { outputFile } from '../options/output.ts'
import { askOne } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'

/** The options of `convert`, as typed. */
export interface ConvertCommandOptions extends QuestionOptions, NotationOptions {}

/** `seccompile convert`: a filter in another notation, with a proof that both mean the same. */
export async function convertCommand(
  io: Io,
  argument: string,
  options: ConvertCommandOptions,
): Promise<ExitCode> {
  const notation = chosenNotation(options)
  const output = outputFile(io, options, notation, [argument])
  return deliver(io, await askOne(io, argument, options), { notation, output }, options)
}
