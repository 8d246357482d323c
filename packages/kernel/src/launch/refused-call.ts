import { abiTables, nameOf } from '@seccompile/syscalls'
import type { AuditReader, AuditRecord } from './audit-records.ts'
import { machineEndianness } from '../native-abi.ts'
import type { LauncherName } from './other-launcher.ts'
import { possibleVerdicts } from './possible-verdicts.ts'

/** The call that a process was killed for, or why it is not known. */
export type RefusedCall =
  | {
      readonly known: true
      /** `AUDIT_ARCH_*`. */
      readonly arch: number
      readonly nr: number
      /** The ABI, as @seccompile/syscalls names it, and the name of the call there; where they are known. */
      readonly abi: string | undefined
      readonly name: string | undefined
      /** The verdict that the kernel recorded. */
      readonly verdict: number
      /**
       * The verdicts that each of the filters may give to the call, ascending. There are several where
       * arguments decide: the record does not hold arguments.
       */
      readonly says: readonly (readonly number[])[]
    }
  | { readonly known: false; readonly why: string }

/** The call of `record`, by name, and the verdicts of `filters` for it. */
export function refusedCall(filters: readonly Uint8Array[], record: AuditRecord): RefusedCall {
  const { arch, nr, verdict } = record
  const little = machineEndianness() === 'little'
  // x32 has the AUDIT_ARCH of x86_64; only its numbers tell them apart.
  const table = abiTables.find((one) => one.auditArch === arch && nameOf(one, nr) !== undefined)
  return {
    known: true,
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

/** The result where the call is not known, with the reason. */
export function unknownCall(reader: AuditReader | undefined, launcher: LauncherName): RefusedCall {
  return {
    known: false,
    why:
      reader === undefined
        ? 'the kernel records it, and neither its audit socket (CAP_AUDIT_READ) nor its log (/dev/kmsg) may be read'
        : `the ${reader.from} has no record of it; the kernel may hold records back where there are many, counts processes otherwise inside a container${launcher === 'koffi' ? '' : ', and records TRAP only where koffi is the launcher'}`,
  }
}
