import type { Notation } from '@seccompile/policy-files'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { writeOutput } from '../io/output.ts'
import { contentOf } from './content-of.ts'
import { printContent } from './content.ts'
import type { ContentOptions, FilterToWrite } from './content.ts'
import { sayWritten } from './say-written.ts'

/** The notation and the place of a command's filter. */
export interface Destination {
  readonly notation: Notation
  /** A file; standard output if `undefined`. */
  readonly output: string | undefined
}

/**
 * Prints `subject`, or writes it to a file and reports that. For a program in a file, calls `sayProgram` with the
 * file and its number of bytes instead.
 */
export async function deliver(
  io: Io,
  subject: FilterToWrite,
  { notation, output }: Destination,
  options: ContentOptions,
  sayProgram?: (output: string, bytes: number) => void,
): Promise<ExitCode> {
  const content = await contentOf(io, subject, notation, options)
  if (typeof content === 'number') return content
  if (output === undefined) {
    printContent(io, content)
    return EXIT.ok
  }
  await writeOutput(output, content.bytes)
  if (sayProgram === undefined || notation.kind === 'policy')
    sayWritten(io, output, notation, content, options.json === true)
  else sayProgram(output, content.bytes.length)
  return EXIT.ok
}
