/* What a policy is resolved for, and how strictly; with the readers of both. */
import type { FamilyFacts } from '@seccompile/constants/all'
import { fail, flag, listOf, oneOf, optional, record, unread } from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import type { Action } from './action.ts'
import type { Capability } from './capability.ts'
import { kernelOrTextReader, kernelReader } from './kernel-version.ts'
import type { KernelText, KernelVersion } from './kernel-version.ts'
import { actionReader, capabilities } from './policy-shape.ts'

/** The target of `resolve`. */
export interface Target {
  /** At least one; the first is the main one. All of one byte order; repeats are ignored. */
  readonly abis: readonly AbiTable[]
  /** Those of the policy where absent, and `CONTAINER_CAPS` where it names none. */
  readonly caps?: readonly Capability[] | undefined
  /** That of the policy where absent, and `NEWEST_KERNEL` where it names none. */
  readonly kernel?: KernelVersion | undefined
  /**
   * The action for numbers above the newest call of their ABI. Where absent, `unknown` of the policy, and its default
   * where it has none.
   */
  readonly unknown?: UnknownAction | undefined
  /**
   * The kernel whose calls count as known: calls of a later one get `unknown` too, or ENOSYS where neither the target nor
   * the policy has an `unknown`. That of the policy where absent. `kernel` does not imply it.
   */
  readonly knownUpTo?: KernelVersion | KernelText | undefined
  /** Whether rules for a call also apply to a multiplexer that does the same; `'policy'` where absent. */
  readonly multiplexers?: Multiplexing | undefined
  /** The bits that conditions by index compare; `'profile'` where absent. */
  readonly widths?: Widths | undefined
}

/**
 * The effect of a rule for a call such as `socket` on `socketcall`, which does the same. `'policy'`: none, a
 * rule is only for the calls that it names. `'runc'`: the rule is also one for `socketcall` with SYS_SOCKET, as
 * in libseccomp.
 */
export type Multiplexing = 'policy' | 'runc'

/**
 * The bits that a condition by index compares. `'profile'`: all that the ABI passes, as runc with libseccomp does.
 * `'kernel'`: those that the kernel reads of the argument, where the table of the ABI has signatures.
 */
export type Widths = 'profile' | 'kernel'

/** The action for numbers above the newest known call; `'ENOSYS'` is short for `errno('ENOSYS')`. */
export type UnknownAction = Action | 'ENOSYS'

/** How strict `resolve` is. */
export interface ResolveOptions {
  /** Refuses a name that no ABI knows, instead of a warning. */
  readonly strict?: boolean | undefined
  /**
   * `constantFamilies` of `@seccompile/constants/all`, for the warning `constant-of-another-abi`; without them there is
   * none.
   */
  readonly families?: readonly FamilyFacts[] | undefined
  /**
   * Whether a launcher attaches the filter before it calls execve, so that a policy without execve starts no program; for
   * the warning `cannot-live`.
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
