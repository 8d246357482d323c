export { whyNoArtifact } from './artifact.ts'
export { parseBaseline } from './baseline.ts'
export type { BaselineEntry } from './baseline.ts'
export { lintFacts } from './facts.ts'
export type { LintAnswer } from './facts.ts'
export { countFindings, lintFilter, verdictOn, WORST_FIRST } from './linted.ts'
export type { LintCounts, LintResult, LintedFinding, LintQuestion, LintFailure } from './linted.ts'
export { lintMarkdown } from './markdown.ts'
export { namesOnlyAsked, ruleFacts, ruleNames } from './rule-facts.ts'
export { sarifLog, uriOf } from './sarif.ts'
export type { SarifWriter } from './sarif.ts'
export { countsText, summaryText } from './summary.ts'
export { lintedText } from './text.ts'
export { unmatchedEntries } from './unmatched.ts'
export type { StaleEntry } from './unmatched.ts'
export {
  aboutCall,
  attackCounts,
  attackedFilter,
  namesIn,
  verdictWords,
  worstFirst,
} from './judged-attacks.ts'
export type { JudgedAttacks } from './judged-attacks.ts'
export { clauseCallText, refusalTexts } from './refusals.ts'
export { attacksFacts } from './attacks-facts.ts'
export { attacksMarkdown } from './attacks-markdown.ts'
export { ABOUT_STOPPED, attacksText, attackText, clauseReason, reasonText } from './attacks-text.ts'
export { newCalls } from './new-calls.ts'
export type { NewCallsQuestion } from './new-calls.ts'
