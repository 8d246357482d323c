import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import type { PolicyErrorCode } from '@seccompile/policy'
import type { RecordingRow } from './recording.ts'

/** A name of a call, of any kernel. */
export const NAME: RegExp = /^[a-z0-9_]{1,64}$/

/** The parts of a row that contradict each other. */
export interface RowFault {
  readonly code: PolicyErrorCode
  /** The key at which the fault shows. */
  readonly where: string
  readonly message: string
}

const conflict = (where: string, message: string): RowFault => ({
  code: 'E_CONFLICT',
  where,
  message: `${where}: ${message}`,
})

/** Why a row whose fields have the right types is no row; `undefined` where it is one. */
export function rowFault({ nr, call, args, first, last }: RecordingRow): RowFault | undefined {
  if (nr === undefined && (call !== undefined || args !== undefined))
    return conflict(
      call === undefined ? 'args' : 'call',
      'a row without nr stands for many numbers; leave call and args out',
    )
  if ((first === undefined) !== (last === undefined))
    return conflict(first === undefined ? 'last' : 'first', 'expected first and last, or neither')
  if (first !== undefined && last !== undefined && first > last)
    return conflict('first', `is later than last; got ${first} and ${last}`)
  if (args === undefined) return undefined
  if (args.length > SECCOMP_DATA_ARGS)
    return {
      code: 'E_LIMIT',
      where: 'args',
      message: `args: expected up to ${SECCOMP_DATA_ARGS} values; got ${args.length}`,
    }
  const seen = args.filter((value) => value !== null)
  if (seen.length === 0) return conflict('args', 'has no value; leave it out')
  if (args.at(-1) === null) return conflict('args', 'ends with null; end it with the last value')
  const more = seen.filter((value) => value === 'more').length
  if (more > 0 && more < seen.length)
    return conflict(
      'args',
      'has values and "more"; in one row, all that are not null are values, or all are "more"',
    )
  return undefined
}
