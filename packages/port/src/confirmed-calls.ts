/*
 * Steps that have their effect. A part of a policy that the edit does not change, such as a policy that holds together with it, may
 * refuse what the edit allows. Then the step is left out, and the row says so.
 */
import type { Policy, Target } from '@seccompile/policy'
import type { UndecidedAnswer } from '@seccompile/prover'
import type { AbiToken } from '@seccompile/syscalls'
import { isEnosys, policyOnAbi } from './allowed-calls.ts'
import type { PolicyInquiry } from './allowed-calls.ts'
import { withheld } from './agreed.ts'
import type { JudgedCall } from './judge-calls.ts'
import { withheldReason } from './reasons.ts'
import type { RequirementGroup } from './rule-groups.ts'

/** A policy with an edit for a group of rules, and its target without the ABIs. */
export interface EditedPolicy {
  readonly policy: Policy
  readonly group: RequirementGroup
  readonly rest: Omit<Target, 'abis'>
}

/** Whether the edited policy does with the call what the row says. */
function hasEffect({ row: { call, status }, where }: JudgedCall, on: PolicyInquiry): boolean {
  if (status === 'added') return on.refusals(call, where).length === 0
  return status !== 'enosys' || isEnosys(on, call, { kind: 'all', of: [] })
}

/** `judged`, without the steps that have no effect in the edited policy; or why that is undecided. */
export function confirmedCalls(
  judged: readonly JudgedCall[],
  { policy, group, rest }: EditedPolicy,
): readonly JudgedCall[] | UndecidedAnswer {
  const edited = new Map<AbiToken, PolicyInquiry>()
  for (const { row, steps } of judged) {
    if (steps.length === 0 || edited.has(row.abi)) continue
    const on = policyOnAbi(policy, row.abi, rest)
    if ('kind' in on) return on
    edited.set(row.abi, on)
  }
  return judged.map((one) => {
    const { row } = one
    const on = edited.get(row.abi)
    if (on === undefined || hasEffect(one, on)) return one
    const isForOthers = group.includes?.arches !== undefined || group.excludes?.arches !== undefined
    return withheld(one, isForOthers ? withheldReason.arches(row) : withheldReason.elsewhere(row.call))
  })
}
