import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { chosenNotation } from '../notation/chosen.ts'
import type { NotationOptions } from '../notation/chosen.ts'
import { contentOf, printContent } from '../notation/content.ts'
import { sayWritten } from '../notation/say-written.ts'
import { checkNotInput, outputFile } from '../options/output.ts'
import { askOne } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { writeOutput } from '../write/output.ts'

/** The options of `convert`, as typed. */
export interface ConvertCommandOptions extends QuestionOptions, NotationOptions {}

/** `seccompile convert`: a filter in another notation, with a proof that both mean the same. */
export async function convertCommand(
  io: Io,
  argument: string,
  options: ConvertCommandOptions,
): Promise<ExitCode> {
  const notation = chosenNotation(options)
  const file = outputFile(io, options, notation)
  checkNotInput(file, argument)
  const content = await contentOf(io, await askOne(io, argument, options), notation, options)
  if (typeof content === 'number') return content
  if (file === undefined) {
    printContent(io, content)
    return EXIT.ok
  }
  await writeOutput(file, content.bytes)
  sayWritten(io, file, notation, content, options.json === true)
  return EXIT.ok
}
