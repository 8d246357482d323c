/*
 * The system call for which a process was killed.
 *
 * A parent learns from `wait` only that a child died of SIGSYS. The number of the call stood in a `siginfo` that died
 * with the child. The only trace is the kernel's audit record (type 1326, SECCOMP). The kernel sends the record to
 * the audit socket, for readers with CAP_AUDIT_READ. Where no audit daemon reads it, the record also goes to the
 * kernel log, at most ten lines in five seconds. The socket is preferred, since it has every record.
 *
 * The kernel records KILL_PROCESS and KILL_THREAD always. It records TRAP only for a filter that was attached with
 * SECCOMP_FILTER_FLAG_LOG; with that flag it records every ERRNO of the filter too. So a filter with TRAP gets a
 * second filter beside it, and only the second filter has the flag: see trapObservers(). The second filter returns
 * TRAP where the first filter does, and ALLOW elsewhere. Where both return TRAP, the newer verdict counts; elsewhere
 * the first filter is stricter. So both together have the meaning of the first filter.
 *
 * @see kernel/seccomp.c: seccomp_log(), kernel/auditsc.c: audit_seccomp(), kernel/audit.c: kauditd_thread()
 */
import { closeSync, constants, openSync, readSync } from 'node:fs'
import { auditRecords } from '@seccompile/abi'
import type { AuditRecord } from '@seccompile/abi'
import { tryLibc } from '../libc/libc.ts'
import { machineEndianness, nativeAbi } from '../system/native-abi.ts'
import { surelyAllows } from '../attach/possible-verdicts.ts'

/** Collects the kernel's audit records until it is closed. */
export interface AuditReader {
  /** The source of the records. */
  readonly from: 'audit socket' | 'kernel log'
  /** The records since the last call. */
  readonly read: () => readonly AuditRecord[]
  readonly close: () => void
}

const NETLINK_AUDIT = 9
const AUDIT_NLGRP_READLOG = 1

function socketReader(): AuditReader | undefined {
  const socket = tryLibc()?.netlinkSocket(NETLINK_AUDIT, AUDIT_NLGRP_READLOG)
  if (socket === undefined) return undefined
  return {
    from: 'audit socket',
    read: () => {
      const found: AuditRecord[] = []
      for (let rounds = 0; rounds < 10_000; rounds += 1) {
        const message = socket.receive()
        if (message.length === 0) break
        found.push(...auditRecords(Buffer.from(message).toString('latin1')))
      }
      return found
    },
    close: socket.close,
  }
}

function logReader(): AuditReader | undefined {
  try {
    const file = openSync('/dev/kmsg', constants.O_RDONLY | constants.O_NONBLOCK)
    const into = Buffer.alloc(16 * 1024)
    const lines = (): string => {
      let text = ''
      for (let rounds = 0; rounds < 1_000_000; rounds += 1) {
        try {
          const size = readSync(file, into)
          if (size <= 0) return text
          text += into.toString('latin1', 0, size)
        } catch (error) {
          // EPIPE: the kernel overwrote lines before this process read them. The next read continues after them.
          if (error instanceof Error && 'code' in error && error.code === 'EPIPE') continue
          return text // EAGAIN: the log has no more lines
        }
      }
      return text
    }
    lines() // skips the older lines, which belong to earlier processes
    return { from: 'kernel log', read: () => auditRecords(lines()), close: () => closeSync(file) }
  } catch {
    return undefined
  }
}

/** A reader of audit records; `undefined` where this process may read neither source. */
export function auditReader(): AuditReader | undefined {
  return socketReader() ?? logReader()
}

const RET_K = 0x06
const SECCOMP_RET_TRAP = 0x0003_0000
const SECCOMP_RET_ALLOW = 0x7fff_0000

/**
 * The filter that returns TRAP where `filter` does, and ALLOW where `filter` returns another constant; `undefined`
 * where `filter` has no TRAP. A return of A is kept.
 */
function trapObserver(filter: Uint8Array, little: boolean): Uint8Array | undefined {
  const copy = Uint8Array.from(filter)
  const view = new DataView(copy.buffer)
  let traps = false
  for (let at = 0; at + 8 <= copy.length; at += 8) {
    const code = view.getUint16(at, little)
    if (code !== RET_K) continue
    const action = (view.getUint32(at + 4, little) & 0xffff_0000) >>> 0
    if (action === SECCOMP_RET_TRAP) traps = true
    else view.setUint32(at + 4, SECCOMP_RET_ALLOW, little)
  }
  return traps ? copy : undefined
}

/**
 * Filters to attach after `filters`, with SECCOMP_FILTER_FLAG_LOG. They add audit records and change no verdict. The
 * list is empty where one of `filters` may refuse the call that attaches a filter.
 */
export function trapObservers(filters: readonly Uint8Array[]): readonly Uint8Array[] {
  const little = machineEndianness() === 'little'
  const { auditArch, calls } = nativeAbi()
  const attaching = { nr: calls.seccomp, arch: auditArch }
  if (!filters.every((filter) => surelyAllows(filter, attaching, little))) return []
  return filters.flatMap((filter) => trapObserver(filter, little) ?? [])
}
