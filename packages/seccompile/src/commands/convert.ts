import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { chosenNotation } from '../notation/chosen.ts'
import type { NotationOptions } from '../notation/chosen.ts'
import { contentOf, printContent } from '../notation/content.ts'
import { checkNotInput, outputFile } from '../options/output.ts'
import { askOne } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { printable } from '../show/printable.ts'
import { sayJson } from '../show/say.ts'
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
  const { bytes, about, facts } = content
  if (file === undefined) {
    printContent(io, content)
    return EXIT.ok
  }
  await writeOutput(file, bytes)
  if (options.json === true)
    sayJson(io, { output: file, notation: notation.name, bytes: bytes.length, ...facts })
  else io.out(`${printable(file)}: ${notation.title}, ${bytes.length} bytes, ${about}\n`)
  return EXIT.ok
}
