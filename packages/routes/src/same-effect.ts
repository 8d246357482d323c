/* Calls with the effect of another call, whatever their arguments or where some of them are 0. */
import { variantsOf } from '@seccompile/policy'
import { all } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { expectObject, expectText } from '@seccompile/shape'
import { nameInPlaceOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { argumentIs } from './argument-is.ts'

/** Calls with one effect that are no variants: each has more to say than the one before. */
const ALIKE: readonly (readonly string[])[] = [
  ['accept', 'accept4'],
  ['read', 'readv', 'preadv2'],
  ['pread64', 'preadv', 'preadv2'],
  ['write', 'writev', 'pwritev2'],
  ['pwrite64', 'pwritev', 'pwritev2'],
  ['recvfrom', 'recvmsg', 'recvmmsg'],
  ['sendto', 'sendmsg', 'sendmmsg'],
]

/** The calls that do what `name` does, on any ABI: itself, its variants, and calls that have more to say. */
export function sameEffect(name: string): readonly string[] {
  expectText(name, 'name')
  const groups = [...variantsOf(name), ...ALIKE.filter((names) => names.includes(name))]
  return [...new Set([name, ...groups.flat()])]
}

/** The arguments that are 0 where the call in the place of another one has its effect. @see net/socket.c: sys_socketcall() */
const ZERO: Readonly<Record<string, readonly string[]>> = {
  accept: ['flags'],
  recv: ['addr', 'addr_len'],
  semop: ['timeout'],
  send: ['addr', 'addr_len'],
}

/** A call of an ABI, and the arguments with which it has an effect. */
export interface CallWithEffect {
  readonly name: string
  readonly args: Predicate
}

/** The call of the ABI that does what `name` does: itself, or the call that the ABI has in its place. */
export function callInPlaceOf(abi: AbiTable, name: string): CallWithEffect | undefined {
  expectObject(abi, 'abi', 'numbers')
  expectText(name, 'name')
  const found = nameInPlaceOf(abi, name)
  if (found === undefined) return undefined
  const zero = found === name ? [] : (ZERO[name] ?? [])
  return { name: found, args: all(zero.flatMap((wanted) => argumentIs(abi, found, wanted, 0n) ?? [])) }
}
