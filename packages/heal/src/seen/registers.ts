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
export interface NamedCall {
  readonly abi: AbiToken
  readonly name: string
}

const SIGN_BIT = 0x8000_0000n

/** The registers in which argument `index` of the call may hold `value`. */
export function registersOf({ abi, name }: NamedCall, index: number, value: bigint): readonly bigint[] {
  if (signedAbiTable(abi).wordSize === 32) return [value]
  const width = countedArguments(abi, name).find((one) => one.index === index)?.width ?? 64
  const mayBeNegative = width === 32 && value >= SIGN_BIT && value <= LOW_WORD
  return mayBeNegative ? [value, BigInt.asUintN(64, BigInt.asIntN(32, value))] : [value]
}

/** The condition that holds for the registers of `values`. */
export function seenPredicate(call: NamedCall, values: KnownValues): Predicate {
  return all(
    [...values].map(([index, { value, mask }]) => {
      const registers = mask === U64.max ? registersOf(call, index, value) : [value]
      return argument(
        index,
        registers.map((one) => ({ lo: one, hi: one })),
        mask,
      )
    }),
  )
}
