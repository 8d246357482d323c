import { parseKernelVersion } from '@seccompile/policy'
import type { CallRoute } from '@seccompile/routes'
import { isAtLeast } from '@seccompile/syscalls'
import type { KernelSpan } from '@seccompile/syscalls'

/**
 * The calls that x86_64 runs whatever a filter returns.
 * @see kernel/seccomp.c: seccomp_uprobe_exception()
 */
const CALLS: readonly string[] = ['uretprobe', 'uprobe']

const SINCE = { major: 6, minor: 14 }

/** Why no filter refuses a call of `routes` in the newest kernel of `kernels`; `undefined` where a filter can. */
export function runAnyway(routes: readonly CallRoute[], { to }: KernelSpan): string | undefined {
  const found = routes.find(({ abi, name }) => abi.token === 'x86_64' && CALLS.includes(name))
  const newest = to === undefined ? SINCE : parseKernelVersion(to)
  if (found === undefined || newest === undefined || !isAtLeast(newest, SINCE)) return undefined
  return `x86_64: Linux 6.14 and newer run ${found.name} whatever a filter says`
}
