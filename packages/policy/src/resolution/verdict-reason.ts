import type { Policy, PolicyRule } from '../data/policy.ts'

/** A policy, or one that holds together with it. */
interface PolicyPart {
  readonly policy: Policy
  /** The position among all of them: 0 for the policy itself; what holds together with a policy comes next to it. */
  readonly part: number
}

/** What may have given a verdict: a rule with its position in its policy, the default, or `knownUpTo`, of the policy or the target. */
export type VerdictReason = PolicyPart &
  (
    | { readonly kind: 'rule'; readonly rule: PolicyRule; readonly index: number }
    | { readonly kind: 'default' }
    | { readonly kind: 'known-up-to' }
  )
