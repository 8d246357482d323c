/* The targets of the filters of a preset. */
import { policyAbis } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'

/** The architectures with a filter of their own, sorted. */
const ARCHS = ['aarch64', 'arm', 'loongarch64', 'ppc64le', 'riscv64', 's390x', 'x86_64'] as const

/** The ABIs that a machine with x86_64 or aarch64 offers its programs. */
const MACHINES: readonly AbiToken[] = ['x86_64', 'x86', 'x32', 'aarch64', 'arm']

/** The 64-bit ABIs among {@link MACHINES}. */
const WIDE: readonly AbiToken[] = ['x86_64', 'aarch64']

const isFor = ({ abis, notFor = [] }: Policy, token: AbiToken): boolean =>
  abis?.includes(token) !== false && !notFor.some((each) => each.abis.includes(token))

/**
 * The ABIs of the default filter of `policy`. A list of refused calls is for any program, so it decides the calls of all
 * ABIs that a machine with x86_64 or aarch64 has. A list of allowed calls is long on each ABI, and for programs that are
 * known: it decides the two 64-bit ones, and calls of the others end the process.
 */
export function defaultAbis(policy: Policy): readonly AbiToken[] {
  const all = policy.defaultAction.action === 'ALLOW' ? MACHINES : WIDE
  return all.filter((token) => isFor(policy, token))
}

/** For each architecture that `policy` is for, the ABIs of its filter: those that the policy has beside its main ABI. */
export function abisByArch(policy: Policy): ReadonlyMap<AbiToken, readonly AbiToken[]> {
  return new Map(
    ARCHS.filter((token) => isFor(policy, token)).map((token) => [token, policyAbis(policy, token)]),
  )
}
