/*
 * The rule IR: the meaning of a policy for a target, with every name resolved to a number.
 *
 * A rule set has a section for each `AUDIT_ARCH_*` value. In a section the first rule that matches decides.
 * Where none matches, the default of the section decides. No number has a built-in meaning: ordinary rules over
 * number ranges decide the x32 range of x86_64, numbers above the newest known call, and `nr == -1`.
 */
import type { Verdict } from '@seccompile/abi'
import type { Predicate } from './predicate.ts'
import type { RangeSet } from './range.ts'

/** A rule: calls whose number is in `numbers` and whose arguments satisfy `when` get `verdict`. */
export interface Rule {
  /** Numbers as the filter sees them, u32 (those of x32 with bit 30). Canonical, not empty (R2). */
  readonly numbers: RangeSet<number>
  readonly when: Predicate
  readonly verdict: Verdict
}

/** A condition on arguments, and the verdict of calls that meet it; of a list the first whose condition holds decides. */
export type ConditionalVerdict = Pick<Rule, 'when' | 'verdict'>

/** The rules for one value of `seccomp_data.arch`. */
export interface Section {
  /** An `AUDIT_ARCH_*` value, u32. */
  readonly arch: number
  /** First match wins. */
  readonly rules: readonly Rule[]
  /** The verdict where no rule matches. */
  readonly otherwise: Verdict
}

/** A policy resolved for a target. */
export interface RuleSet {
  /** At least one; no two with the same `arch` (R4). */
  readonly sections: readonly Section[]
  /** The verdict for every other value of `arch`. */
  readonly badArch: Verdict
}
