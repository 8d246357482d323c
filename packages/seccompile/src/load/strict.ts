import type { LoadedPolicy } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'

/**
 * For `--strict`, refuses a policy whose reader drops a part that refuses calls: a misspelt key, or a word that the
 * reader leaves out.
 * @throws CliError that names the first such part
 */
export function checkSpelling({ warnings }: LoadedPolicy): void {
  const first = warnings.find(({ severity }) => severity === 'high')
  if (first !== undefined) throw new CliError(first.message)
}
