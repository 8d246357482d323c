/*
 * Steps that have their effect. A part of a policy that the edit does not change, such as a policy that holds together with it, may
 * refuse what the edit allows. Then the step is left out, and the row says so.
 */
import type { Policy, Target } from '@seccompile/policy'
import type { UndecidedAnswer } from '@seccompile/prover'
import type { AbiToken } from '@seccompile/syscalls'
import { policyOnAbi } from './allowed-calls.ts'
import type { PolicyInquiry } from './allowed-calls.ts'
import { withheld } from './agreed.ts'
import type { JudgedCall } from './judge-calls.ts'
import { withheldReason } from './reasons.ts'

/** A policy with an edit, and its target without the ABIs. */
export interface EditedPolicy {
  readonly policy: Policy
  readonly rest: Omit<Target, 'abis'>
}

/** `judged`, without the steps that have no effect in the edited policy; or why that is undecided. */
export function confirmedCalls(
  judged: readonly JudgedCall[],
  { policy, rest }: EditedPolicy,
): readonly JudgedCall[] | UndecidedAnswer {
  const edited = new Map<AbiToken, PolicyInquiry>()
  for (const { row, steps } of judged) {
    if (steps.length === 0 || edited.has(row.abi)) continue
    const on = policyOnAbi(policy, row.abi, rest)
    if ('kind' in on) return on
    edited.set(row.abi, on)
  }
  return judged.map((one) => {
    const { row, where } = one
    const refusals = row.status === 'added' ? (edited.get(row.abi)?.refusals(row.call, where) ?? []) : []
    return refusals.length === 0 ? one : withheld(one, withheldReason.elsewhere(row.call))
  })
}
