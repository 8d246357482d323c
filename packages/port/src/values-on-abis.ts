/*
 * Tests of an argument that say the same on two ABIs.
 *
 * A test compares numbers, and some constants have another number on another ABI: 0x4000 is O_DIRECT on x86_64 and O_DIRECTORY on
 * aarch64. A number means the same on both where it has no bit of such a constant. So a test says the same where it reads no such
 * bit, or where it reads all of them and compares with numbers that have none.
 */
import { valueOn } from '@seccompile/constants'
import { constantFamilies } from '@seccompile/constants/all'
import { complement, contains, U64 } from '@seccompile/rules'
import type { ArgumentTest, RangeSet } from '@seccompile/rules'
import type { AbiToken, CallArgument } from '@seccompile/syscalls'

/** The values of a constant that is not the same on two ABIs. */
type ValuePair = readonly [one: bigint, other: bigint]

const unsigned = (value: number): bigint => (value < 0 ? BigInt.asUintN(32, BigInt(value)) : BigInt(value))

/** A family of constants. */
export type ConstantNames = (typeof constantFamilies)[number]

/** The families by their names, with the constants alone that are not the same on each ABI: few are, and each test asks for them. */
const VARYING: ReadonlyMap<string, ConstantNames> = new Map(
  constantFamilies.map((each) => [
    each.family,
    { ...each, constants: each.constants.filter(({ on }) => on !== undefined) },
  ]),
)

/** The constants of `families` that differ, of the families with numbers for things and of those with bits. */
function differing(
  families: readonly string[],
  one: AbiToken,
  other: AbiToken,
): { readonly numbers: readonly ValuePair[]; readonly bits: readonly ValuePair[] } {
  const found = families.flatMap((family) => VARYING.get(family) ?? [])
  const pairsOf = ({ constants }: ConstantNames): readonly ValuePair[] =>
    constants.flatMap((constant): readonly ValuePair[] => {
      const [a, b] = [valueOn(constant, one), valueOn(constant, other)]
      return a === undefined || b === undefined || a === b ? [] : [[unsigned(a), unsigned(b)]]
    })
  return {
    numbers: found.filter(({ kind }) => kind === 'enum').flatMap(pairsOf),
    bits: found.filter(({ kind }) => kind !== 'enum').flatMap(pairsOf),
  }
}

const pointsIn = (ranges: RangeSet<bigint>): readonly bigint[] | undefined =>
  ranges.every(({ lo, hi }) => lo === hi) ? ranges.map(({ lo }) => lo) : undefined

/** The values that `test` tells from all others; `undefined` where it compares with a range. */
const pointsOf = ({ values, mask }: ArgumentTest): readonly bigint[] | undefined =>
  pointsIn(values) ??
  pointsIn(
    complement(U64, values).flatMap(({ lo, hi }) => (lo > mask ? [] : [{ lo, hi: hi > mask ? mask : hi }])),
  )

/** Whether `test` of `argument` says of its constants on `one` what it says of them on `other`. */
export function saysTheSame(
  test: ArgumentTest,
  { family, families = family === undefined ? [] : [family] }: CallArgument,
  one: AbiToken,
  other: AbiToken,
): boolean {
  if (one === other) return true
  const { numbers, bits } = differing(families, one, other)
  const holds = (value: bigint): boolean => contains(test.values, value & test.mask)
  const isField = families.length > 1
  if (!isField && numbers.some(([a, b]) => holds(a) !== holds(b))) return false
  const points = pointsOf(test)
  return [...bits, ...(isField ? numbers : [])].every(([a, b]) => {
    const changed = a | b
    if ((test.mask & changed) === 0n) return true
    return (
      (test.mask & changed) === changed &&
      points !== undefined &&
      points.every((point) => (point & changed) === 0n)
    )
  })
}
