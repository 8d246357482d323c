import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { chosenNotation } from '../options/notation.ts'
import type { NotationOptions } from '../options/notation.ts'
import { deliver } from '../write/deliver.ts'
import { outputFile } from '../write/output-file.ts'
import { askOne } from '../load/question.ts'
import type { QuestionOptions } from '../options/question.ts'

/** A filter, and the notation for it. */
export interface Conversion extends QuestionOptions, NotationOptions {
  readonly file: string
  /** Whether rules of a profile are written again in forms that libseccomp compiles as they are written. */
  readonly safe?: boolean
}

/** `seccompile convert`: a filter in another notation, with a proof that both mean the same. */
export async function convert(io: Io, options: Conversion): Promise<ExitCode> {
  if (options.safe === true) return (await import('./convert-safe.ts')).convertSafe(io, options)
  const notation = chosenNotation(options)
  const output = outputFile(io, options, notation, [options.file])
  return deliver(io, await askOne(io, options.file, options), { notation, output }, options)
}
