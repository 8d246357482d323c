import type { LintRule } from '@seccompile/lint'
import { WARNINGS } from '@seccompile/policy'
import type { Severity } from '@seccompile/policy'

/** What is known of a lint rule, or of a warning, by its name. */
export interface RuleFacts {
  readonly name: string
  readonly severity: Severity
  readonly means: string
  readonly remedy: string
  readonly sources: readonly string[]
}

/** The lint rules and warnings that are `wanted`, sorted by name. A lint rule stands for the warning of its name. */
export function ruleFacts(rules: readonly LintRule[], wanted: ReadonlySet<string>): readonly RuleFacts[] {
  const facts = new Map<string, RuleFacts>()
  for (const warning of WARNINGS) facts.set(warning.name, { ...warning, sources: [] })
  for (const { name, severity, means, remedy, sources } of rules)
    facts.set(name, { name, severity, means, remedy, sources })
  return [...facts.values()]
    .filter(({ name }) => wanted.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** The names of all lint rules and warnings. */
export function ruleNames(rules: readonly LintRule[]): ReadonlySet<string> {
  return new Set([...WARNINGS, ...rules].map(({ name }) => name))
}
