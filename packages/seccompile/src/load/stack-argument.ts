import { existsSync } from 'node:fs'
import { PRESET } from '@seccompile/policy-files'
import { checkOneStdin } from '../io/input.ts'

/**
 * The files that `argument` names: those of a stack, separated by commas, or `argument` alone.
 * @throws CliError where two of them are standard input
 */
export function filterFilesOf(argument: string): readonly string[] {
  if (argument.startsWith(PRESET) || existsSync(argument)) return [argument]
  const files = argument.split(',')
  checkOneStdin(files)
  return files
}
