import { acceptsSome, unmatchedText } from './baseline.ts'
import type { BaselineEntry } from './baseline.ts'
import type { LintResult, LintQuestion, LintFailure } from './linted.ts'

/** An entry of the baseline that accepts nothing, and the text about it. */
export interface StaleEntry {
  readonly entry: BaselineEntry
  readonly text: string
}

/**
 * The entries of the baseline that accept nothing. An entry is left out if its lint rule did not run, ran only on
 * some files, or was undecided.
 * @param known - the names of all lint rules and warnings
 */
export function unmatchedEntries(
  { baseline, wanted }: LintQuestion,
  files: readonly (LintResult | LintFailure)[],
  known: ReadonlySet<string>,
): readonly StaleEntry[] {
  const linted = files.filter((file): file is LintResult => file.kind === 'linted')
  const isWhole = linted.length === files.length
  const undecided = new Set(linted.flatMap((file) => file.undecided.map(({ name }) => name)))
  const findings = linted.flatMap((file) => file.findings)
  return baseline
    .filter((entry) => {
      if (!known.has(entry.lintRule)) return true
      if (!isWhole || !wanted.has(entry.lintRule) || undecided.has(entry.lintRule)) return false
      return !findings.some((finding) => acceptsSome(entry, finding))
    })
    .map((entry) => ({ entry, text: unmatchedText(entry, known) }))
}
