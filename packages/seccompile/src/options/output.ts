import { statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { CliError } from '../cli-error.ts'
import type { Io } from '../io.ts'

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

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined // what is wrong with the path is said when the file is written
  }
}

/**
 * Sees that `output` is not the file `input`, which somebody wrote and would lose.
 * @throws CliError where it is, by that name or another
 */
export function checkNotInput(output: string | undefined, input: string): void {
  if (output === undefined || input === '-') return
  const [there, source] = [statOf(output), statOf(input)]
  if (there?.isFile() === true && there.dev === source?.dev && there.ino === source.ino)
    throw new CliError(`${output}: is what the filter is made from; name another file with -o`)
}
