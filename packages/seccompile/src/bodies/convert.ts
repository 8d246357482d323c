import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { chosenNotation } from '../options/notation.ts'
import { deliver } from '../write/deliver.ts'
import { outputFile } from '../write/output-file.ts'
import { askOne } from '../load/question.ts'
import type { Conversion } from './conversion.ts'

/** `seccompile convert`: a filter in another notation, with a proof that both mean the same. */
export async function convert(io: Io, options: Conversion): Promise<ExitCode> {
  if (options.safe === true) return (await import('./convert-safe.ts')).convertSafe(io, options)
  const notation = chosenNotation(options)
  const output = outputFile(io, options, notation, [options.file])
  return deliver(io, await askOne(io, options.file, options), { notation, output }, options)
}
