import { expect, it } from 'vitest'
import * as policy from '@seccompile/policy'

it('exports exactly its public names', () => {
  expect(Object.keys(policy).sort()).toEqual([
    'ALLOW', 'CAPABILITIES', 'CONTAINER_CAPS', 'ENOSYS', 'EPERM', 'KILL_PROCESS', 'KILL_THREAD', 'LOG',
    'NEWEST_KERNEL', 'NOTIFY', 'PolicyBuilder', 'PolicyError', 'RuleList', 'TRAP', 'abiNumbers', 'actionName', 'actionVerdict',
    'arg', 'containerDefault', 'errno', 'formatKernelVersion', 'formatSource', 'isAtLeast', 'parseCapability',
    'parseKernelVersion', 'policy', 'policyAbis', 'policyOf', 'policyTables', 'presetNames', 'presetPolicy', 'printCondition',
    'quote', 'readPolicy', 'resolve', 'sameAction', 'trace', 'warning',
  ]) // prettier-ignore
})
