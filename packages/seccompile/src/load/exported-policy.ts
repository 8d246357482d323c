import { shown } from '@seccompile/abi/shape'
import { policyOf } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { CliError } from '../cli-error.ts'

/**
 * The policy that `value`, the default export of the module `name`, is, as plain data.
 * @throws CliError with the field where it is none
 */
export function exportedPolicy(value: unknown, name: string): Policy {
  const what = 'a policy, such as policy({ default: errno(1) }).allow("read") of @seccompile/policy'
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CliError(`${name}: expected ${what}, as default export; got ${shown(value)}`)
  try {
    return policyOf(value)
  } catch (error) {
    // Reading a field may run code of theirs, which may throw anything.
    throw new CliError(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
