/* Conditions as text for people: `family != AF_UNIX`. */
import { assertNever, expectObject } from '@seccompile/shape'
import type { ArgCondition, Comparison } from './condition.ts'
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
function printByName(given: NamedCondition): string {
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
    case 'hasOnly':
      return `${subject} has only ${list.join('|')}`
    default:
      return assertNever(op)
  }
}

const UNSIGNED_SIGNS: Record<Comparison, string> = {
  EQ: '==',
  NE: '!=',
  LT: '<',
  LE: '<=',
  GT: '>',
  GE: '>=',
}

/** A comparison by index: `args[0] >= 0x28`. */
function printByIndex(condition: ArgCondition): string {
  expectObject(condition, 'condition', 'index', 'op')
  const { index } = condition
  switch (condition.op) {
    case 'MASKED_EQ':
      return `args[${index}] & ${printValue(condition.value)} == ${printValue(condition.valueTwo)}`
    case 'IN':
    case 'NOT_IN': {
      const values = condition.values.map(({ lo, hi }) =>
        lo === hi ? printValue(lo) : `${printValue(lo)}..${printValue(hi)}`,
      )
      return `args[${index}] ${condition.op === 'IN' ? 'in' : 'not in'} {${values.join(', ')}}`
    }
    default:
      return `args[${index}] ${UNSIGNED_SIGNS[condition.op]} ${printValue(condition.value)}`
  }
}

/** A condition as one line of text for people: `args[0] >= 0x28`, `family != AF_UNIX and protocol == 0`. */
export function printCondition(condition: Condition): string {
  expectObject(condition, 'condition')
  if (!('kind' in condition)) return printByIndex(condition)
  switch (condition.kind) {
    case 'argument':
      return printByName(condition)
    case 'not':
      return `not (${printCondition(condition.of)})`
    case 'all':
    case 'any': {
      const joint = condition.kind === 'all' ? ' and ' : ' or '
      const parts = condition.of.map((part) => {
        const isJoined = 'kind' in part && (part.kind === 'all' || part.kind === 'any')
        return isJoined ? `(${printCondition(part)})` : printCondition(part)
      })
      return parts.length === 0 ? (condition.kind === 'all' ? 'always' : 'never') : parts.join(joint)
    }
    default:
      return assertNever(condition)
  }
}
