import { expectList } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { Filter } from '@seccompile/filter'

/** The ABIs of all `sides`, each once. */
export function abisOf(sides: readonly Filter[]): readonly AbiTable[] {
  expectList(sides, 'sides', 'abis')
  return [...new Map(sides.flatMap(({ abis }) => abis).map((abi) => [abi.token, abi])).values()]
}
