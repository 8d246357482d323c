/* The calls that kernels brought, and the ABIs that one removed. */
import type { KernelRange, KernelVersion } from '@seccompile/policy'
import { isAtLeast, numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'

/** ABIs that Linux no longer has, with the first kernel without them. @see Linux 6.19, commit 8e0b986c59c6 */
const REMOVED: Partial<Record<AbiToken, KernelVersion>> = { s390: { major: 6, minor: 19 } }

/** The kernel that removed `abi`, where the newest kernel of the range has it no longer. */
export function removedBy({ token }: AbiTable, { newest }: KernelRange): KernelVersion | undefined {
  const version = REMOVED[token]
  return version && isAtLeast(newest, version) ? version : undefined
}

const sortKey = ({ major, minor }: KernelVersion): number => major * 1000 + minor

/**
 * The calls of `abi` that came after `oldest`, up to `newest`: by version, and those of one version by number; none of an ABI
 * that `newest` no longer has.
 */
export function callsBetween(
  abi: AbiTable,
  { oldest, newest }: KernelRange,
): ReadonlyMap<string, KernelVersion> {
  if (removedBy(abi, { oldest, newest }) !== undefined) return new Map()
  const found = [...(abi.signatures ?? [])].flatMap(([name, { since }]): [string, KernelVersion][] => {
    if (since === undefined) return []
    const version = { major: since[0], minor: since[1] }
    return isAtLeast(newest, version) && !isAtLeast(oldest, version) ? [[name, version]] : []
  })
  return new Map(
    found.sort(
      ([a, from], [b, then]) =>
        // The table has a number for each of its calls.
        sortKey(from) - sortKey(then) || numberOf(abi, a)! - numberOf(abi, b)!,
    ),
  )
}
