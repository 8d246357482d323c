import { factsOfFindings } from '@seccompile/lint'
import type { FindingFacts, LintRule } from '@seccompile/lint'
import { expectObject } from '@seccompile/shape'
import { ARTIFACT_FACTS } from './artifact.ts'

/** The facts of all lint rules and warnings. Rules that run only by name come last. */
const allFacts = (rules: readonly LintRule[]): readonly FindingFacts[] => [
  ...factsOfFindings(rules),
  ...ONLY_BY_NAME,
]

/** The lint rules that run only if `--only` names them. */
const ONLY_BY_NAME: readonly FindingFacts[] = [ARTIFACT_FACTS]

/** The names of the lint rules that run only if `--only` names them. */
export const namesOnlyAsked: ReadonlySet<string> = new Set(ONLY_BY_NAME.map(({ name }) => name))

/** The facts of the lint rules and warnings that are `wanted`, sorted by name. */
export function ruleFacts(rules: readonly LintRule[], wanted: ReadonlySet<string>): readonly FindingFacts[] {
  expectObject(wanted, 'wanted', 'has')
  return allFacts(rules).filter(({ name }) => wanted.has(name))
}

/** The names of all lint rules and warnings. */
export function ruleNames(rules: readonly LintRule[]): ReadonlySet<string> {
  return new Set(allFacts(rules).map(({ name }) => name))
}
