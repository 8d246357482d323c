import type { LintCounts } from './linted.ts'
import { WORST_FIRST } from './linted.ts'

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** The counts in a line: `3 findings: 1 high, 2 medium; 2 accepted by the baseline`. */
export function summaryText(counts: LintCounts, files: number): string {
  const parts = WORST_FIRST.filter((severity) => counts[severity] > 0)
  const sum = parts.reduce((total, severity) => total + counts[severity], 0)
  const where = files === 1 ? '' : ` in ${files} files`
  const kinds = parts.map((severity) => `${counts[severity]} ${severity}`).join(', ')
  const found = sum === 0 ? `no findings${where}` : `${plural(sum, 'finding')}${where}: ${kinds}`
  return counts.accepted === 0 ? found : `${found}; ${counts.accepted} accepted by the baseline`
}
