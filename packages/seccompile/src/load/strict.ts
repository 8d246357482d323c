import { CliError } from '../cli-error.ts'
import type { LoadedPolicy } from './policy.ts'

/** Refuses a policy whose text has a key that is misspelt, for `--strict`. @throws CliError that names the first one */
export function checkSpelling({ warnings }: LoadedPolicy): void {
  const first = warnings.find(({ name }) => name === 'misspelt-key')
  if (first !== undefined) throw new CliError(first.message)
}
