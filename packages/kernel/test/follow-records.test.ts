import { SECCOMP_RET } from '@seccompile/abi'
import type { AuditRecord } from '@seccompile/abi'
import { describe, expect, it } from 'vitest'
import type { AuditReader } from '../src/launch/audit-records.ts'
import { follow } from '../src/launch/follow-records.ts'

/** A reader that has the records of `batches` one after the other. */
function readerOf(...batches: readonly (readonly AuditRecord[])[]): AuditReader {
  const left = [...batches]
  return { from: 'kernel log', read: () => left.shift() ?? [], close: () => {} }
}

const record = (nr: number, verdict: number, pid = 7): AuditRecord => ({ pid, arch: 1, nr, verdict })
const KILLED = record(3, SECCOMP_RET.KILL_PROCESS)

describe('follow', () => {
  it('does not take a call that got an errno for the one that the process was killed for', async () => {
    const following = follow(readerOf([record(1, SECCOMP_RET.ERRNO)], [], [KILLED]), 7)
    following.stop()
    expect(await following.killing()).toEqual(KILLED)
    expect(await following.others(KILLED)).toEqual([{ ...record(1, SECCOMP_RET.ERRNO), count: 1 }])
  })

  it('has calls that the process survives: a handler takes TRAP, KILL_THREAD ends another thread', async () => {
    const trap = record(1, SECCOMP_RET.TRAP)
    const thread = record(2, SECCOMP_RET.KILL_THREAD)
    const survived = follow(readerOf([trap, thread, trap]), 7)
    survived.stop()
    expect(await survived.others()).toEqual([
      { ...trap, count: 2 },
      { ...thread, count: 1 },
    ])
    const killed = follow(readerOf([trap, trap]), 7)
    killed.stop()
    expect(await killed.others(await killed.killing())).toEqual([{ ...trap, count: 1 }])
  })

  it('counts records that are alike, and leaves out those of other processes', async () => {
    const errno = record(1, SECCOMP_RET.ERRNO)
    const logged = record(2, SECCOMP_RET.LOG)
    const following = follow(readerOf([errno, logged], [record(1, SECCOMP_RET.ERRNO, 8), errno]), 7)
    following.stop()
    expect(await following.others()).toEqual([
      { ...errno, count: 2 },
      { ...logged, count: 1 },
    ])
    expect(await following.killing()).toBeUndefined()
  })
})
