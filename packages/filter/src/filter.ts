import type { Endianness, Program } from '@seccompile/abi'
import type { Finding, Policy, Target } from '@seccompile/policy'
import type { Subject } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'

/** A filter that was opened, whatever it was opened from: a policy, a program, or a stack of programs. */
export interface Filter {
  /** The name in messages. */
  readonly name: string
  /** The files of the filter, where its name is not that of one file: a stack has several, and a file may hold several filters. */
  readonly files?: readonly string[]
  /** The meaning: the rules of a policy, a program, or a stack. */
  readonly leveled: Subject
  readonly endianness: Endianness
  /** The ABIs by which calls are named, the main one first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  /** The `AUDIT_ARCH_*` values that the filter names. */
  readonly arches: () => readonly number[]
  /**
   * The program: that of a raw filter, or the one compiled from a policy; `undefined` for a stack, and for a policy that is too long
   * for one program.
   */
  readonly program: () => Promise<Program | undefined>
  /** The policy; absent for programs. */
  readonly policy?: Policy
  /** What the policy was resolved for, beside {@link abis}. */
  readonly target: Omit<Target, 'abis'>
  /** Facts from reading, such as the notation that a text was taken for. They are no mistakes. */
  readonly notes: readonly string[]
  /** All warnings about the policy, of its reader and of its resolution. */
  readonly findings: readonly Finding[]
  /** The findings about the policy as an artifact; absent if it is no OCI profile. */
  readonly artifact?: () => Promise<readonly Finding[]>
}
