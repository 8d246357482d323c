import type { LibcName } from '@seccompile/libc-calls'
import type { Capability, KernelVersion } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'

/**
 * What becomes of a call on the ABI to which a policy goes.
 *
 * - `allowed`: the policy allows it there.
 * - `added`: the edit allows it.
 * - `falls-back`: the policy refuses it with ENOSYS, and the library makes the calls in `instead`.
 * - `enosys`: the edit refuses it with ENOSYS, and the library makes the calls in `instead`.
 * - `withheld`: the edit does not open it; `reason` says why.
 */
export type PortStatus = 'allowed' | 'added' | 'falls-back' | 'enosys' | 'withheld'

/** A call that programs make on an ABI in place of calls that a policy allows. */
export interface PortRow {
  readonly abi: AbiToken
  readonly libc: LibcName
  /** The call there. */
  readonly call: string
  /** The calls in place of which it is made, on the ABI of the policy; none where the function makes it beside the others. */
  readonly inPlaceOf: readonly string[]
  /** The functions that make it. */
  readonly functions: readonly string[]
  readonly status: PortStatus
  /** The conditions, of which one must hold for the edit to allow the call, as text; none where it is allowed whole, or not by the edit. */
  readonly when: readonly string[]
  /** The calls that the library makes after ENOSYS. */
  readonly instead: readonly string[]
  /** The kernel that brought the call. */
  readonly since?: KernelVersion
  /** Capabilities that the rules require which allow `inPlaceOf`. */
  readonly caps: readonly Capability[]
  readonly reason: string
  /** Where the fact is from. */
  readonly source: string
}
