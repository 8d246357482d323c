/*
 * A policy on one ABI: errnos by name become numbers, and rules for other ABIs name no call. The rules keep their
 * positions, which messages name. A policy that does not depend on ABIs is returned as it is, so that callers can
 * share results about it.
 */
import type { AbiToken } from '@seccompile/syscalls'
import { actionOn, sameAction } from '../../data/action.ts'
import type { Action } from '../../data/action.ts'
import type { Policy, PolicyRule } from '../../data/policy.ts'

function ruleOn(rule: PolicyRule, abi: AbiToken): PolicyRule {
  if (rule.abis !== undefined && !rule.abis.includes(abi)) return { ...rule, names: [] }
  const action = actionOn(rule.action, abi)
  return action === rule.action ? rule : { ...rule, action }
}

/** `policy` on `abi`; the same object where the ABI makes no difference. */
export function policyOn(policy: Policy, abi: AbiToken): Policy {
  const rules = policy.rules.map((rule) => ruleOn(rule, abi))
  const defaultAction = actionOn(policy.defaultAction, abi)
  const badArch = policy.badArch && actionOn(policy.badArch, abi)
  const isSame =
    defaultAction === policy.defaultAction &&
    badArch === policy.badArch &&
    rules.every((rule, i) => rule === policy.rules[i])
  return isSame ? policy : { ...policy, defaultAction, rules, ...(badArch === undefined ? {} : { badArch }) }
}

const isSameAction = (one: Action | undefined, other: Action | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && sameAction(one, other))

/** Whether a policy means the same on two ABIs: its errnos have the same numbers, and the same rules are for both. */
export function saysTheSame(one: Policy, other: Policy): boolean {
  return (
    isSameAction(one.defaultAction, other.defaultAction) &&
    isSameAction(one.badArch, other.badArch) &&
    // `policyOn` changes nothing of a rule but its action and whether it names calls.
    one.rules.every((rule, i) => {
      const { names, action } = other.rules[i]!
      return rule.names.length === names.length && isSameAction(rule.action, action)
    })
  )
}
