/* The comparisons of one argument, as the callback of a rule sees them. */
import type { Bits, Constant } from '@seccompile/constants'
import { shown } from '@seccompile/shape'
import { checkCount } from '../data/named-condition-shape.ts'
import type { ArgumentValue, NamedCondition, NamedOperator } from '../data/named-condition.ts'
import { PolicyError } from '../data/policy-error.ts'

/** {@link ArgumentValue} under the name that error messages of TypeScript print. */
export type NumberOrConstantOf<Family extends string> = number | bigint | Constant<Family> | Bits<Family>

/** Comparisons of an argument under a mask. */
export interface MaskedArgument<Family extends string> {
  eq(value: NumberOrConstantOf<Family>): NamedCondition
  ne(value: NumberOrConstantOf<Family>): NamedCondition
  in(...values: readonly NumberOrConstantOf<Family>[]): NamedCondition
  notIn(...values: readonly NumberOrConstantOf<Family>[]): NamedCondition
}

/**
 * An argument of a call, by the kernel's name. A comparison tests the value that the kernel reads: with the width and
 * the sign that the argument has on each ABI.
 */
export interface Argument<Family extends string> extends MaskedArgument<Family> {
  lt(value: NumberOrConstantOf<Family>): NamedCondition
  le(value: NumberOrConstantOf<Family>): NamedCondition
  gt(value: NumberOrConstantOf<Family>): NamedCondition
  ge(value: NumberOrConstantOf<Family>): NamedCondition
  /** From `lo` to `hi`, both included. */
  between(lo: NumberOrConstantOf<Family>, hi: NumberOrConstantOf<Family>): NamedCondition
  /** Some bit of `flags` is set. */
  hasAny(...flags: readonly NumberOrConstantOf<Family>[]): NamedCondition
  /** All bits of `flags` are set. */
  hasAll(...flags: readonly NumberOrConstantOf<Family>[]): NamedCondition
  /** No bit of `flags` is set. */
  hasNone(...flags: readonly NumberOrConstantOf<Family>[]): NamedCondition
  /** No bit is set but those of `flags`; with 0, no bit at all. */
  hasOnly(...flags: readonly NumberOrConstantOf<Family>[]): NamedCondition
  /** The argument under `mask`: `type.masked(SOCK_TYPE_MASK).eq(SOCK_STREAM)`. */
  masked(mask: NumberOrConstantOf<Family>): MaskedArgument<Family>
}

/**
 * @throws PolicyError E_TYPE where `value` is of no type that an argument takes; the size of a number is checked for
 * each ABI
 */
function checkValue(argument: string, op: string, value: unknown): void {
  if (typeof value === 'number' || typeof value === 'bigint') return
  if (typeof value === 'object' && value !== null && ('constant' in value || 'bits' in value)) return
  const hint =
    typeof value === 'string'
      ? /^\w*$/.test(value)
        ? 'write the constant without quotes, imported by its name'
        : 'a filter cannot read memory, so it cannot compare text'
      : Array.isArray(value)
        ? 'write the values one by one'
        : 'write a number, a constant, or bits(…)'
  throw new PolicyError('E_TYPE', `${argument}.${op}: value is ${shown(value)}; ${hint}`)
}

/** An argument that a callback has taken, under a mask, and whether the callback compares it. */
export interface TakenBits {
  readonly argument: string
  readonly mask: ArgumentValue
  isTested: boolean
}

/** Callbacks for each condition that a rule makes from an argument, and for each argument under a mask. */
export interface ConditionListener {
  readonly made: (condition: NamedCondition) => void
  readonly taken: (bits: TakenBits) => void
}

/** The argument `name`. */
export function argumentNamed(name: string, { made, taken }: ConditionListener): Argument<string> {
  const comparing =
    (op: NamedOperator, bits?: TakenBits) =>
    (...values: readonly ArgumentValue[]): NamedCondition => {
      checkCount(name, op, values.length)
      for (const value of values) checkValue(name, op, value)
      const condition: NamedCondition = {
        kind: 'argument',
        argument: name,
        op,
        ...(bits === undefined ? {} : { mask: bits.mask }),
        values,
      }
      if (bits !== undefined) bits.isTested = true
      made(condition)
      return condition
    }
  const masked = (bits?: TakenBits): MaskedArgument<string> => ({
    eq: comparing('eq', bits),
    ne: comparing('ne', bits),
    in: comparing('in', bits),
    notIn: comparing('notIn', bits),
  })
  return {
    ...masked(),
    lt: comparing('lt'),
    le: comparing('le'),
    gt: comparing('gt'),
    ge: comparing('ge'),
    between: comparing('between'),
    hasAny: comparing('hasAny'),
    hasAll: comparing('hasAll'),
    hasNone: comparing('hasNone'),
    hasOnly: comparing('hasOnly'),
    masked: (mask) => {
      checkValue(name, 'masked', mask)
      const bits = { argument: name, mask, isTested: false }
      taken(bits)
      return masked(bits)
    },
  }
}
