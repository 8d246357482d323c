import type { LibcName } from '@seccompile/libc-calls'
import type { Capability, KernelRange, Target } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'

/** Where a policy goes. */
export interface PortQuestion {
  /** The ABI that the policy is written for. */
  readonly from: AbiToken
  /** The ABIs that it is to serve as well; `from` itself where only the library or the kernel changes. */
  readonly to: readonly AbiToken[]
  /** The C libraries of the programs there. */
  readonly libcs: readonly LibcName[]
  /** The kernels on which the programs will run, from the oldest to the newest. */
  readonly kernels: KernelRange
  /** What else the target of the policy is, without its ABIs, kernel and capabilities. */
  readonly target?: Omit<Target, 'abis' | 'caps' | 'kernel'>
  /** The capabilities of the process. Rules for other capabilities get their successors too. */
  readonly caps?: readonly Capability[]
}
