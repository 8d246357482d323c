/*
 * The rules of a policy by what they require of the target. A call that stands in for one that only processes with CAP_SYS_ADMIN may make
 * is opened to these processes alone.
 */
import type { Capability, KernelVersion, Policy, PolicyRule, Requirement } from '@seccompile/policy'
import { isAtLeast } from '@seccompile/syscalls'

/** Rules with one requirement. */
export interface RequirementGroup {
  readonly includes?: Requirement
  readonly excludes?: Requirement
  /** The policy with only these rules. Those that require nothing have the default action too. */
  readonly alone: Policy
  /** Capabilities of a target that meets the requirement. */
  readonly caps: readonly Capability[]
  /** A kernel that meets it. */
  readonly kernel: KernelVersion
}

const opens = ({ action }: PolicyRule): boolean => action.action === 'ALLOW' || action.action === 'LOG'

const isEmpty = (requirement: Requirement | undefined): boolean =>
  requirement === undefined ||
  Object.values(requirement).every((part) => Array.isArray(part) && part.length === 0)

function requirements({ includes, excludes }: PolicyRule): Pick<RequirementGroup, 'includes' | 'excludes'> {
  return {
    ...(includes === undefined || isEmpty(includes) ? {} : { includes }),
    ...(excludes === undefined || isEmpty(excludes) ? {} : { excludes }),
  }
}

/** The groups of the rules that allow calls, those without a requirement first. */
export function ruleGroups(
  policy: Policy,
  caps: readonly Capability[],
  kernel: KernelVersion,
): readonly RequirementGroup[] {
  const groups = new Map<
    string,
    { readonly of: Pick<RequirementGroup, 'includes' | 'excludes'>; readonly rules: PolicyRule[] }
  >()
  for (const rule of policy.rules) {
    if (!opens(rule)) continue
    const of = requirements(rule)
    const key = JSON.stringify(of)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { of, rules: [rule] })
    else known.rules.push(rule)
  }
  const { and: _others, ...own } = policy
  const free = groups.get('{}')?.rules ?? []
  groups.delete('{}')
  const required = [...groups.values()].map(({ of, rules }): RequirementGroup => {
    const { minKernel, caps: needed = [] } = of.includes ?? {}
    return {
      ...of,
      alone: { ...own, defaultAction: { action: 'KILL_PROCESS', data: 0 }, rules },
      caps: [...new Set([...caps, ...needed])].filter((cap) => !(of.excludes?.caps ?? []).includes(cap)),
      kernel: minKernel === undefined || isAtLeast(kernel, minKernel) ? kernel : minKernel,
    }
  })
  return [{ alone: { ...own, rules: free }, caps, kernel }, ...required]
}
