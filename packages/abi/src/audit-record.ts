/*
 * The records of the kernel's audit subsystem about calls that a filter did not simply allow (type 1326, SECCOMP).
 *
 *   audit: type=1326 audit(1795580994.634:855): auid=4294967295 uid=0 gid=0 ses=4294967295 pid=313408 comm="bash"
 *     exe="/usr/bin/bash" sig=31 arch=c000003e syscall=39 compat=0 ip=0x7fa5ef11eb67 code=0x80000000
 *
 * A program cannot forge a field by its name: the kernel writes a name with special characters in hexadecimal.
 *
 * @see kernel/auditsc.c: audit_seccomp(), kernel/audit.c: audit_log_n_untrustedstring()
 */

import { expectText } from '@seccompile/shape'

/** A call, from a record of the kernel. A record has no arguments. */
export interface AuditRecord {
  readonly pid: number
  /** `AUDIT_ARCH_*`. */
  readonly arch: number
  /** The number of the call, a u32. */
  readonly nr: number
  /** The `code` of the record: the action of the verdict, and not always its data. */
  readonly verdict: number
  /** The path of the program that made the call, or else its name; absent where the record has neither. */
  readonly program?: string
  /** In ms since 1970; absent for a message of the audit socket. */
  readonly time?: number
}

const TEXT = '("[^"]*"|[0-9A-F]+|\\(null\\)|\\?)'
const RECORD = new RegExp(
  '(?:\\baudit\\((\\d{1,11})\\.(\\d{3}):\\d{1,20}\\)[ :]{1,4})?' +
    '\\bauid=\\d+ uid=\\d+ gid=\\d+ ses=\\d+(?: subj=\\S+(?: \\(\\w+\\))?)? ' +
    `pid=(\\d+) comm=${TEXT}(?: exe=${TEXT})? ` +
    'sig=\\d+ arch=([0-9a-f]{1,8}) syscall=(-?\\d{1,10}) compat=\\d ip=0x[0-9a-f]+ code=0x([0-9a-f]{1,8})',
  'g',
)

/** The text of a field: between quotes, or in hexadecimal where it has a quote, a space or a control character. */
function textOf(field: string | undefined): string | undefined {
  if (field?.startsWith('"') === true) return field.slice(1, -1)
  if (field === undefined || !/^[0-9A-F]+$/.test(field)) return undefined
  try {
    return decodeURIComponent(field.replaceAll(/../g, '%$&'))
  } catch {
    return field // the bytes are not UTF-8
  }
}

/** The calls in a text of audit records, in order. Records of ALLOW, LOG and the like are among them. */
export function auditRecords(text: string): readonly AuditRecord[] {
  expectText(text, 'text')
  const found: AuditRecord[] = []
  for (const [, seconds, ms = '', pid, comm, exe, arch = '', nr, code = ''] of text.matchAll(RECORD)) {
    const program = textOf(exe) ?? textOf(comm)
    found.push({
      pid: Number(pid),
      arch: Number.parseInt(arch, 16),
      nr: Number(nr) >>> 0,
      verdict: Number.parseInt(code, 16),
      ...(program === undefined ? {} : { program }),
      ...(seconds === undefined ? {} : { time: Number(seconds + ms) }),
    })
  }
  return found
}
