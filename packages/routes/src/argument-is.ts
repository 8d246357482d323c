import { argument } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { read, u64 } from '@seccompile/shape'
import { argumentOf } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'

/**
 * The condition that an argument of the call `name` has one of `values` in the bits that the kernel reads; `undefined` where the ABI
 * lacks the argument, or passes it in two registers.
 * @throws TypeError, RangeError where a value is no u64
 */
export function argumentIs(
  abi: AbiTable,
  name: string,
  wanted: string,
  ...values: readonly bigint[]
): Predicate | undefined {
  const found = argumentOf(abi, name, wanted)
  if (found === undefined || found.high !== undefined) return undefined
  const mask = (1n << BigInt(found.width)) - 1n
  return argument(
    found.index,
    values.map((given) => {
      const value = read(u64, given, 'value') & mask
      return { lo: value, hi: value }
    }),
    mask,
  )
}
