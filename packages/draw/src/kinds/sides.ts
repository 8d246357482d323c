import { expectList } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { DrawnFilter } from './kind.ts'

/** The ABIs of all `sides`, each once. */
export function abisOf(sides: readonly DrawnFilter[]): readonly AbiTable[] {
  expectList(sides, 'sides', 'abis')
  return [...new Map(sides.flatMap(({ abis }) => abis).map((abi) => [abi.token, abi])).values()]
}
