/*
 * The question that `lint` and `report` ask about a filter. Both commands take the question from here, so that a
 * report has the findings of `lint`.
 */
import { lintRules } from '@seccompile/lint'
import { namesOnlyAsked, ruleNames } from '@seccompile/lint-report'
import { loadBaseline } from './baseline.ts'
import { loadLintRules } from './lint-rules.ts'
import { wantedNames } from '../options/lint.ts'
import type { FindingOptions } from '../options/lint.ts'
import { requirementsOf } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import type { LintQuestion } from '@seccompile/lint-report'

/** A question, and the names that it knows. */
export interface AskedRules {
  readonly question: LintQuestion
  /** The names of all lint rules and warnings, including those that count only if `--only` names them. */
  readonly known: ReadonlySet<string>
}

/**
 * The question that `options` ask: the lint rules of this project and of `--use`, the names that count, and the
 * baseline. Some lint rules count only if `--only` names them.
 * @throws CliError for an unknown name, a module that cannot be loaded, or a baseline that cannot be read
 */
export async function askedRules(options: TargetOptions & FindingOptions): Promise<AskedRules> {
  const rules = [...lintRules, ...(await loadLintRules(options.use ?? [], lintRules))]
  const known = ruleNames(rules)
  const wanted = wantedNames(options, known, namesOnlyAsked)
  const requirements = requirementsOf(options)
  return { question: { requirements, rules, wanted, baseline: loadBaseline(options.baseline) }, known }
}
