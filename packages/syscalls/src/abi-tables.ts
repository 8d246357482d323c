import { oneOf, read } from '@seccompile/shape'
import type { AbiTable } from './table/abi.ts'
import { type CallsByAbi, TABLES } from './tables/all.ts'
import type { AbiToken } from './table/tokens.ts'

/** The names of the calls of one ABI, as a type: `SyscallNameOf<'arm'>` includes `set_tls`, that of x86_64 does not. */
export type SyscallNameOf<Token extends AbiToken> = CallsByAbi[Token]

/** The table of every ABI, in the order of `abis`: x86_64 is the first. */
export const abiTables: readonly AbiTable[] = Object.values(TABLES)

const tokenReader = oneOf(Object.keys(TABLES) as AbiToken[])

/**
 * The table of one ABI. A bundle that needs only one ABI imports it from a subpath:
 * `@seccompile/syscalls/x86_64`.
 * @throws TypeError for an unknown token
 */
export function abiTable<Token extends AbiToken>(token: Token): AbiTable<Token> {
  // Own keys only: `TABLES.constructor` is no table.
  return TABLES[read(tokenReader, token, 'ABI') as Token]
}
