/* The types of a lint rule and of its findings. */
import type { Policy, Severity, ShownCall, Target } from '@seccompile/policy'
import type { ExaminedAbi, ExaminedFilter } from './examined.ts'

/** A finding of a lint rule, before the name of the rule and a place are added. */
export interface RuleFinding {
  /**
   * What is so, in one line without a place and without the ABI: lower case, no full stop. It names {@link RuleFinding.call}. Where
   * a lint rule says the same of several ABIs, that is one finding.
   */
  readonly what: string
  /** A call that shows the finding. It comes from an inquiry, so the filter has confirmed it. */
  readonly call?: ShownCall
  /** For a gap, a call that is refused and differs from `call` in nothing that matters. */
  readonly other?: ShownCall
  /** What to write instead, in one clause; the remedy of the rule where absent. */
  readonly instead?: string
  /**
   * The system call whose rule in the profile is the place of the finding; that of {@link RuleFinding.call} where
   * absent.
   */
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
  /** Yields the findings on one ABI. `looked` has the other ABIs and the facts about the machine. */
  readonly check: (on: ExaminedAbi, looked: ExaminedFilter) => Iterable<RuleFinding>
  /** A policy that the rule catches. `nearMiss` is nearly the same policy, and has no finding. */
  readonly caught: LintExample
  readonly nearMiss: LintExample
}
