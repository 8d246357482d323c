import { signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { ArgumentFamily, CallArgument, CallArguments, SignedAbiTable } from '@seccompile/signatures'
import { x86_64 } from '@seccompile/signatures/x86_64'
import type { AbiTable, Signature, SyscallName } from '@seccompile/syscalls'

/** A table with signatures is a table. */
export const table: AbiTable = x86_64
export const token: 'arm' = signedAbiTable('arm').token
export const signed: SignedAbiTable = x86_64
// @ts-expect-error a table without signatures is no table with them
export const notSigned: SignedAbiTable = table
// @ts-expect-error no ABI of this name
export const none: unknown = signedAbiTable('sparc')

/** Every call of the interface is a name of a call. */
export const call: SyscallName = 'openat' satisfies keyof CallArguments
/** The type of an argument is its family, or its kind. */
export const family: CallArguments['socket']['family'] = 'af'
export const kind: CallArguments['read']['buf'] = 'pointer'
export const number: CallArguments['read']['count'] = 'number'
export const families: ArgumentFamily = family
// @ts-expect-error the kernel calls it family
export type SocketDomain = CallArguments['socket']['domain']
// @ts-expect-error getpid has no arguments
export const argument: CallArguments['getpid'] = { pid: 'number' }
// @ts-expect-error no such call
export type Nowhere = CallArguments['nowhere']

/** A builder can take conditions by the names of arguments. */
export type ArgumentConditions<Call extends keyof CallArguments> = {
  readonly [Name in keyof CallArguments[Call]]?: number | bigint
}
export const conditions: ArgumentConditions<'socket'> = { family: 1 }
// @ts-expect-error no such argument
export const misspelt: ArgumentConditions<'socket'> = { famly: 1 }

/** A lookup may find nothing. */
export const found: Signature | undefined = signatureOf(x86_64, 'read')
// @ts-expect-error it may find nothing
export const certain: readonly CallArgument[] = signatureOf(x86_64, 'read').args
