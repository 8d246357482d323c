import { numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken, CallArgument, Signature } from '@seccompile/syscalls'
import type { SignedAbiTable } from './decode/decode.ts'
import { SIGNED_TABLES } from './tables/all.ts'

/**
 * The table of an ABI with its signatures. A bundle that needs only one ABI imports it from a subpath:
 * `@seccompile/signatures/x86_64`.
 * @throws TypeError for an unknown token
 */
export function signedAbiTable<Token extends AbiToken>(token: Token): SignedAbiTable<Token> {
  // Own keys only: `SIGNED_TABLES.constructor` is no table.
  if (!Object.hasOwn(SIGNED_TABLES, token))
    throw new TypeError(`ABI: "${token}" is not one of ${Object.keys(SIGNED_TABLES).join(', ')}`)
  return SIGNED_TABLES[token]
}

/**
 * The signature of a call. It is undefined for a call that the ABI lacks, for a call that the kernel never
 * implemented, and for every call of a table without signatures.
 */
export function signatureOf(table: AbiTable, call: string): Signature | undefined {
  return numberOf(table, call) === undefined ? undefined : table.signatures?.get(call)
}

/** The argument of a call by its name; undefined where the table lacks the call, or the call the argument. */
export function argumentOf(table: AbiTable, call: string, name: string): CallArgument | undefined {
  return signatureOf(table, call)?.args.find((argument) => argument.name === name)
}
