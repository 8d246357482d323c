/* Conditions as text for people: `family != AF_UNIX`. */
import { assertNever, expectObject } from '@seccompile/shape'
import { printCondition } from './condition.ts'
import type { ArgumentValue, Condition, NamedCondition } from './named-condition.ts'

const SMALL = 10

/** A value as people write it. */
export function printValue(value: ArgumentValue): string {
  if (typeof value === 'object')
    return 'bits' in value ? value.bits.map(({ constant }) => constant).join('|') : value.constant
  return value < SMALL ? `${value}` : `0x${value.toString(16)}`
}

const SIGNS = { eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' } as const

/** A comparison by name: `family != AF_UNIX`, `type & SOCK_TYPE_MASK == SOCK_STREAM`. */
export function printNamed(given: NamedCondition): string {
  expectObject(given, 'condition', 'argument', 'op', 'values')
  const { argument, op, mask, values } = given
  const subject = mask === undefined ? argument : `${argument} & ${printValue(mask)}`
  const list = values.map(printValue)
  switch (op) {
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return `${subject} ${SIGNS[op]} ${list[0]}`
    case 'between':
      return `${subject} in ${list.join('..')}`
    case 'in':
      return `${subject} in {${list.join(', ')}}`
    case 'notIn':
      return `${subject} not in {${list.join(', ')}}`
    case 'hasAny':
      return `${subject} has any of ${list.join('|')}`
    case 'hasAll':
      return `${subject} has all of ${list.join('|')}`
    case 'hasNone':
      return `${subject} has none of ${list.join('|')}`
    default:
      return assertNever(op)
  }
}

/** A condition as one line. */
export function printExpression(condition: Condition): string {
  expectObject(condition, 'condition')
  if (!('kind' in condition)) return printCondition(condition)
  switch (condition.kind) {
    case 'argument':
      return printNamed(condition)
    case 'not':
      return `not (${printExpression(condition.of)})`
    case 'all':
    case 'any': {
      const joint = condition.kind === 'all' ? ' and ' : ' or '
      const parts = condition.of.map((part) => {
        const isJoined = 'kind' in part && (part.kind === 'all' || part.kind === 'any')
        return isJoined ? `(${printExpression(part)})` : printExpression(part)
      })
      return parts.length === 0 ? (condition.kind === 'all' ? 'always' : 'never') : parts.join(joint)
    }
    default:
      return assertNever(condition)
  }
}
