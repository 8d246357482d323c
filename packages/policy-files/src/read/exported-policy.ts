import { PolicyError, policyOf } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { expectText, shown } from '@seccompile/shape'

/**
 * The default export `value` of the module `name`, read as a policy: plain data.
 * @throws PolicyError if the value is no policy; the message names the field
 */
export function exportedPolicy(value: unknown, name: string): Policy {
  expectText(name, 'name')
  const what = 'a policy, such as policy({ default: errno(1) }).allow("read") of @seccompile/policy'
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PolicyError('E_TYPE', `${name}: expected ${what}, as default export; got ${shown(value)}`)
  try {
    return policyOf(value)
  } catch (error) {
    // A field may be a getter of the module, which may throw anything.
    const why = error instanceof Error ? error.message : String(error)
    throw new PolicyError('E_TYPE', `${name}: ${why}`, undefined, { cause: error })
  }
}
