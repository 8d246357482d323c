/*
 * Values of arguments as names.
 *
 * An argument reaches the kernel as bits, and a constant may be negative: AT_FDCWD is -100, which a filter sees as
 * 0xffffff9c. So a value has the name of a constant if the two are equal, or if the constant is negative and their low 32
 * bits are equal.
 *
 * Bits are named greedily, constants with the most bits first: O_TMPFILE has the bit of O_DIRECTORY and comes before it.
 * The whole value of a field is one constant, or has no name. Bits without a name are printed as one hexadecimal number. The
 * or of the names and the number is always the value.
 */
import { shown } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { familyNamed } from './catalogue.ts'
import type { FamilyFacts } from './constant/family.ts'
import type { ConstantFamily } from './tables/families.ts'
import { valueOn } from './value-on.ts'

interface ConstantValue {
  readonly name: string
  readonly value: bigint
}

/** The constants of an ABI. Of constants with equal values, the first gives the name. */
function namedOn({ constants, aliases }: FamilyFacts, abi: AbiToken): readonly ConstantValue[] {
  const found = constants.flatMap((one): readonly ConstantValue[] => {
    const value = valueOn(one, abi)
    return value === undefined ? [] : [{ name: one.constant, value: BigInt(value) }]
  })
  const isAlias = ({ name }: ConstantValue): boolean => aliases.includes(name)
  return [...found.filter((one) => !isAlias(one)), ...found.filter(isAlias)]
}

const equals = (constant: bigint, value: bigint): boolean =>
  constant === value || (constant < 0n && BigInt.asUintN(32, constant) === value)

/** `value` as a bigint. @throws TypeError for a value that is no number; RangeError for a number that is not whole */
function wholeNumber(value: number | bigint): bigint {
  if (typeof value === 'bigint' || Number.isInteger(value)) return BigInt(value)
  const message = `value: expected a whole number; got ${shown(value)}`
  throw typeof value === 'number' ? new RangeError(message) : new TypeError(message)
}

/**
 * The name of the constant with exactly this value on an ABI; undefined without such a constant, and for a family of
 * kind `various`. Of two constants with the value, the one that is not an alias gives the name.
 * @param value a whole number; a negative constant may be given as the u32 that a filter sees
 * @throws TypeError for an unknown family or ABI; TypeError or RangeError if `value` is no whole number
 */
export function nameOfValue(
  family: ConstantFamily,
  value: number | bigint,
  abi: AbiToken,
): string | undefined {
  const facts = familyNamed(family)
  if (facts.kind === 'various') return undefined
  const wanted = wholeNumber(value)
  return namedOn(facts, abi).find((one) => equals(one.value, wanted))?.name
}

/**
 * A value as the or of constants and of one number: `CLONE_NEWUSER|CLONE_NEWNET|0x4`. Constants with more bits come
 * first; among constants with equally many bits, the smaller value. The number holds the bits that no constant has. A
 * value of a family of kind `enum` is one constant or one number, and a value of a family of kind `various` is a
 * number.
 * @param value as for {@link nameOfValue}; not negative unless it is a constant
 * @throws TypeError for an unknown family or ABI; TypeError or RangeError if `value` is no whole number
 */
export function namesOfBits(family: ConstantFamily, value: number | bigint, abi: AbiToken): string {
  const whole = nameOfValue(family, value, abi)
  if (whole !== undefined) return whole
  const facts = familyNamed(family)
  const all = wholeNumber(value)
  if (all < 0n || facts.kind === 'enum' || facts.kind === 'various') return numeral(all)

  const masks = facts.masks.map((mask) =>
    typeof mask === 'number' ? BigInt(mask) : BigInt(valueOn(mask, abi) ?? 0),
  )
  // A mask is in the list for programs that use masks, and is no value of its field. Zero adds nothing to an or.
  const maskNames = facts.masks.flatMap((mask) => (typeof mask === 'number' ? [] : [mask.constant]))
  const named = namedOn(facts, abi).filter((one) => one.value > 0n && !maskNames.includes(one.name))
  const inFields = masks.reduce((or, mask) => or | mask, 0n)
  const names: ConstantValue[] = []
  let left = all
  const take = (one: ConstantValue): void => {
    names.push(one)
    left &= ~one.value
  }

  for (const mask of masks) {
    const one = named.find((other) => other.value === (all & mask))
    if (one !== undefined) take(one)
  }
  const flags = named.filter((one) => (one.value & inFields) === 0n)
  for (const one of flags.sort((a, b) => bitsIn(b.value) - bitsIn(a.value)))
    if ((left & one.value) === one.value) take(one)

  const sorted = names.sort((a, b) => (a.value < b.value ? -1 : 1)).map(({ name }) => name)
  return [...sorted, ...(left === 0n && sorted.length > 0 ? [] : [numeral(left)])].join('|')
}

const bitsIn = (value: bigint): number => value.toString(2).replaceAll('0', '').length

const numeral = (value: bigint): string => (value < 0n ? String(value) : `0x${value.toString(16)}`)
