import type { Capability } from './capability.ts'
import { isAtLeast } from './kernel-version.ts'
import type { KernelVersion } from './kernel-version.ts'
import type { PolicyRule, Requirement } from './policy.ts'

/** What requirements are held against: the capabilities, the first ABI and the kernel of a target. */
export interface Circumstances {
  readonly caps: ReadonlySet<Capability>
  /** The first ABI by its Go name. */
  readonly goArch: string
  readonly kernel: KernelVersion
}

/** Whether everything that `requirement` asks is so: all of its capabilities, one of its architectures, its kernel. */
function isMet(requirement: Requirement, { caps, goArch, kernel }: Circumstances): boolean {
  const { caps: needed = [], arches = [], minKernel } = requirement
  if (!needed.every((cap) => caps.has(cap))) return false
  if (arches.length > 0 && !arches.includes(goArch)) return false
  return minKernel === undefined || isAtLeast(kernel, minKernel)
}

/** Whether anything that `requirement` names is so: any of its capabilities or architectures, or its kernel. */
function isTouched(requirement: Requirement, { caps, goArch, kernel }: Circumstances): boolean {
  const { caps: named = [], arches = [], minKernel } = requirement
  if (named.some((cap) => caps.has(cap)) || arches.includes(goArch)) return true
  return minKernel !== undefined && isAtLeast(kernel, minKernel)
}

/**
 * Whether `rule` takes part under `circumstances`.
 * @see moby/profiles seccomp/seccomp_linux.go: setupSeccomp()
 */
export function applies(rule: PolicyRule, circumstances: Circumstances): boolean {
  if (rule.excludes !== undefined && isTouched(rule.excludes, circumstances)) return false
  return rule.includes === undefined || isMet(rule.includes, circumstances)
}

/** Why `rule` takes part under no circumstances, as text; `undefined` where it may. */
export function contradiction({ includes, excludes }: PolicyRule): string | undefined {
  if (includes === undefined || excludes === undefined) return undefined
  const cap = includes.caps?.find((name) => excludes.caps?.includes(name))
  if (cap !== undefined) return `it includes and excludes ${cap}`
  const { arches = [] } = includes
  if (arches.length > 0 && arches.every((name) => excludes.arches?.includes(name)))
    return `it includes and excludes ${arches.join(', ')}`
  const { minKernel } = excludes
  if (minKernel !== undefined && includes.minKernel !== undefined && isAtLeast(includes.minKernel, minKernel))
    return 'its includes ask for a kernel that its excludes rule out'
  return undefined
}
