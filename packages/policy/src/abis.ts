import { abiTable } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import type { Policy } from './policy.ts'

/**
 * The ABIs that `policy` is for where the main one is `main`, which comes first: its sub-architectures by `archMap`,
 * and `architectures`.
 * @see moby/profiles seccomp/seccomp_linux.go: setupSeccomp(); libseccomp always has the native ABI in a filter
 */
export function policyAbis(policy: Policy, main: AbiToken): readonly AbiToken[] {
  const mapped = policy.archMap?.find((entry) => entry.main === main)?.sub ?? []
  return [...new Set([main, ...(policy.architectures ?? []), ...mapped])]
}

/** The tables of {@link policyAbis}, ready for a target. */
export function policyTables(policy: Policy, main: AbiToken): readonly AbiTable[] {
  return policyAbis(policy, main).map((token) => abiTable(token))
}
