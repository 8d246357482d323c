import type { LintCounts, LintResult, LintFailure } from './linted.ts'
import { WORST_FIRST } from './linted.ts'

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** The counts in a line: `3 findings: 1 high, 2 medium; 2 accepted by the baseline`. */
export function countsText(counts: LintCounts, where: string): string {
  const parts = WORST_FIRST.filter((severity) => counts[severity] > 0)
  const sum = parts.reduce((total, severity) => total + counts[severity], 0)
  const kinds = parts.map((severity) => `${counts[severity]} ${severity}`).join(', ')
  const found = sum === 0 ? `no findings${where}` : `${plural(sum, 'finding')}${where}: ${kinds}`
  return counts.accepted === 0 ? found : `${found}; ${counts.accepted} accepted by the baseline`
}

/** {@link countsText} for several files. A file that could not be read does not count as a file without findings. */
export function summaryText(counts: LintCounts, files: readonly (LintResult | LintFailure)[]): string {
  const linted = files.filter(({ kind }) => kind === 'linted').length
  if (linted === 0) return 'no file was linted'
  const text = countsText(counts, files.length === 1 ? '' : ` in ${plural(linted, 'file')}`)
  return linted === files.length ? text : `${text}; ${plural(files.length - linted, 'file')} not linted`
}
