/* Readers of the condition that a callback returns, and of conditions in plain data. */
import { bitsReader, constantReader } from '@seccompile/constants'
import { fail, listOf, member, oneOf, optional, record, text } from '@seccompile/shape'
import type { At, Reader } from '@seccompile/shape'
import { conditionReader, sourceReader } from './condition-shape.ts'
import type { ArgumentValue, Condition, NamedCondition, NamedOperator } from './named-condition.ts'
import { PolicyError } from './policy-error.ts'

/** Conditions nest at most this deep, so that no function on them runs out of stack. */
const MAX_DEPTH = 32

/** How many values an operator takes, at least and at most. */
const COUNTS: Readonly<Record<NamedOperator, readonly [least: number, most: number]>> = {
  eq: [1, 1],
  ne: [1, 1],
  lt: [1, 1],
  le: [1, 1],
  gt: [1, 1],
  ge: [1, 1],
  between: [2, 2],
  in: [1, Infinity],
  notIn: [1, Infinity],
  hasAny: [1, Infinity],
  hasAll: [1, Infinity],
  hasNone: [1, Infinity],
  hasOnly: [1, Infinity],
}

/** @throws PolicyError E_TYPE where `op` does not take `count` values */
export function checkCount(argument: string, op: NamedOperator, count: number): void {
  const [least, most] = COUNTS[op]
  if (count >= least && count <= most) return
  const taken = least === most ? `${least}` : 'one or more'
  const hint = least === 1 && most === 1 ? '; one of several is in(1, 2)' : ''
  throw new PolicyError('E_TYPE', `${argument}.${op} has ${count} values and takes ${taken}${hint}`)
}

const OPERATORS: readonly NamedOperator[] = Object.keys(COUNTS) as NamedOperator[]

/** The comparisons that take a mask. */
const MASKED: readonly NamedOperator[] = ['eq', 'ne', 'in', 'notIn']

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const value: Reader<ArgumentValue> = (at) => {
  if (isObject(at.value)) return 'bits' in at.value ? bitsReader(at) : constantReader(at)
  if (typeof at.value === 'bigint') return at.value
  if (typeof at.value !== 'number') return fail(at, 'a number, a constant or bits')
  return Number.isSafeInteger(at.value) ? at.value : fail(at, 'an integer, and above 2^53 a bigint', 'number')
}

const named = record<NamedCondition>({
  kind: oneOf(['argument']),
  argument: text,
  op: oneOf(OPERATORS),
  mask: optional(value),
  values: listOf(value),
  source: optional(sourceReader),
})

/** The parts of `all` and `any`. An empty `all` would always hold and an empty `any` never, and nobody means that. */
const parts =
  (depth: number): Reader<readonly Condition[]> =>
  (at) => {
    const found = listOf(conditionAt(depth + 1))(at)
    return found.length > 0 ? found : fail(at, 'one condition or more; all() and any() join conditions')
  }

const joined = (depth: number): Reader<Condition> =>
  record<Extract<Condition, { kind: 'all' | 'any' }>>({
    kind: oneOf(['all', 'any']),
    of: parts(depth),
  })

const negated = (depth: number): Reader<Condition> =>
  record<Extract<Condition, { kind: 'not' }>>({ kind: oneOf(['not']), of: conditionAt(depth + 1) })

function comparison(at: At): Condition {
  const found = named(at)
  // The other operators test the whole argument. A mask would have no effect on them.
  if (found.mask !== undefined && !MASKED.includes(found.op))
    return fail(member(at, 'mask'), `no mask for ${found.op}, only for eq, ne, in and notIn`)
  checkCount(found.argument, found.op, found.values.length)
  return found
}

const conditionAt =
  (depth: number): Reader<Condition> =>
  (at) => {
    if (depth > MAX_DEPTH) return fail(at, `a condition that nests at most ${MAX_DEPTH} deep`, 'number')
    if (!isObject(at.value)) return fail(at, 'a condition')
    if ('index' in at.value) return conditionReader(at)
    const kind = member(at, 'kind')
    switch (kind.value) {
      case 'all':
      case 'any':
        return joined(depth)(at)
      case 'not':
        return negated(depth)(at)
      case 'argument':
        return comparison(at)
      default:
        return fail(kind, '"all", "any", "not" or "argument"')
    }
  }

/** A reader of conditions on the arguments of a call. */
export const namedConditionReader: Reader<Condition> = conditionAt(0)
