export { whyNoArtifact } from './artifact.ts'
export { parseBaseline } from './baseline.ts'
export type { BaselineEntry } from './baseline.ts'
export { lintFacts } from './facts.ts'
export type { LintAnswer } from './facts.ts'
export type { LintedFilter } from './linted-filter.ts'
export { countFindings, lintSide, verdictOn, WORST_FIRST } from './linted.ts'
export type { LintCounts, LintResult, LintedFinding, LintQuestion, LintFailure } from './linted.ts'
export { lintMarkdown } from './markdown.ts'
export { namesOnlyAsked, ruleFacts, ruleNames } from './rule-facts.ts'
export { sarifLog, uriOf } from './sarif.ts'
export { countsText, summaryText } from './summary.ts'
export { lintedText } from './text.ts'
export type { Paint } from './text.ts'
export { unmatchedEntries } from './unmatched.ts'
export type { StaleEntry } from './unmatched.ts'
export {
  attackCounts,
  attackedSide,
  decidingMachine,
  namesIn,
  verdictWords,
  worstFirst,
} from './judged-attacks.ts'
export type { AttackedFilter, JudgedAttacks } from './judged-attacks.ts'
export { attacksFacts } from './attacks-facts.ts'
export { attacksMarkdown } from './attacks-markdown.ts'
export { ABOUT_STOPPED, attacksText, attackText, reasonText } from './attacks-text.ts'
