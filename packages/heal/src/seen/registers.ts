/*
 * The registers of calls that were seen.
 *
 * A recording holds the bits of an argument that the kernel reads. A filter sees the whole register. A program of C clears
 * the other bits, or sets them to the sign of the value. So a value whose sign bit is set stands for two registers.
 */
import { all, argument, LOW_WORD, U64 } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { countedArguments } from '@seccompile/recording'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import type { KnownValues } from './seen-calls.ts'

/** A call by its name on an ABI. */
export interface CallOfAbi {
  readonly abi: AbiToken
  readonly name: string
}

const SIGN_BIT = 0x8000_0000n

/** The number of bits that the kernel reads of an argument. */
export function widthOf({ abi, name }: CallOfAbi, index: number): number {
  return countedArguments(abi, name).find((one) => one.index === index)?.width ?? 64
}

/** The registers in which argument `index` of the call may hold `value`. */
export function registersOf({ abi, name }: CallOfAbi, index: number, value: bigint): readonly bigint[] {
  if (signedAbiTable(abi).wordSize === 32) return [value]
  const mayBeNegative = widthOf({ abi, name }, index) === 32 && value >= SIGN_BIT && value <= LOW_WORD
  return mayBeNegative ? [value, BigInt.asUintN(64, BigInt.asIntN(32, value))] : [value]
}

/** The condition that an argument has one of `values` under `mask`. */
const isOneOf = (index: number, values: readonly bigint[], mask: bigint): Predicate =>
  argument(
    index,
    values.map((value) => ({ lo: value, hi: value })),
    mask,
  )

/** The condition that holds for the registers of `values`. */
export function seenPredicate(call: CallOfAbi, values: KnownValues): Predicate {
  return all(
    [...values].map(([index, { value, mask }]) =>
      isOneOf(index, mask === U64.max ? registersOf(call, index, value) : [value], mask),
    ),
  )
}

/** The condition that holds for all calls that are, to the kernel, the seen one: it does not read all bits of a register. */
export function samePredicate(call: CallOfAbi, values: KnownValues): Predicate {
  return all(
    [...values].map(([index, { value, mask }]) => {
      const read = mask & ((1n << BigInt(widthOf(call, index))) - 1n)
      return isOneOf(index, [value & read], read)
    }),
  )
}
