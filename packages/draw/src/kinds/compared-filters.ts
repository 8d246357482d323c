import { expectList } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { Filter } from '@seccompile/filter'

/** The ABIs of all `filters`, each once. */
export function abisOf(filters: readonly Filter[]): readonly AbiTable[] {
  expectList(filters, 'filters', 'abis')
  return [...new Map(filters.flatMap(({ abis }) => abis).map((abi) => [abi.token, abi])).values()]
}
