/*
 * The lint rule `oci-artifact`: parts that a profile distributed as an artifact must not hold.
 *
 * The rule reads the text of a profile, not the meaning of a filter, and matters to few people. So it runs only if a
 * person names it.
 */
import type { Filter } from '@seccompile/filter'
import type { FindingFacts } from '@seccompile/lint'
import type { Finding } from '@seccompile/policy'
import { expectObject } from '@seccompile/shape'

/** The facts of the rule. */
export const ARTIFACT_FACTS: FindingFacts = {
  name: 'oci-artifact',
  severity: 'high',
  means:
    'A runtime refuses to load the profile from a registry, or the profile asks for what only the node may decide.',
  remedy: 'Remove what the finding names.',
  sources: ['https://github.com/kubernetes/enhancements/issues/6061'],
  from: 'lint',
}

/** The reason that the rule, if it is `wanted`, cannot run on `filter`; `undefined` if it can. */
export function whyNoArtifact(filter: Filter, wanted: ReadonlySet<string>): string | undefined {
  expectObject(filter, 'filter', 'name')
  expectObject(wanted, 'wanted', 'has')
  if (!wanted.has(ARTIFACT_FACTS.name) || filter.artifact !== undefined) return undefined
  return `${filter.name}: is no OCI profile, and only such a profile can be an artifact; "convert --to oci" makes one`
}

/** The findings of the rule in `filter`; empty if the rule is not `wanted`. */
export async function artifactFindings(
  filter: Filter,
  wanted: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  return wanted.has(ARTIFACT_FACTS.name) ? ((await filter.artifact?.()) ?? []) : []
}
