import { abiTable } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { readPolicy } from './policy-error.ts'
import { policyOf, tokenReader } from './policy-shape.ts'
import type { Policy } from './policy.ts'

/**
 * The ABIs of the policy `given` if the main one is `main`: first `main`, then `architectures`, then the
 * sub-architectures of `main` in `archMap`.
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER where `given` is no policy, or `main` no ABI
 * @see moby/profiles seccomp/seccomp_linux.go: setupSeccomp(); libseccomp always has the native ABI in a filter
 */
export function policyAbis(given: Policy, main: AbiToken): readonly AbiToken[] {
  const policy = policyOf(given)
  readPolicy(tokenReader, main, 'main')
  const mapped = policy.archMap?.find((entry) => entry.main === main)?.sub ?? []
  return [...new Set([main, ...(policy.architectures ?? []), ...mapped])]
}

/** The tables of {@link policyAbis}, ready for a target. */
export function policyTables(policy: Policy, main: AbiToken): readonly AbiTable[] {
  return policyAbis(policy, main).map((token) => abiTable(token))
}
