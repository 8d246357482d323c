import type { Endianness, Program } from '@seccompile/abi'
import type { Finding, Policy, ResolveOptions, Target } from '@seccompile/policy'
import type { Subject } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'

/** What is known of every filter that was opened. */
interface OpenedFilter {
  /** The name in messages. */
  readonly name: string
  /** The files of the filter, where its name is not that of one file: a stack has several, and a file may hold several filters. */
  readonly files?: readonly string[]
  /** The meaning: rules, a program, or a stack of these. */
  readonly subject: Subject
  readonly endianness: Endianness
  /** The ABIs by which calls are named, the main one first. */
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  /** The `AUDIT_ARCH_*` values that the filter names. */
  readonly arches: () => readonly number[]
  /** The program; `undefined` for a stack, and for a policy that is too long for one program. */
  readonly program: () => Promise<Program | undefined>
  /** Facts from reading, such as the notation that a text was taken for. They are no mistakes. */
  readonly notes: readonly string[]
  /** All warnings about the policy, of its reader and of its resolution; none for programs. */
  readonly findings: readonly Finding[]
}

/** The filter of a policy. */
export interface PolicyFilter extends OpenedFilter {
  readonly policy: Policy
  /** What the policy was resolved for. The compiler takes it as its options. */
  readonly target: Target & Pick<ResolveOptions, 'families'>
  /** The findings about the policy as an artifact; absent if it is no OCI profile. */
  readonly artifact?: (() => Promise<readonly Finding[]>) | undefined
}

/** The filter of a program, of rules, or of a stack of these: a filter without a policy. */
export interface PlainFilter extends OpenedFilter {
  readonly policy?: undefined
  /** The capabilities of the process and the kernel of the machine, where they were named. */
  readonly target?: Pick<Target, 'caps' | 'kernel'>
  readonly artifact?: undefined
}

/** A filter that was opened, whatever it was opened from. */
export type Filter = PolicyFilter | PlainFilter
