/* The filter that a text becomes, and all that later questions need of it. */
import type { Endianness, Program } from '@seccompile/abi'
import type { CompileOptions } from '@seccompile/compiler'
import type { Finding, KernelVersion, Policy } from '@seccompile/policy'
import type { Subject } from '@seccompile/prover'
import type { AbiTable } from '@seccompile/syscalls'
import type { ArgumentNames } from '@seccompile/describe'

/** The policy that was compiled, and how. */
export interface CompiledPolicy {
  readonly policy: Policy
  readonly options: CompileOptions
}

/** A filter in hand. */
export interface FilterSubject {
  readonly program: Program
  /** The subject of questions: the rules of a policy, or the program. */
  readonly leveled: Subject
  readonly abis: readonly [AbiTable, ...AbiTable[]]
  readonly endianness: Endianness
  readonly args: ArgumentNames
  readonly kernel: KernelVersion | undefined
  /** What resolving the policy found. */
  readonly warnings: readonly Finding[]
  /** Absent for a raw filter. */
  readonly compiled?: CompiledPolicy
}
