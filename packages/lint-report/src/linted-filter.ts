import type { DescribedFilter } from '@seccompile/describe'
import type { Finding, Policy } from '@seccompile/policy'

/** A filter, and the facts found while it was read. */
export interface LintedFilter extends DescribedFilter {
  /** The files of the filter, where its name is not that of one file: a stack has several, and a file may hold several filters. */
  readonly files?: readonly string[]
  /** Warnings and notes from reading; a note is a fact, not a mistake. */
  readonly warnings: readonly { readonly message: string; readonly isNote?: boolean }[]
  /** All warnings of a policy. */
  readonly findings: readonly Finding[]
  /** The policy; absent for raw files. */
  readonly policy?: Policy
  /** Findings about the policy as an artifact; absent for a policy that is no OCI profile. */
  readonly artifact?: (() => Promise<readonly Finding[]>) | undefined
  /** The note on ABIs of the policy that the filter leaves out. */
  readonly leftOut?: string | undefined
}
