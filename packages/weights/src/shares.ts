import { PolicyError } from '@seccompile/policy'
import type { Source } from '@seccompile/policy'
import { quote, shown } from '@seccompile/shape'
import { isSyscallName } from '@seccompile/syscalls'
import { unknownCall } from './tally.ts'

/** The number of times that calls are made, or their shares, by name. */
export type CallCounts = Readonly<Record<string, number>>

/** The largest count. Up to it, a double holds every whole number. */
export const MAX_COUNT: number = Number.MAX_SAFE_INTEGER

const MAX_SHOWN = 40

/**
 * The error for a count that is out of bounds; `undefined` for a count within them. `text` is the count as the person
 * wrote it.
 */
export function countError(
  name: string,
  count: number,
  text: string,
  place?: Source,
): PolicyError | undefined {
  if (typeof count === 'number' && count >= 0 && count <= MAX_COUNT) return undefined
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
  return new PolicyError(
    'E_NUMBER',
    `${quote(name)} is ${shown}; expected a number of calls or a share, from 0 to ${MAX_COUNT}`,
    place,
  )
}

/**
 * The share of each call in the sum of all counts, by name; the shares add up to 1.
 * @throws PolicyError where a name is unknown, a number is out of bounds, or none is above 0
 */
export function callShares(counts: CallCounts): ReadonlyMap<string, number> {
  if (typeof counts !== 'object' || counts === null || Array.isArray(counts))
    throw new PolicyError(
      'E_TYPE',
      `weights: expected an object from call name to number; got ${shown(counts)}`,
    )
  const entries = Object.entries(counts)
  for (const [name, count] of entries) {
    if (!isSyscallName(name)) throw unknownCall(name)
    const error = countError(name, count, shown(count))
    if (error !== undefined) throw error
  }
  const total = entries.reduce((sum, [, count]) => sum + count, 0)
  if (total === 0) throw new PolicyError('E_EMPTY', 'weights count no call; at least one has to be above 0')
  return new Map(entries.map(([name, count]) => [name, count / total]))
}
