import { expect, it } from 'vitest'
import * as policy from '@seccompile/policy'
import * as toolkit from '@seccompile/policy/toolkit'

it('exports exactly its public names', () => {
  expect(Object.keys(policy).sort()).toEqual([
    'ALLOW', 'CAPABILITIES', 'CONTAINER_CAPS', 'DENIED', 'KILL_PROCESS', 'KILL_THREAD', 'LOG', 'NEWEST_KERNEL', 'NOTIFY', 'PolicyBuilder', 'PolicyError', 'RuleList', 'TRAP', 'WARNINGS',
    'all', 'any', 'arg', 'errno', 'formatKernelVersion', 'not', 'parseCapability', 'parseKernelVersion', 'policy', 'policyAbis', 'policyOf', 'policySource', 'policyTables', 'printCondition', 'printPolicy', 'resolve', 'trace', 'variantNames', 'variants', 'variantsOf',
  ]) // prettier-ignore
})

it('exports exactly these names for packages that read, write or check policies', () => {
  expect(Object.keys(toolkit).sort()).toEqual([
    'VITAL_CALLS', 'actionName', 'actionOn', 'actionVerdict', 'callCondition', 'callPredicate', 'conditionPredicate', 'formatSource', 'isExactList', 'libseccompCondition', 'overlapTooOften', 'possibleReasons', 'printRule', 'readPolicy', 'rulesInForce', 'sameAction', 'valuesInC', 'warning',
  ]) // prettier-ignore
})
