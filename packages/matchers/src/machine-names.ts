import { argumentNames, callNames } from '@seccompile/describe'
import type { CallNames } from '@seccompile/describe'
import { machinesOf } from '@seccompile/routes'
import type { Filter } from '@seccompile/filter'

/** The names of calls on every ABI of the machines of `filter`, also on those that the filter does not test. */
export function machineNames({ abis }: Pick<Filter, 'abis'>): CallNames {
  const all = machinesOf(abis).flat()
  return callNames(all, argumentNames(all))
}
