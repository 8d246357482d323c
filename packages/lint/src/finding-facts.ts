/* The names of findings: those of the warnings of `resolve` and those of lint rules, as one list. */
import { WARNINGS } from '@seccompile/policy'
import type { Severity } from '@seccompile/policy'
import { expectList } from '@seccompile/shape'
import type { LintRule } from './examine/lint-rule.ts'
import { lintRules } from './lint-rules.ts'

/** The facts about findings of one name. */
export interface FindingFacts {
  readonly name: string
  readonly severity: Severity
  /** The meaning of the finding, in one sentence. */
  readonly means: string
  /** What to do about it, in one sentence. */
  readonly remedy: string
  /** The sources of the finding; absent for a name that only warnings of `resolve` have. */
  readonly sources?: readonly string[]
  /** The source of such findings: `resolve` reads the text of a policy, a lint rule the meaning of any filter. */
  readonly from: 'resolve' | 'lint' | 'both'
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1

/** The facts of every name that `resolve` or one of `rules` gives to a finding, sorted by name. */
export function factsOfFindings(rules: readonly LintRule[]): readonly FindingFacts[] {
  expectList(rules, 'rules', 'name')
  const warned = new Set<string>(WARNINGS.map(({ name }) => name))
  const linted = new Set(rules.map(({ name }) => name))
  const ofRules = rules.map(({ name, severity, means, remedy, sources }): FindingFacts => ({
    name,
    severity,
    means,
    remedy,
    sources,
    from: warned.has(name) ? 'both' : 'lint',
  }))
  const ofWarnings = WARNINGS.filter(({ name }) => !linted.has(name)).map((facts): FindingFacts => ({
    ...facts,
    from: 'resolve',
  }))
  return [...ofRules, ...ofWarnings].sort(byName)
}

/** Every finding that `resolve` and {@link lintRules} know, sorted by name. */
export const findingFacts: readonly FindingFacts[] = Object.freeze(factsOfFindings(lintRules))
