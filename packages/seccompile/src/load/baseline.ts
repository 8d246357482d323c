import { parseBaseline } from '@seccompile/lint-report'
import type { BaselineEntry } from '@seccompile/lint-report'
import { inputName, readText, relativeArgument } from '../io/input.ts'

/** The entries of the baseline that `path` names; none where it is absent. @throws CliError or PolicyError */
export function loadBaseline(path: string | undefined): readonly BaselineEntry[] {
  if (path === undefined) return []
  const relative = relativeArgument(path)
  return parseBaseline(readText(relative, 'a baseline in JSON'), inputName(relative))
}
