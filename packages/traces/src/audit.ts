/* The records of the kernel about calls that a filter did not simply allow, in its log, in that of auditd, and in the journal. */
import { auditRecords } from '@seccompile/abi'
import { abiNumbers, abis } from '@seccompile/syscalls'
import { nameOrNumber } from './traced-calls.ts'
import type { TakeCalls } from './traced-calls.ts'

/** What a line holds. */
export type AuditLine =
  | 'record'
  /** A record that is cut, or that `ausearch -i` has written with names in place of numbers. */
  | 'unreadable'
  /** A record of an architecture that no ABI has. */
  | 'foreign'
  /** The kernel says that it left out records. */
  | 'lost'
  | undefined

const IS_RECORD = /\btype=(?:1326|SECCOMP)\b|\bSECCOMP auid=/
const IS_LOSS =
  /\baudit(?:_printk_skb)?: \d+ callbacks suppressed|\baudit: (?:audit_lost=|rate limit exceeded|backlog limit exceeded)/

/** Reads line `line` of a log, and takes its call. */
export function readAuditLine(text: string, line: number, take: TakeCalls): AuditLine {
  if (!text.includes('audit') && !text.includes('SECCOMP')) return undefined
  const [record] = text.includes('syscall=') ? auditRecords(text) : []
  if (record === undefined) {
    if (IS_RECORD.test(text)) return 'unreadable'
    return IS_LOSS.test(text) ? 'lost' : undefined
  }
  const { arch, nr, program, time } = record
  const abi = abis.find(
    (one) => one.auditArch === arch && abiNumbers(one).some(({ lo, hi }) => nr >= lo && nr <= hi),
  )?.token
  if (abi === undefined) return 'foreign'
  take({ format: 'audit', abi, nr, name: nameOrNumber(abi, nr), count: 1, program, time, line })
  return 'record'
}
