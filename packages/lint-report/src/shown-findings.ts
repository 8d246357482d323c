import type { LintedFinding } from './linted.ts'

/** Most findings of one name that people see for a file, unless they ask for the name. */
const MOST_ALIKE = 10

/** The findings of one name that are not shown. */
export interface HiddenFindings {
  readonly name: string
  readonly count: number
}

/** The findings of a file that people see. */
export interface ShownFindings {
  readonly shown: readonly LintedFinding[]
  readonly leftOut: readonly HiddenFindings[]
}

/**
 * The findings that no baseline accepts, only the first few of each name: an imported profile may have hundreds of
 * one kind.
 * @param asked - the names of `--only`, whose findings are all shown
 */
export function shownFindings(findings: readonly LintedFinding[], asked: ReadonlySet<string>): ShownFindings {
  const counts = new Map<string, number>()
  const shown = findings.filter(({ name, accepted }) => {
    if (accepted !== undefined) return false
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count <= MOST_ALIKE || asked.has(name)
  })
  const leftOut = [...counts]
    .filter(([name, count]) => count > MOST_ALIKE && !asked.has(name))
    .map(([name, count]) => ({ name, count: count - MOST_ALIKE }))
  return { shown, leftOut }
}

/** The line on findings that are not shown. */
export function leftOutText({ name, count }: HiddenFindings): string {
  return `${count} more of ${name} are not shown; --only ${name} or --json shows all`
}
