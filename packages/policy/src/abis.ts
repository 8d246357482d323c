import { abiByName, abiTable, hasTable } from '@seccompile/syscalls'
import type { AbiTable, KnownAbiToken } from '@seccompile/syscalls'
import { PolicyError } from './policy-error.ts'
import type { Policy } from './policy.ts'

/**
 * The ABIs that `policy` is for where the main one is `main`, which comes first: its sub-architectures by `archMap`,
 * and `architectures`.
 * @see moby/profiles seccomp/seccomp_linux.go: setupSeccomp(); libseccomp always has the native ABI in a filter
 */
export function policyAbis(policy: Policy, main: KnownAbiToken): readonly KnownAbiToken[] {
  const mapped = policy.archMap?.find((entry) => entry.main === main)?.sub ?? []
  return [...new Set([main, ...(policy.architectures ?? []), ...mapped])]
}

/**
 * The tables of {@link policyAbis}, ready for a target.
 * @throws PolicyError E_TARGET where there is no table of one
 */
export function policyTables(policy: Policy, main: KnownAbiToken): readonly AbiTable[] {
  return policyAbis(policy, main).map((token) => {
    if (hasTable(token)) return abiTable(token)
    const name = abiByName(token)?.scmpName ?? token
    throw new PolicyError(
      'E_TARGET',
      `the policy is for ${name} too, which has no table of system calls here`,
    )
  })
}
