/* A policy as the reader of a notation yields it. */
import type { Finding, Policy, Warning } from '@seccompile/policy'

/** A policy, with the warnings about its text. */
export interface LoadedPolicy {
  readonly policy: Policy
  readonly warnings: readonly Warning[]
  /** Facts about the reading of the text that are not mistakes. */
  readonly notes?: readonly string[]
  /** The parts of a profile about installing the filter; a raw program cannot hold them. */
  readonly install?: InstallFacts
  /** Findings about an OCI profile that is distributed as an artifact; absent for other policies. */
  readonly artifact?: () => Promise<readonly Finding[]>
}

/** The parts of a profile that are parameters of seccomp(2). */
export interface InstallFacts {
  readonly flags?: readonly string[]
  readonly listenerPath?: string
  readonly listenerMetadata?: string
}
