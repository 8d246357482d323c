/* A filter with all facts that later questions need. */
import type { Endianness, Program } from '@seccompile/abi'
import type { CompileOptions } from '@seccompile/compiler'
import type { Finding, KernelVersion, Policy } from '@seccompile/policy'
import type { Subject } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'
import type { ArgumentNames } from '@seccompile/describe'

/** The policy that was compiled, and the options. */
export interface CompiledPolicy {
  readonly policy: Policy
  readonly options: CompileOptions
}

/** A filter with its facts. */
export interface FilterSubject {
  readonly program: Program
  /** The subject of questions: the rules of a policy, or the program. */
  readonly leveled: Subject
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  readonly endianness: Endianness
  readonly args: ArgumentNames
  readonly kernel: KernelVersion | undefined
  /** Warnings from resolving the policy. */
  readonly warnings: readonly Finding[]
  /** Absent for a raw filter. */
  readonly compiled?: CompiledPolicy
}
