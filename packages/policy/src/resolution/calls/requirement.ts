import { isAtLeast, NEWEST_KERNEL } from '@seccompile/syscalls'
import type { KernelVersion } from '@seccompile/syscalls'
import { CONTAINER_CAPS } from '../../data/capability.ts'
import type { Capability } from '../../data/capability.ts'
import { readPolicy } from '../../data/policy-error.ts'
import { policyOf } from '../../data/policy-shape.ts'
import type { Policy, PolicyRule, Requirement } from '../../data/policy.ts'
import { targetReader } from '../../data/target.ts'
import type { ReadTarget, Target } from '../../data/target.ts'

/**
 * The facts that requirements are compared with: the capabilities, the first ABI and the kernel of a target.
 */
export interface Circumstances {
  readonly caps: ReadonlySet<Capability>
  /** The first ABI by its Go name. */
  readonly goArch: string
  readonly kernel: KernelVersion
}

/** The facts that the requirements of a policy are compared with. Those of the target come first. */
export const circumstancesOf = (
  policy: Pick<Policy, 'caps' | 'kernel'>,
  target: ReadTarget,
): Circumstances => ({
  caps: new Set(target.caps ?? policy.caps ?? CONTAINER_CAPS),
  goArch: target.abis[0]!.goArch, // a target has at least one ABI
  kernel: target.kernel ?? policy.kernel ?? NEWEST_KERNEL,
})

/**
 * Whether the target meets `requirement`: it has all capabilities, one of the architectures, and at least the kernel.
 */
function isMet(requirement: Requirement, { caps, goArch, kernel }: Circumstances): boolean {
  const { caps: needed = [], arches = [], minKernel } = requirement
  if (!needed.every((cap) => caps.has(cap))) return false
  if (arches.length > 0 && !arches.includes(goArch)) return false
  return minKernel === undefined || isAtLeast(kernel, minKernel)
}

/** Whether the target has anything that `requirement` names: a capability, an architecture, or the kernel. */
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

/**
 * The rules of `policy` that take part for `target`, in the order of the policy. Those of `and` are not among them.
 * @throws PolicyError where the policy or the target has an unknown key or a wrong value
 */
export function rulesInForce(policy: Policy, target: Target): readonly PolicyRule[] {
  const given = policyOf(policy)
  const circumstances = circumstancesOf(given, readPolicy(targetReader, target, 'target'))
  return given.rules.filter((rule) => applies(rule, circumstances))
}

/** The reason why a rule never takes part, as text; `undefined` where it may. */
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
