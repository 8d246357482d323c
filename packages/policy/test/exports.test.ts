import { expect, it } from 'vitest'
import * as policy from '@seccompile/policy'

it('exports exactly its public names', () => {
  expect(Object.keys(policy).sort()).toEqual([
    'ALLOW', 'CAPABILITIES', 'CONTAINER_CAPS', 'DENIED', 'KILL_PROCESS', 'KILL_THREAD', 'LOG',
    'NEWEST_KERNEL', 'NOTIFY', 'PolicyBuilder', 'PolicyError', 'RuleList', 'SEVERITIES', 'TRAP', 'WARNINGS', 'abiNumbers', 'actionName', 'actionOn', 'actionVerdict', 'all', 'any', 'arg', 'conditionPredicate', 'errno', 'firstArgument', 'formatKernelVersion',
    'formatSource', 'isAtLeast', 'isExactList', 'libseccompCondition', 'not', 'otherAbisOf', 'overlapTooOften', 'parseCapability', 'parseKernelVersion', 'policy', 'policyAbis', 'policyOf', 'policySource', 'policyTables', 'printCondition', 'printExpression', 'printNamed', 'printPolicy', 'printRule',
    'quote', 'readPolicy', 'resolve', 'sameAction', 'trace', 'variantNames', 'variants', 'variantsOf', 'warning',
  ]) // prettier-ignore
})
