import type { FindingFacts } from '@seccompile/lint'
import type { WordCandidate } from '../syntax/completion.ts'

/** The facts of all lint rules and warnings, sorted by name. Their text is long, and few command lines need it. */
export async function loadFindingFacts(): Promise<readonly FindingFacts[]> {
  const [{ lintRules }, { ruleFacts, ruleNames }] = await Promise.all([
    import('@seccompile/lint'),
    import('@seccompile/lint-report'),
  ])
  return ruleFacts(lintRules, ruleNames(lintRules))
}

/** The names of all lint rules and warnings, each with its meaning, for completion. */
export async function findingNames(): Promise<readonly WordCandidate[]> {
  const facts = await loadFindingFacts()
  return facts.map(({ name, means }) => ({ value: name, about: means }))
}
