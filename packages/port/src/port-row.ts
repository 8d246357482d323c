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

/** Where a fact is from. */
export interface MeasuredSource {
  readonly libc: LibcName
  /** The versions of the library. */
  readonly versions: readonly string[]
  /** The ABIs on which it was measured: that of the row, or others that have the same of the calls. */
  readonly on: readonly AbiToken[]
}

/** A call that programs make on an ABI in place of calls that a policy allows. */
export interface PortRow {
  readonly abi: AbiToken
  readonly libc: LibcName
  /** The call there. */
  readonly call: string
  /** The calls in place of which it is made, on the ABI of the policy; none where the function makes it beside the others. */
  readonly inPlaceOf: readonly string[]
  /** Those of `inPlaceOf` that the ABI lacks. */
  readonly lacking: readonly string[]
  /** The functions that make it. */
  readonly functions: readonly string[]
  readonly status: PortStatus
  /** The conditions, of which one must hold for the edit to allow the call, as text; none where it is allowed whole, or not by the edit. */
  readonly when: readonly string[]
  /** The calls that the library makes after ENOSYS. */
  readonly instead: readonly string[]
  /** Arguments whose tests could not be moved, each with its call: the edit opens less than the policy. */
  readonly unmoved: readonly string[]
  /** The kernel that brought the call. */
  readonly since?: KernelVersion
  /** Capabilities that the rules require which allow `inPlaceOf`. */
  readonly caps: readonly Capability[]
  /** Why, for every ABI that lacks `lacking`. */
  readonly reason: string
  readonly source: MeasuredSource
}
