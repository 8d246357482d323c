/*
 * A test of constants in the numbers of another ABI: a test that O_DIRECTORY is not set reads 0x10000 on x86_64, and 0x4000 on aarch64.
 *
 * The values that a test compares are made of constants: a number for a thing, or a field and flags. Each part has its number on the other
 * ABI. A part without a name keeps its number, unless this number is a constant there. Ranges of many values have no such parts.
 */
import { valueOn } from '@seccompile/constants'
import { constantFamilies } from '@seccompile/constants/all'
import { argument, canonical, complement, LOW_WORD, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, RangeSet } from '@seccompile/rules'
import type { AbiToken, CallArgument } from '@seccompile/syscalls'
import { saysTheSame } from './values-on-abis.ts'
import type { ConstantNames } from './values-on-abis.ts'

/** The numbers of a constant on two ABIs; `undefined` on one that lacks it. */
type NumberPair = readonly [one: bigint | undefined, other: bigint | undefined]

/** More values than this are no list of constants. */
const MANY = 256n

const unsigned = (value: number | undefined): bigint | undefined =>
  value === undefined ? undefined : value < 0 ? BigInt.asUintN(32, BigInt(value)) : BigInt(value)

const pairsOf = ({ constants }: ConstantNames, one: AbiToken, other: AbiToken): readonly NumberPair[] =>
  constants.map((constant) => [unsigned(valueOn(constant, one)), unsigned(valueOn(constant, other))])

/**
 * The number there of what `value` is here; `undefined` where that is not known, where there is no such thing there, or where its
 * number there is that of something else too: 1 is IPPROTO_ICMP on each ABI, and SOL_SOCKET on s390x and not on mips64.
 */
function renamed(value: bigint, pairs: readonly NumberPair[]): bigint | undefined {
  const [there, ...others] = new Set(pairs.filter(([own]) => own === value).map(([, number]) => number))
  if (pairs.every(([own]) => own !== value))
    return pairs.some(([, number]) => number === value) ? undefined : value
  const isShared = pairs.some(([own, number]) => number === there && own !== undefined && own !== value)
  return others.length > 0 || isShared ? undefined : there
}

const isBit = (value: bigint): boolean => value !== 0n && (value & (value - 1n)) === 0n

function bitsIn(value: bigint): readonly bigint[] {
  return Array.from({ length: 64 }, (_, i) => 1n << BigInt(i)).filter((bit) => (value & bit) !== 0n)
}

/** The flags in `value` there; `undefined` where one of them is not known. */
function renamedBits(value: bigint, pairs: readonly NumberPair[]): bigint | undefined {
  let all = 0n
  for (const bit of bitsIn(value)) {
    const there = renamed(bit, pairs)
    if (there === undefined) return undefined
    all |= there
  }
  return all
}

/** The numbers of another ABI for a value, and for the mask of a test; `undefined` where they are not known. */
interface NumberReader {
  readonly value: (value: bigint) => bigint | undefined
  readonly mask: (mask: bigint) => bigint | undefined
}

const isWhole = (mask: bigint): boolean => (mask & LOW_WORD) === LOW_WORD

/** Numbers for things: the mask has to keep all of them. */
const numbersReader = (pairs: readonly NumberPair[]): NumberReader => ({
  value: (value) => renamed(value, pairs),
  mask: (mask) => (isWhole(mask) ? mask : undefined),
})

/** Whether `value` is a thing here that the other ABI lacks. */
const isLacking = (value: bigint, pairs: readonly NumberPair[]): boolean => {
  const found = pairs.filter(([own]) => own === value)
  return found.length > 0 && found.every(([, there]) => there === undefined)
}

/** A field of a value, and the constants in it. */
interface NumberField {
  readonly mask: bigint
  readonly pairs: readonly NumberPair[]
}

const isWithin = (mask: bigint, [one, other]: NumberPair): boolean =>
  one !== undefined && (one & ~mask) === 0n && other !== undefined && (other & ~mask) === 0n

const isChanged = ([one, other]: NumberPair): boolean => one !== other

