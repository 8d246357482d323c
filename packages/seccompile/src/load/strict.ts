import type { LoadedPolicy } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'

/**
 * Refuses a policy whose text loses what refuses calls, for `--strict`: by a key that is misspelt, or a word that its reader
 * leaves out.
 * @throws CliError that names the first one
 */
export function checkSpelling({ warnings }: LoadedPolicy): void {
  const first = warnings.find(({ severity }) => severity === 'high')
  if (first !== undefined) throw new CliError(first.message)
}
