import type { AbiTable } from '@seccompile/syscalls'
import type { Side } from '../load/side.ts'

/** The ABIs of all `sides`, each once. */
export const abisOf = (sides: readonly Side[]): readonly AbiTable[] => [
  ...new Map(sides.flatMap(({ abis }) => abis).map((abi) => [abi.token, abi])).values(),
]
