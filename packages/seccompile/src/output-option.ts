import { CliError } from './cli-error.ts'
import type { Io } from './io.ts'

/** Where the output of a command is to go, as typed. */
export interface OutputOptions {
  readonly output?: string
  readonly json?: boolean
}

/**
 * The file that a filter is to be written to; `undefined` for standard output, which `-` and no `-o` at all stand for.
 * @throws CliError where that is a terminal, or standard output is wanted for two things
 */
export function outputFile(io: Io, { output, json = false }: OutputOptions): string | undefined {
  if (output === '') throw new CliError('--output: expected the path of a file; got ""')
  if (output !== undefined && output !== '-') return output
  if (json) throw new CliError('--json and the filter would both go to standard output; name a file with -o')
  if (io.outIsTerminal)
    throw new CliError(
      'a filter is binary and standard output is a terminal; name a file with -o, or use "disasm"',
    )
  return undefined
}
