import { factsOfFindings } from '@seccompile/lint'
import type { FindingFacts, LintRule } from '@seccompile/lint'

/** The facts of the lint rules and warnings that are `wanted`, sorted by name. */
export function ruleFacts(rules: readonly LintRule[], wanted: ReadonlySet<string>): readonly FindingFacts[] {
  return factsOfFindings(rules).filter(({ name }) => wanted.has(name))
}

/** The names of all lint rules and warnings. */
export function ruleNames(rules: readonly LintRule[]): ReadonlySet<string> {
  return new Set(factsOfFindings(rules).map(({ name }) => name))
}
