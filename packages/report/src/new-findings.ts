/* Which findings are new, and the order that shows them first. */
import type { LintedFinding, LintResult } from '@seccompile/lint-report'

/** A key that is equal for findings with the same text, wherever their places are. */
export const findingKey = ({ name, what }: LintedFinding): string => `${name}: ${what}`

/** The findings that no baseline accepts and that the base, if there is one, does not have. */
export function newFindings(
  findings: readonly LintedFinding[],
  base: LintResult | undefined,
): readonly LintedFinding[] {
  const inBase = new Set(base?.findings.map(findingKey))
  return findings.filter((finding) => finding.accepted === undefined && !inBase.has(findingKey(finding)))
}

/** `findings` in the order of reading: new ones, those of the base, accepted ones; the worst first in each part. */
export function newFirst(
  findings: readonly LintedFinding[],
  base: LintResult | undefined,
): readonly LintedFinding[] {
  const fresh = new Set(newFindings(findings, base))
  const rank = (finding: LintedFinding): number =>
    fresh.has(finding) ? 0 : finding.accepted === undefined ? 1 : 2
  return findings.toSorted((a, b) => rank(a) - rank(b))
}
