/*
 * Conditions on arguments by name: `family != AF_UNIX`.
 *
 * A condition is plain data and holds no number that depends on an ABI: names of arguments, and values that may
 * be constants by name. `named-predicate.ts` gives it a meaning for one call on one ABI, where the argument has a
 * place, a width and a sign, and a constant has a value.
 */
import type { Bits, Constant } from '@seccompile/constants'
import type { ArgCondition } from './condition.ts'
import type { Source } from './source.ts'

/** A value of an argument: a number, a constant by name, or constants joined by `bits()`. */
export type ArgumentValue<Family extends string = string> = number | bigint | Constant<Family> | Bits<Family>

/** The comparisons of an argument by name. `between` includes both ends. */
export type NamedOperator =
  | 'eq'
  | 'ne'
  | 'lt'
  | 'le'
  | 'gt'
  | 'ge'
  | 'between'
  | 'in'
  | 'notIn'
  | 'hasAny'
  | 'hasAll'
  | 'hasNone'
  | 'hasOnly'

/** `argument op values`; with `mask`, `(argument & mask) op values`. */
export interface NamedCondition {
  readonly kind: 'argument'
  /** The kernel's name of the parameter, such as `family`. */
  readonly argument: string
  readonly op: NamedOperator
  readonly mask?: ArgumentValue
  /** One value for a comparison, two for `between`, at least one for the other operators. */
  readonly values: readonly ArgumentValue[]
  readonly source?: Source
}

/** A condition on the arguments of a call: comparisons by name or by index, joined by `all`, `any` and `not`. */
export type Condition =
  | NamedCondition
  | ArgCondition
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }

/** Holds where all of `conditions` hold. */
export function all(...conditions: readonly Condition[]): Condition {
  return { kind: 'all', of: conditions }
}

/** Holds where at least one of `conditions` holds. */
export function any(...conditions: readonly Condition[]): Condition {
  return { kind: 'any', of: conditions }
}

/** Holds where `condition` does not hold. */
export function not(condition: Condition): Condition {
  return { kind: 'not', of: condition }
}

/** The comparisons in `condition`, in their order. */
export function comparisonsIn(condition: Condition): readonly (NamedCondition | ArgCondition)[] {
  if (!('kind' in condition) || condition.kind === 'argument') return [condition]
  return condition.kind === 'not' ? comparisonsIn(condition.of) : condition.of.flatMap(comparisonsIn)
}
