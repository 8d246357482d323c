import { argumentNames, callNames } from '@seccompile/describe'
import type { CallNames } from '@seccompile/describe'
import { signedAbiTable } from '@seccompile/signatures'
import { otherAbisOf } from '@seccompile/syscalls'
import type { FilterUnderTest } from './filter-under-test.ts'

/** The names of calls on every ABI of the machines of `filter`, also on those that the filter does not test. */
export function machineNames({ abis }: Pick<FilterUnderTest, 'abis'>): CallNames {
  const tokens = abis.flatMap(({ token }) => [token, ...otherAbisOf(token)])
  const others = [...new Set(tokens)].filter((token) => !abis.some((abi) => abi.token === token))
  const all = [...abis, ...others.map((token) => signedAbiTable(token))]
  return callNames(all, argumentNames(all))
}
