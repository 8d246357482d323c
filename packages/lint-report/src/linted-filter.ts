import type { DescribedFilter } from '@seccompile/describe'
import type { Finding, Policy } from '@seccompile/policy'

/** A filter, and what reading it has found. */
export interface LintedFilter extends DescribedFilter {
  /** What reading has told; a note is a fact, and no mistake. */
  readonly warnings: readonly { readonly message: string; readonly isNote?: boolean }[]
  /** All warnings of a policy. */
  readonly findings: readonly Finding[]
  /** The policy; absent for raw files. */
  readonly policy?: Policy
  /** What the policy must not hold as an artifact; absent where it is no OCI profile. */
  readonly artifact?: (() => Promise<readonly Finding[]>) | undefined
  /** The note on ABIs of a policy that are left out. */
  readonly leftOut?: string | undefined
}
