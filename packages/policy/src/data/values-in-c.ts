/* The registers of an example call as a person types them. */
import { expectList } from '@seccompile/shape'
import { argumentsInC } from '@seccompile/signatures'
import { firstArgument } from '@seccompile/syscalls'
import type { AbiTable, CallArgument } from '@seccompile/syscalls'

/** What a person types for a call with its registers. */
export interface ValuesInC {
  /** The values in the order of the C function, up to the last one that is not 0; with the argument, where it is known. */
  readonly values: readonly { readonly argument: CallArgument | undefined; readonly value: bigint }[]
  /** The registers that hold no argument of the call and are not 0. */
  readonly registers: readonly { readonly index: number; readonly value: bigint }[]
}

const WORD = 1n << 32n

/**
 * The registers `args` of a call as values in the order of its C function, which `emulate` takes without names. A value in two
 * registers is one. Of a call without a signature all registers are values.
 */
export function valuesInC(table: AbiTable, call: string, args: readonly bigint[]): ValuesInC {
  expectList(args, 'args')
  const first = firstArgument(table)
  const known = argumentsInC(table, call)
  const at = (index: number): bigint => args[index] ?? 0n
  const held = new Set<number>()
  const hold = (argument: CallArgument): bigint => {
    const { index, high } = argument
    // Half of a value has 32 bits. A register with more is no such half.
    if (high !== undefined && (at(index) >= WORD || at(high) >= WORD)) return 0n
    held.add(index)
    if (high === undefined) return at(index)
    held.add(high)
    return (at(high) << 32n) | at(index)
  }
  const all =
    known === undefined
      ? args.slice(first).map((value) => ({ argument: undefined, value }))
      : known.map((argument) => ({ argument, value: hold(argument) }))
  const last = all.findLastIndex(({ value }) => value !== 0n)
  const registers = args.flatMap((value, index) =>
    known === undefined || index < first || held.has(index) || value === 0n ? [] : [{ index, value }],
  )
  return { values: all.slice(0, last + 1), registers }
}
