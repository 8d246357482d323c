/* What a lint rule is, and what it finds. */
import type { Policy, Severity, ShownCall, Target } from '@seccompile/policy'
import type { ExaminedAbi, ExaminedFilter } from './examined.ts'

/** What a lint rule finds, before it has the name of the rule and its place. */
export interface RuleFinding {
  /**
   * What is so, in one line without a place and without the ABI: lower case, no full stop. It names {@link RuleFinding.call}. Where
   * a lint rule says the same of several ABIs, that is one finding.
   */
  readonly what: string
  /** A call that shows it. The rule got it from an inquiry, so the filter has confirmed it. */
  readonly call?: ShownCall
  /** The other side of a gap: a call that is refused, and differs from the first in nothing that counts. */
  readonly other?: ShownCall
  /** What to write instead, in one clause; the remedy of the rule where absent. */
  readonly instead?: string
  /** The system call by whose rule the place in a profile is found; that of {@link RuleFinding.call} where absent. */
  readonly about?: string
}

/** A policy on which a lint rule is tried. */
export interface LintExample {
  readonly policy: Policy
  /** The kernel and the capabilities, where the rule depends on them. */
  readonly target?: Pick<Target, 'caps' | 'kernel'>
}

/**
 * A lint rule: it reads the meaning of a filter and finds what is dangerous, or will break. It is a plain object. A list of
 * lint rules is handed to `lint`, so that people bring their own.
 */
export interface LintRule {
  /** In kebab-case. Where a warning of `resolve` is about the same thing, both have one name. */
  readonly name: string
  readonly severity: Severity
  /** What a finding means, in one sentence. */
  readonly means: string
  /** What to do, in one sentence. */
  readonly remedy: string
  /** CVEs, addresses of issues, manual pages, files of the kernel. */
  readonly sources: readonly string[]
  /** What is found on one ABI. `looked` has the other ABIs and what is known of the machine. */
  readonly check: (on: ExaminedAbi, looked: ExaminedFilter) => Iterable<RuleFinding>
  /** A policy that the rule catches, and one that nearly is such a policy and is left alone. */
  readonly caught: LintExample
  readonly nearMiss: LintExample
}
