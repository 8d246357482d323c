import { PRESET } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'
import type { Io } from '../io/io.ts'
import { isSameFile, statOf } from '../io/inside.ts'
import { partsOf } from '../io/parts.ts'

/** The options for the output of a command, as typed. */
export interface OutputOptions {
  readonly output?: string | undefined
  readonly json?: boolean
}

/**
 * The file for a filter in a notation; `undefined` for standard output, which is the default and which `-o -` names.
 * @param inputs - the files that the filter is made from
 * @throws CliError for one of `inputs`, where standard output is a terminal, and where JSON needs standard output too
 */
export function outputFile(
  io: Io,
  { output, json = false }: OutputOptions,
  { name }: { readonly name: string },
  inputs: readonly (string | undefined)[],
): string | undefined {
  if (output !== undefined && output !== '-') {
    checkNotInput(output, inputs)
    return output
  }
  if (json) throw new CliError('--json and the filter would both go to standard output; name a file with -o')
  if (io.outIsTerminal && name === 'raw')
    throw new CliError(
      'a raw filter is binary and standard output is a terminal; name a file with -o, or another notation with --to',
    )
  return undefined
}

/**
 * The files that `input` may name, and the files that these depend on. `FILE#NAME` is one of several filters in a
 * file, and the files of a stack are separated by commas.
 */
function filesOf(input: string | undefined): readonly string[] {
  if (input === undefined || input === '-' || input.startsWith(PRESET)) return []
  const files = [input, input.replace(/#[^#]*$/, ''), ...input.split(',')].filter((file) => file !== '')
  return [...files, ...files.flatMap(partsOf)]
}

/**
 * Checks that the output replaces none of the input files, which a person may have written.
 * @param what - the name of the output in messages, if it is not the one of `-o`
 * @param option - the option that names another output
 * @throws CliError where it and an input name one file
 */
export function checkNotInput(
  output: string | undefined,
  inputs: readonly (string | undefined)[],
  what: string = '',
  option: string = '-o',
): void {
  if (output === undefined) return
  if (statOf(output)?.isFile() !== true) return
  if (inputs.flatMap(filesOf).some((file) => isSameFile(output, file)))
    throw new CliError(
      `${what}${output}: is an input file, which the output would replace; name another file with ${option}`,
    )
}