function flagsReader(
  families: readonly ConstantNames[],
  one: AbiToken,
  other: AbiToken,
): NumberReader | undefined {
  const pairs = families.flatMap((family) => pairsOf(family, one, other))
  const masks = families.flatMap((family) =>
    family.masks.map((mask): NumberPair =>
      typeof mask === 'number'
        ? [BigInt(mask), BigInt(mask)]
        : [unsigned(valueOn(mask, one)), unsigned(valueOn(mask, other))],
    ),
  )
  if (masks.some(isChanged)) return undefined
  const fields = masks.flatMap(([mask]): readonly NumberField[] => {
    if (mask === undefined) return []
    const within = pairs.filter((pair) => isWithin(mask, pair))
    return within.some(isChanged) ? [{ mask, pairs: within }] : []
  })
  const inFields = fields.reduce((all, { mask }) => all | mask, 0n)
  const single = pairs.filter(
    ([own = 0n, there = 0n]) => (isBit(own) || isBit(there)) && ((own | there) & inFields) === 0n,
  )
  const joined = pairs.filter(
    ([own, there]) =>
      own !== undefined &&
      there !== undefined &&
      own !== there &&
      ((own | there) & inFields) === 0n &&
      !isBit(own),
  )
  // A constant of several bits has to be the constants of these bits there too.
  if (joined.some(([own, there]) => renamedBits(own!, single) !== there)) return undefined
  const join = (value: bigint, ofField: (field: NumberField, part: bigint) => bigint | undefined) => {
    const parts = [
      renamedBits(value & ~inFields, single),
      ...fields.map((field) => ofField(field, value & field.mask)),
    ]
    const known = parts.filter((part) => part !== undefined)
    return known.length < parts.length ? undefined : known.reduce((all, part) => all | part, 0n)
  }
  return {
    value: (value) => join(value, ({ pairs: within }, part) => (part === 0n ? part : renamed(part, within))),
    mask: (mask) =>
      isWhole(mask)
        ? mask
        : join(mask, ({ mask: whole }, part) => (part === 0n || part === whole ? part : undefined)),
  }
}

function familiesOf({
  family,
  families = family === undefined ? [] : [family],
}: CallArgument): readonly ConstantNames[] {
  return constantFamilies.filter((each) => families.includes(each.family))
}

/** The numbers for things that an argument takes on two ABIs; `undefined` of an argument that takes flags. */
function thingsOf(argument: CallArgument, one: AbiToken, other: AbiToken): readonly NumberPair[] | undefined {
  const found = familiesOf(argument)
  if (found.some(({ kind }) => kind !== 'enum')) return undefined
  return found.flatMap((each) => pairsOf(each, one, other))
}

/** The numbers that are things of `own` on `one`, and nothing on `other`. */
export function numbersOfNothing(own: CallArgument, one: AbiToken, other: AbiToken): readonly bigint[] {
  const pairs = thingsOf(own, one, other) ?? []
  const there = new Set(pairs.map(([, number]) => number))
  return pairs.flatMap(([number]) =>
    number !== undefined && isLacking(number, pairs) && !there.has(number) ? [number] : [],
  )
}

function readerOf(argument: CallArgument, one: AbiToken, other: AbiToken): NumberReader | undefined {
  const things = thingsOf(argument, one, other)
  if (things !== undefined) return numbersReader(things)
  const found = familiesOf(argument)
  return found.some(({ kind }) => kind === 'enum') ? undefined : flagsReader(found, one, other)
}

/** The values of `ranges`, one by one; `undefined` where they are many. */
function listed(ranges: RangeSet<bigint>): readonly bigint[] | undefined {
  const count = ranges.reduce((sum, { lo, hi }) => sum + hi - lo + 1n, 0n)
  if (count > MANY) return undefined
  return ranges.flatMap(({ lo, hi }) => Array.from({ length: Number(hi - lo) + 1 }, (_, i) => lo + BigInt(i)))
}

const within = (ranges: RangeSet<bigint>, mask: bigint): RangeSet<bigint> =>
  ranges.flatMap(({ lo, hi }) => (lo > mask ? [] : [{ lo, hi: hi > mask ? mask : hi }]))

/**
 * What `test` of `own` says on `one`, in the numbers of `other`; `undefined` where that cannot be told. A number for a thing
 * that `other` lacks is left out.
 */
export function inOtherNumbers(
  test: ArgumentTest,
  own: CallArgument,
  one: AbiToken,
  other: AbiToken,
): Predicate | undefined {
  if (saysTheSame(test, own, one, other)) return test
  const reader = readerOf(own, one, other)
  const mask = reader?.mask(test.mask)
  if (reader === undefined || mask === undefined) return undefined
  const some = listed(test.values)
  const others = listed(within(complement(U64, test.values), test.mask))
  const points = some ?? others
  const things = thingsOf(own, one, other) ?? []
  const there = points?.filter((point) => !isLacking(point, things)).map((point) => reader.value(point))
  if (there === undefined || there.includes(undefined)) return undefined
  const ranges = canonical(
    U64,
    there.flatMap((value) => (value === undefined ? [] : [{ lo: value, hi: value }])),
  )
  return argument(own.index, some === undefined ? within(complement(U64, ranges), mask) : ranges, mask)
}
