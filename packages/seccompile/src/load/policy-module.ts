import type { Policy } from '@seccompile/policy'
import { exportedPolicy } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'
import { loadModule } from './module.ts'

/**
 * The policy that the module in the file `path` exports as default.
 * @throws CliError where it cannot be loaded or exports something else
 */
export async function loadPolicyModule(path: string): Promise<Policy> {
  const exports = await loadModule(path)
  if (!Object.hasOwn(exports, 'default'))
    throw new CliError(`${path}: has no default export; a policy module says "export default policy(…)"`)
  return { name: path, ...exportedPolicy(exports['default'], path) }
}
