/* A filter in the notation that a command needs, as the content of its file. */
import type { Notation, ProgramNotation } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { constantNames, listingOptions } from '@seccompile/describe'
import type { WrittenContent, ContentOptions, FilterToWrite } from './content.ts'

async function asProgram({ filter }: FilterToWrite, notation: ProgramNotation): Promise<WrittenContent> {
  const program = await filter.program()
  if (program === undefined)
    throw new CliError(
      `${filter.name}: is not a single filter, and ${notation.title} can hold only one; "compile" divides a large policy among several filters`,
    )
  const { endianness, abis } = filter
  const { verdictText } = listingOptions(endianness, { abis })
  const names = { nameOf: constantNames(abis), ...(verdictText === undefined ? {} : { verdictText }) }
  const written = await notation.write({ program, endianness, abis, ...names })
  return {
    bytes: typeof written === 'string' ? new TextEncoder().encode(written) : written,
    isText: typeof written === 'string',
    about: `${program.length} instructions`,
    facts: { insns: program.length },
  }
}

/**
 * The filter `subject` in `notation`; in a notation of policies, with a proof that its meaning is the same. An exit
 * status, if there is none; the reason has been printed.
 * @throws CliError where `subject` is no single program, or no policy has its meaning
 */
export async function contentOf(
  io: Io,
  subject: FilterToWrite,
  notation: Notation,
  options: ContentOptions,
): Promise<WrittenContent | ExitCode> {
  if (notation.kind === 'program') return asProgram(subject, notation)
  const { policyContent } = await import('./policy-content.ts')
  return policyContent(io, subject, notation, options)
}
