/*
 * Conditions by index at the width of the argument.
 *
 * A profile compares all 64 bits of a register, as libseccomp does. The kernel reads fewer of most arguments: `family` of
 * socket is an int, so `0x1_0000_0002` is AF_INET. With `widths: 'kernel'` a condition compares the bits that the kernel
 * reads, and no others:
 *
 *   args[0] == 2                    args[0] & 0xffffffff == 2
 *   args[0] == 0xffffffffffffff9c   args[0] & 0xffffffff == 0xffffff9c, since the constant is the int -100, extended
 *   args[0] == 0x100000002          never: no int has this value
 *   args[1] & 0xffff0000 == 0       always, of a mode of 16 bits
 *
 * A comparison by order is one of unsigned numbers of that width, as it was one of unsigned numbers before. `<` a constant
 * that no value reaches holds always, as on ABIs with 32-bit arguments.
 */
import { ALWAYS, argument, canonical, NEVER, not, U64 } from '@seccompile/rules'
import type { Predicate, RangeSet } from '@seccompile/rules'
import type { AbiTable, CallArgument } from '@seccompile/syscalls'
import { conditionPredicate, conditionValues } from '../../data/condition.ts'
import type { ArgCondition } from '../../data/condition.ts'
import type { Widths } from '../../data/target.ts'

/** The whole argument of the call in register `index`; `undefined` where it is half of one, or is not known. */
export function argumentAt(abi: AbiTable, call: string, index: number): CallArgument | undefined {
  return abi.signatures?.get(call)?.args.find((arg) => arg.index === index && arg.high === undefined)
}

/** The number of bits that the kernel reads of register `index`; all that the ABI passes where that is not known. */
export function widthAt(abi: AbiTable, call: string, index: number): number {
  return Math.min(abi.wordSize, argumentAt(abi, call, index)?.width ?? abi.wordSize)
}

/** A key for the widths of all registers. For two calls with one key, conditions by index mean the same. */
export function widthsKey(abi: AbiTable, call: string): string {
  return [abi.wordSize, ...[0, 1, 2, 3, 4, 5].map((index) => widthAt(abi, call, index))].join()
}

/** The values of `width` bits whose extension, with zeros or with the sign, is one of `values`. */
function narrowed(values: RangeSet<bigint>, width: bigint): RangeSet<bigint> {
  const whole = (1n << width) - 1n
  const negative = U64.max - (whole >> 1n)
  return canonical(
    U64,
    values.flatMap(({ lo, hi }) => [
      ...(lo <= whole ? [{ lo, hi: hi < whole ? hi : whole }] : []),
      ...(hi >= negative ? [{ lo: (lo > negative ? lo : negative) & whole, hi: hi & whole }] : []),
    ]),
  )
}

/**
 * The value of `width` bits whose extension, with zeros or with the sign, is `value`; `undefined` where there is
 * none.
 */
export function narrowValue(value: bigint, width: bigint): bigint | undefined {
  return narrowed([{ lo: value, hi: value }], width)[0]?.lo
}

function masked(index: number, mask: bigint, value: bigint, width: bigint): Predicate {
  const whole = (1n << width) - 1n
  const wanted = mask & value
  const [low, high] = [mask & whole, mask >> width]
  if (wanted >> width === 0n) return argument(index, [{ lo: wanted, hi: wanted }], low)
  if (wanted >> width !== high) return NEVER
  // The constant has all high bits set, as only the extension of a negative number has.
  const sign = 1n << (width - 1n)
  if ((low & sign) !== 0n && (wanted & sign) === 0n) return NEVER
  const both = (wanted & whole) | sign
  return argument(index, [{ lo: both, hi: both }], low | sign)
}

/** The predicate of `condition` on an argument of which the kernel reads `width` bits. */
function predicateAt(condition: ArgCondition, width: bigint): Predicate {
  const { index } = condition
  const whole = (1n << width) - 1n
  switch (condition.op) {
    case 'EQ':
    case 'IN':
      return argument(index, narrowed(conditionValues(condition), width), whole)
    case 'NE':
      return not(predicateAt({ ...condition, op: 'EQ' }, width))
    case 'NOT_IN':
      return not(predicateAt({ ...condition, op: 'IN' }, width))
    case 'LT':
    case 'LE':
    case 'GT':
    case 'GE': {
      const value = narrowValue(condition.value, width)
      if (value === undefined) return condition.op === 'LT' || condition.op === 'LE' ? ALWAYS : NEVER
      return argument(index, conditionValues({ ...condition, value }), whole)
    }
    case 'MASKED_EQ':
      return masked(index, condition.value, condition.valueTwo, width)
  }
}

/** The predicate of `condition` for a call on an ABI, of the bits that `widths` says. */
export function rawPredicate(
  condition: ArgCondition,
  abi: AbiTable,
  call: string,
  widths: Widths,
): Predicate {
  const isKnown = widths === 'kernel' && argumentAt(abi, call, condition.index) !== undefined
  const width = widthAt(abi, call, condition.index)
  return isKnown && width < 64
    ? predicateAt(condition, BigInt(width))
    : conditionPredicate(condition, abi.wordSize)
}
