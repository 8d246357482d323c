/* The target of a policy and the options of `resolve`, with their readers. */
import type { FamilyFacts } from '@seccompile/constants/all'
import { fail, flag, listOf, oneOf, optional, record, unread } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { kernelOrTextReader, kernelReader, tableReader } from '@seccompile/syscalls'
import type { AbiTable, KernelText, KernelVersion } from '@seccompile/syscalls'
import type { Action } from './action.ts'
import type { Capability } from './capability.ts'
import { actionReader, capabilities } from './policy-shape.ts'

/** The target of `resolve`. */
export interface Target {
  /** At least one ABI; the first is the main one. All have one byte order; repeats are ignored. */
  readonly abis: readonly AbiTable[]
  /** The capabilities of the process. By default those of the policy, or else `CONTAINER_CAPS`. */
  readonly caps?: readonly Capability[] | undefined
  /** The kernel of the machine. By default that of the policy, or else `NEWEST_KERNEL`. */
  readonly kernel?: KernelVersion | undefined
  /**
   * The action for numbers above the newest call of their ABI. By default `unknown` of the policy, or else its
   * default.
   */
  readonly unknown?: UnknownAction | undefined
  /**
   * The newest kernel whose calls count as known. Later calls get `unknown` too, or ENOSYS where neither the target
   * nor the policy has `unknown`. By default the `knownUpTo` of the policy; `kernel` has no influence on it.
   */
  readonly knownUpTo?: KernelVersion | KernelText | undefined
  /** Whether a rule for a call also applies to a multiplexer that does the same; `'policy'` where absent. */
  readonly multiplexers?: Multiplexing | undefined
  /** The bits that conditions by index compare; `'profile'` where absent. */
  readonly widths?: Widths | undefined
}

/**
 * The effect of a rule for a call such as `socket` on `socketcall`, which does the same. `'policy'`: no effect, a
 * rule is only for the calls that it names. `'runc'`: the rule also applies to `socketcall` with SYS_SOCKET, as in
 * libseccomp.
 */
export type Multiplexing = 'policy' | 'runc'

/**
 * The bits that a condition by index compares. `'profile'`: all bits that the ABI passes, as runc with libseccomp
 * does. `'kernel'`: only the bits that the kernel reads of the argument, where the table of the ABI has signatures.
 */
export type Widths = 'profile' | 'kernel'

/** The action for numbers above the newest known call; `'ENOSYS'` is short for `errno('ENOSYS')`. */
export type UnknownAction = Action | 'ENOSYS'

/** How strict `resolve` is. */
export interface ResolveOptions {
  /** Whether a name that no ABI knows is an error instead of a warning. */
  readonly strict?: boolean | undefined
  /** `constantFamilies` of `@seccompile/constants/all`, which the warning `constant-of-another-abi` needs. */
  readonly families?: readonly FamilyFacts[] | undefined
  /**
   * Whether a launcher attaches the filter before it calls execve, so that a policy without execve starts no program.
   * The warning `cannot-live` needs this.
   */
  readonly launched?: boolean | undefined
}

/** ENOSYS, by its name, or an action. */
const unknownAction: Reader<UnknownAction> = (at) => {
  if (at.value === 'ENOSYS') return 'ENOSYS'
  return typeof at.value === 'object'
    ? actionReader(at)
    : fail(at, '"ENOSYS", or an action such as errno(38)')
}

/** A target that has been read. */
export type ReadTarget = Omit<Target, 'knownUpTo'> & { readonly knownUpTo?: KernelVersion | undefined }

/** Reads a target. */
export const targetReader: Reader<ReadTarget> = record<ReadTarget>({
  abis: listOf(tableReader),
  caps: optional(capabilities),
  kernel: optional(kernelReader),
  unknown: optional(unknownAction),
  knownUpTo: optional(kernelOrTextReader),
  multiplexers: optional(oneOf(['policy', 'runc'])),
  widths: optional(oneOf(['profile', 'kernel'])),
})

/** Reads the options of `resolve`. */
export const resolveOptions: Reader<ResolveOptions> = record<ResolveOptions>({
  strict: optional(flag),
  families: optional(listOf(unread<FamilyFacts>())),
  launched: optional(flag),
})
