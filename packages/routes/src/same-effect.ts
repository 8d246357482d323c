/* Calls with the effect of another call, whatever their arguments or where some of them are 0. */
import { variantsOf } from '@seccompile/policy'
import { all } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { expectObject, expectText } from '@seccompile/shape'
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

/** Calls that each have the effect of another call, if some of their arguments are 0. */
interface Stand {
  readonly names: readonly string[]
  readonly zero: readonly string[]
}

/**
 * Replacements for a call that an ABI has only behind its multiplexer. @see the tables of calls: x86 has no `send`
 */
const INSTEAD: Readonly<Record<string, Stand>> = {
  accept: { names: ['accept4'], zero: ['flags'] },
  recv: { names: ['recvfrom'], zero: ['addr', 'addr_len'] },
  semop: { names: ['semtimedop', 'semtimedop_time64'], zero: ['timeout'] },
  semtimedop: { names: ['semtimedop_time64'], zero: [] },
  send: { names: ['sendto'], zero: ['addr', 'addr_len'] },
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
  const { names, zero } = (abi.numbers.has(name) ? undefined : INSTEAD[name]) ?? { names: [name], zero: [] }
  const found = names.find((each) => abi.numbers.has(each))
  if (found === undefined) return undefined
  return { name: found, args: all(zero.flatMap((wanted) => argumentIs(abi, found, wanted, 0n) ?? [])) }
}
