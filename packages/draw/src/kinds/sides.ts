import type { AbiTable } from '@seccompile/syscalls'
import type { DrawnFilter } from './kind.ts'

/** The ABIs of all `sides`, each once. */
export const abisOf = (sides: readonly DrawnFilter[]): readonly AbiTable[] => [
  ...new Map(sides.flatMap(({ abis }) => abis).map((abi) => [abi.token, abi])).values(),
]
