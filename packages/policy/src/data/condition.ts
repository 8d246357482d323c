/*
 * Conditions on arguments, as people write them, and their predicates on an ABI.
 *
 * Every operator is a set of values under a mask, as in a test of the rule IR. A policy keeps the operator and
 * the constants beside it, for two reasons. Messages quote them. And the set alone does not tell whether a
 * constant fits the arguments of an ABI: `< 2^32` and `<= 2^32 - 1` are one set, but only the first has a
 * constant beyond 32 bits.
 *
 * A narrow ABI (32-bit, or x32) passes only the low word of each argument. There a condition is a condition on
 * a value below 2^32: `== 2^32 + 5` never holds, `< 2^32 + 5` always holds, and the mask of a masked comparison
 * loses its high half. Profiles of runc have another meaning on a narrow ABI: see libseccomp-conditions.ts.
 */
import { argument, canonical, complement, LOW_WORD, U64, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { Predicate, RangeSet } from '@seccompile/rules'
import { expectObject, shown } from '@seccompile/shape'
import { symbolicName } from './misplaced.ts'
import { PolicyError } from './policy-error.ts'
import type { Source } from './source.ts'

/** The unsigned comparisons of an argument with a value. */
export type Comparison = 'EQ' | 'NE' | 'LT' | 'LE' | 'GT' | 'GE'

/** `args[index] op value`, unsigned. */
export interface CompareCondition {
  readonly op: Comparison
  /** 0 to 5. */
  readonly index: number
  /** u64. */
  readonly value: bigint
  readonly source?: Source
}

/** `(args[index] & value) == (valueTwo & value)`: `value` is the mask, as in an OCI profile. */
export interface MaskedCondition {
  readonly op: 'MASKED_EQ'
  /** 0 to 5. */
  readonly index: number
  /** The mask, u64. */
  readonly value: bigint
  /** The value of the argument under the mask, u64. */
  readonly valueTwo: bigint
  readonly source?: Source
}

/** `args[index]` lies in `values`, or outside them. */
export interface SetCondition {
  readonly op: 'IN' | 'NOT_IN'
  /** 0 to 5. */
  readonly index: number
  /** Canonical (sorted, disjoint, not adjacent) ranges of u64. */
  readonly values: RangeSet<bigint>
  readonly source?: Source
}

/** A condition on one argument. */
export type ArgCondition = CompareCondition | MaskedCondition | SetCondition

/** A u64 as people write it: a bigint, or a number that is a safe non-negative integer. */
export type U64Like = bigint | number

/** Values of an argument: one, or all from a low to a high one, both included. */
export type ValueOrRange = U64Like | readonly [lo: U64Like, hi: U64Like]

/** The conditions on one argument; all comparisons are unsigned. */
export interface ArgConditions {
  eq(value: U64Like): CompareCondition
  ne(value: U64Like): CompareCondition
  lt(value: U64Like): CompareCondition
  le(value: U64Like): CompareCondition
  gt(value: U64Like): CompareCondition
  ge(value: U64Like): CompareCondition
  /** `(argument & mask) == (value & mask)`. */
  maskedEq(mask: U64Like, value: U64Like): MaskedCondition
  /** The argument is one of `values`; ranges are written `[lo, hi]`. */
  in(...values: readonly ValueOrRange[]): SetCondition
  /** The argument is none of `values`; ranges are written `[lo, hi]`. */
  notIn(...values: readonly ValueOrRange[]): SetCondition
}

/** The index of an argument. */
export type ArgIndex = 0 | 1 | 2 | 3 | 4 | 5

function u64(value: U64Like): bigint {
  const symbolic = symbolicName(value)
  if (symbolic !== undefined)
    throw new PolicyError(
      'E_TYPE',
      `argument value is ${symbolic.text}, whose number depends on the ABI; compare the argument by its name: ` +
        `({ family }) => family.eq(AF_UNIX)`,
    )
  if (typeof value !== 'bigint' && typeof value !== 'number')
    throw new PolicyError(
      'E_TYPE',
      `argument value is ${shown(value)}; write an integer, or a bigint such as 5n`,
    )
  if (typeof value !== 'bigint' && !Number.isSafeInteger(value))
    throw new PolicyError(
      'E_NUMBER',
      `argument value is ${value}; write an integer, and above 2^53 a bigint such as ${U64.max}n`,
    )
  const wide = BigInt(value)
  if (wide < 0n)
    throw new PolicyError(
      'E_NUMBER',
      `argument value is ${value}; comparisons are unsigned: write BigInt.asUintN(64, ${value}n)`,
    )
  if (wide > U64.max) throw new PolicyError('E_NUMBER', `argument value is ${value}; an argument has 64 bits`)
  return wide
}

const isRange = (value: ValueOrRange): value is readonly [U64Like, U64Like] => Array.isArray(value)

function valueSet(values: readonly ValueOrRange[]): RangeSet<bigint> {
  const ranges = values.map((value) => {
    if (!isRange(value)) return { lo: u64(value), hi: u64(value) } // u64() throws for a wrong value
    const ends: number = value.length // always 2 by the type, but not in JavaScript
    if (ends !== 2)
      throw new PolicyError(
        'E_TYPE',
        `argument range has ${ends} ends; write a range as [lo, hi], and values one by one: in(1, 10, 2)`,
      )
    const range = { lo: u64(value[0]), hi: u64(value[1]) }
    if (range.lo > range.hi)
      throw new PolicyError(
        'E_NUMBER',
        `argument range is [${range.lo}, ${range.hi}]; write the lower end first`,
      )
    return range
  })
  return canonical(U64, ranges)
}

/**
 * The conditions on argument `index`: `arg(0).eq(5)`, `arg(1).notIn(38, [40, 45])`.
 * @throws PolicyError E_NUMBER for an index that is not 0 to 5. The methods throw E_NUMBER for a number that is
 * no u64, and E_TYPE for a value of another type, a range without two ends, or a wrong number of values
 */
export function arg(index: ArgIndex): ArgConditions {
  if (!Number.isInteger(index) || index < 0 || index > 5)
    throw new PolicyError('E_NUMBER', `argument index is ${index}; a system call has arguments 0 to 5`)
  /** `values`, checked to be `count`. A value too many would be ignored, although the person meant it. */
  const taking = <T extends readonly U64Like[]>(count: number, values: T): T => {
    if (values.length === count) return values
    const hint = count === 1 ? '; one of several is in(1, 2)' : ''
    throw new PolicyError('E_TYPE', `comparison has ${values.length} values and takes ${count}${hint}`)
  }
  const compare =
    (op: Comparison) =>
    (...values: readonly [U64Like]): CompareCondition => ({ op, index, value: u64(taking(1, values)[0]) })
  return {
    eq: compare('EQ'),
    ne: compare('NE'),
    lt: compare('LT'),
    le: compare('LE'),
    gt: compare('GT'),
    ge: compare('GE'),
    maskedEq: (...values) => {
      const [mask, value] = taking(2, values)
      return { op: 'MASKED_EQ', index, value: u64(mask), valueTwo: u64(value) }
    },
    in: (...values) => ({ op: 'IN', index, values: valueSet(values) }),
    notIn: (...values) => ({ op: 'NOT_IN', index, values: valueSet(values) }),
  }
}

/**
 * The values for which the condition holds: values of the whole argument or, for a masked condition, of the argument
 * under the mask.
 */
export function conditionValues(condition: ArgCondition): RangeSet<bigint> {
  switch (condition.op) {
    case 'EQ':
      return [{ lo: condition.value, hi: condition.value }]
    case 'NE':
      return complement(U64, [{ lo: condition.value, hi: condition.value }])
    case 'LT':
      return condition.value === 0n ? [] : [{ lo: 0n, hi: condition.value - 1n }]
    case 'LE':
      return [{ lo: 0n, hi: condition.value }]
    case 'GT':
      return condition.value === U64.max ? [] : [{ lo: condition.value + 1n, hi: U64.max }]
    case 'GE':
      return [{ lo: condition.value, hi: U64.max }]
    case 'MASKED_EQ': {
      const datum = condition.value & condition.valueTwo
      return [{ lo: datum, hi: datum }]
    }
    case 'IN':
      return condition.values
    case 'NOT_IN':
      return complement(U64, condition.values)
  }
}

/** The predicate of `condition` on an ABI whose arguments have `wordSize` bits. */
export function conditionPredicate(condition: ArgCondition, wordSize: 32 | 64): Predicate {
  expectObject(condition, 'condition', 'index', 'op')
  const mask = condition.op === 'MASKED_EQ' ? condition.value : WHOLE_ARGUMENT
  return argument(condition.index, conditionValues(condition), wordSize === 64 ? mask : mask & LOW_WORD)
}

/** The largest constant that a person wrote in `condition`. */
export function largestConstant(condition: ArgCondition): bigint {
  switch (condition.op) {
    case 'MASKED_EQ':
      return condition.value > condition.valueTwo ? condition.value : condition.valueTwo
    case 'IN':
    case 'NOT_IN':
      return condition.values.at(-1)?.hi ?? 0n
    default:
      return condition.value
  }
}
