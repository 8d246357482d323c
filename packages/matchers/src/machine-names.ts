import { argumentNames, callNames } from '@seccompile/describe'
import type { CallNames } from '@seccompile/describe'
import { machinesOf } from '@seccompile/routes'
import type { FilterUnderTest } from './filter-under-test.ts'

/** The names of calls on every ABI of the machines of `filter`, also on those that the filter does not test. */
export function machineNames({ abis }: Pick<FilterUnderTest, 'abis'>): CallNames {
  const all = machinesOf(abis).flat()
  return callNames(all, argumentNames(all))
}
