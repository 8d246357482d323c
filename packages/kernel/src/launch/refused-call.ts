import type { AuditRecord } from '@seccompile/abi'
import { abiTables, nameOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { machineEndianness } from '../system/native-abi.ts'
import type { AuditReader } from './audit-records.ts'
import type { CountedRecord } from './follow-records.ts'
import { isBridge } from './launch-words.ts'
import type { LauncherName } from './launch-words.ts'
import { possibleVerdicts } from '../attach/possible-verdicts.ts'

/** A call that the kernel has recorded. */
export interface RecordedCall {
  /** `AUDIT_ARCH_*`. */
  readonly arch: number
  readonly nr: number
  /** The ABI, as @seccompile/syscalls names it, and the name of the call there; where they are known. */
  readonly abi: AbiToken | undefined
  readonly name: string | undefined
  /** The action of the verdict, as a verdict: the record does not hold its data. */
  readonly verdict: number
  /**
   * The verdicts that each of the filters may give to the call, ascending. There are several where
   * arguments decide: the record does not hold arguments.
   */
  readonly says: readonly (readonly number[])[]
}

/** The call that a process was killed for, or why it is not known. */
export type RefusedCall =
  (RecordedCall & { readonly known: true }) | { readonly known: false; readonly why: string }

/** A call that the kernel has recorded, with the number of the records. */
export interface LoggedCall extends RecordedCall {
  readonly count: number
}

/** Calls that the kernel has recorded, in the order of their first record; or why they are not known. */
export type LoggedCalls =
  | { readonly known: true; readonly calls: readonly LoggedCall[] }
  | { readonly known: false; readonly why: string }

/** The call of `record`, by name, and the verdicts of `filters` for it. */
function recordedCall(filters: readonly Uint8Array[], { arch, nr, verdict }: AuditRecord): RecordedCall {
  const little = machineEndianness() === 'little'
  // x32 has the AUDIT_ARCH of x86_64; only its numbers tell them apart.
  const table = abiTables.find((one) => one.auditArch === arch && nameOf(one, nr) !== undefined)
  return {
    arch,
    nr,
    abi: table?.token,
    name: table === undefined ? undefined : nameOf(table, nr),
    verdict,
    says: filters.map((filter) =>
      [...possibleVerdicts(filter, { nr, arch }, little)]
        .filter((one) => one !== undefined)
        .sort((a, b) => a - b),
    ),
  }
}

/** The call of `record`, for which a process was killed. */
export function refusedCall(filters: readonly Uint8Array[], record: AuditRecord): RefusedCall {
  return { known: true, ...recordedCall(filters, record) }
}

const UNREADABLE =
  'the kernel records such calls, and neither its audit socket (CAP_AUDIT_READ) nor its log (/dev/kmsg) may be read'

/** The calls of `records`; `undefined` where they cannot be read. */
export function loggedCalls(
  filters: readonly Uint8Array[],
  records: readonly CountedRecord[] | undefined,
): LoggedCalls {
  if (records === undefined) return { known: false, why: UNREADABLE }
  const calls = records.map((record) => ({ ...recordedCall(filters, record), count: record.count }))
  return { known: true, calls }
}

/** The result where the call is not known, with the reason. */
export function unknownCall(reader: AuditReader | undefined, launcher: LauncherName): RefusedCall {
  return {
    known: false,
    why:
      reader === undefined
        ? UNREADABLE
        : `the ${reader.from} has no record of it; the kernel may hold records back where there are many, counts processes otherwise inside a container${isBridge(launcher) ? '' : ', and records TRAP only where ffi or koffi is the launcher'}`,
  }
}
