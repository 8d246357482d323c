/*
 * The audit records of one process, collected while it runs: a later reader could find older records overwritten.
 *
 * The kernel sends records from a thread of its own. So this file waits a little for them after the process has
 * ended.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { actionOf } from '@seccompile/abi'
import type { AuditRecord } from '@seccompile/abi'
import type { AuditReader } from './audit-records.ts'

/** An audit record, and the number of equal records of the process. */
export interface CountedRecord extends AuditRecord {
  readonly count: number
}

/** Collects the records of one process. */
export interface RecordFollower {
  /** Stops the collecting while the process runs. */
  readonly stop: () => void
  /** The record of the call that the process was killed for. */
  readonly killing: () => Promise<AuditRecord | undefined>
  /**
   * All records but `killing`, equal ones once, in the order of their first appearance. A process may survive TRAP,
   * by a handler of SIGSYS, and KILL_THREAD in a thread other than its first.
   */
  readonly others: (killing?: AuditRecord) => Promise<readonly CountedRecord[]>
}

/** Whether the verdict of `record` can end the process. TRAP does where SIGSYS is not caught. */
function isOfEnd({ verdict }: AuditRecord): boolean {
  switch (actionOf(verdict)) {
    case 'ERRNO':
    case 'USER_NOTIF':
    case 'TRACE':
    case 'LOG':
    case 'ALLOW':
      return false
    default:
      return true
  }
}

/** A key that equal records share. */
const keyOf = ({ arch, nr, verdict }: AuditRecord): string => `${arch} ${nr} ${verdict}`

const ROUND_MS = 10
/** How many rounds to wait for the record of the call that the process was killed for. */
const ROUNDS_FOR_END = 50
/** The wait ends after this many rounds without a new record. */
const QUIET_ROUNDS = 5

/** Begins to collect the records of process `pid`. */
export function follow(reader: AuditReader | undefined, pid: number): RecordFollower {
  let last: AuditRecord | undefined
  const counts = new Map<string, CountedRecord>()
  /** Reads new records, and yields whether there was one. */
  const take = (): boolean => {
    const records = reader?.read().filter((record) => record.pid === pid) ?? []
    for (const record of records) {
      if (isOfEnd(record)) last = record
      const key = keyOf(record)
      counts.set(key, { ...record, count: (counts.get(key)?.count ?? 0) + 1 })
    }
    return records.length > 0
  }
  const timer = setInterval(take, 100)
  return {
    stop: () => clearInterval(timer),
    killing: async () => {
      for (let round = 0; round < ROUNDS_FOR_END && reader !== undefined; round += 1) {
        take()
        if (last !== undefined) break
        await delay(ROUND_MS)
      }
      return last
    },
    others: async (killing) => {
      for (let quiet = 0; quiet < QUIET_ROUNDS && reader !== undefined;) {
        quiet = take() ? 0 : quiet + 1
        await delay(ROUND_MS)
      }
      const killed = killing === undefined ? undefined : keyOf(killing)
      return [...counts]
        .map(([key, record]) => ({ ...record, count: record.count - (key === killed ? 1 : 0) }))
        .filter(({ count }) => count > 0)
    },
  }
}
