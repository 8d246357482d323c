/* The types of a lint rule and of its findings. */
import type { Policy, Severity, ShownCall, Target } from '@seccompile/policy'
import type { ExaminedAbi, ExaminedFilter } from './examined.ts'

/** A finding of a lint rule, before the name of the rule and a place are added. */
export interface RuleFinding {
  /**
   * The text of the finding, in one line without a place and without the ABI: lower case, no full stop. The text names
   * {@link RuleFinding.call}. Findings of a lint rule with the same text on several ABIs are one finding.
   */
  readonly what: string
  /** A call that shows the finding. It comes from an inquiry, so the filter has confirmed it. */
  readonly call?: ShownCall
  /** For a gap, a refused call. It differs from `call` only in ways that do not matter to the kernel. */
  readonly other?: ShownCall
  /** The correction, in one clause; the remedy of the rule where absent. */
  readonly instead?: string
  /**
   * The system call whose rule in the profile is the place of the finding; the system call of {@link RuleFinding.call}
   * where absent.
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
 * A lint rule reads the meaning of a filter and finds what is dangerous, or will break. A lint rule is a plain object.
 * `lint` takes a list of lint rules, so people can add their own.
 */
export interface LintRule {
  /** The name, in kebab-case. A warning of `resolve` about the same mistake has the same name. */
  readonly name: string
  readonly severity: Severity
  /** The meaning of a finding, in one sentence. */
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
