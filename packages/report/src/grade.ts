/* The grade of a filter, by what lint rules find in it. */
import { countFindings } from '@seccompile/lint-report'
import type { LintResult } from '@seccompile/lint-report'

/** A grade, the best first. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E'

/** The rule of the grade, as a report says it. */
export const GRADE_RULE =
  'Grade, by the findings that no baseline accepts: A none, B low ones only, C a medium one, D one high, E several high, or every call of the main ABI runs; where a lint rule is not decided, or the default lets calls run, C at best. A grade says what the lint rules find, not that a filter is safe.'

/** Which calls of the main ABI run: all, those that no rule refuses, or those that a rule allows. */
export type Openness = 'all' | 'default' | 'listed'

/**
 * The grade of a linted filter. {@link GRADE_RULE} is its rule.
 *
 * Most lint rules find that one call does what another is refused. So they find little in a filter that refuses few calls,
 * and nothing in one that refuses none.
 */
export function gradeOf(
  { findings, undecided }: Pick<LintResult, 'findings' | 'undecided'>,
  runs: Openness = 'listed',
): Grade {
  if (runs === 'all') return 'E'
  const { high, medium, low } = countFindings(findings)
  if (high > 0) return high > 1 ? 'E' : 'D'
  if (medium > 0 || undecided.length > 0 || runs === 'default') return 'C'
  return low > 0 ? 'B' : 'A'
}
