import type { AbiToken, KernelVersion } from '@seccompile/syscalls'
import type { Action } from './action.ts'
import type { Capability } from './capability.ts'
import type { ArgCondition } from './condition.ts'
import type { Condition } from './named-condition.ts'
import type { Source } from './source.ts'

/** A system call by name, as written: it may be unknown, and it may be absent from an ABI. */
export interface PolicyName {
  readonly name: string
  readonly source?: Source
}

/**
 * Requirements of a rule for the target. A field that is absent or empty requires nothing.
 * @see the type Filter of moby/profiles, seccomp/seccomp.go
 */
export interface Requirement {
  readonly caps?: readonly Capability[]
  /** Architectures by the names that containers use: `amd64`, `x86`, `arm64`, `s390x`, … */
  readonly arches?: readonly string[]
  readonly minKernel?: KernelVersion
}

/**
 * Names of calls, and the action that they get when all `args` hold.
 *
 * The rule takes part when the target meets `includes` and `excludes` does not rule it out. The target meets
 * `includes` if it has all the capabilities, is of one of the `arches`, and has at least `minKernel`.
 * `excludes` rules it out if it has one of the capabilities, is of one of the `arches`, or has at least
 * `minKernel`.
 */
export interface PolicyRule {
  readonly names: readonly PolicyName[]
  readonly action: Action
  /**
   * All of these conditions must hold, also where two test the same argument. A rule without conditions is
   * unconditional.
   */
  readonly args: readonly ArgCondition[]
  /** A condition by names of arguments, which must hold as well. */
  readonly when?: Condition
  /** The ABIs to which the rule applies; all where absent. */
  readonly abis?: readonly AbiToken[]
  readonly includes?: Requirement
  readonly excludes?: Requirement
  readonly source?: Source
}

/** The ABIs that programs may use beside `main`, by token: a program on x86_64 may use x86 or x32. */
export interface SubArchitectures {
  readonly main: AbiToken
  readonly sub: readonly AbiToken[]
}

/** An ABI for which a policy makes no sense, and why. */
export interface NotFor {
  readonly abis: readonly AbiToken[]
  /** A sentence without a full stop: `Node.js has no build for x32`. */
  readonly reason: string
}

/**
 * Which rule decides where several rules of one call hold and differ in action.
 *
 * - `'refuse'`: an unconditional rule wins over conditional ones. The first of several unconditional rules wins. A
 * rule with the action of the default decides nothing. Where two conditional rules overlap, the policy is refused.
 * - `'libseccomp'`: as `'refuse'`, but of two conditional rules the one that libseccomp obeys wins. The policy is
 * refused only where libseccomp's answer depends on the order of the rules. An imported profile has this value.
 * - `'first'`: the first rule that holds decides, with or without conditions, whatever its action.
 */
export type Overlaps = 'refuse' | 'libseccomp' | 'first'

/**
 * A policy, as a person writes it: names, conditions, actions. It is plain immutable data. Where several rules
 * of one call hold, `overlaps` says which of them decides.
 */
export interface Policy {
  /** The name of the policy in messages. */
  readonly name?: string
  /** The action for calls that no rule covers. */
  readonly defaultAction: Action
  /** The action for calls of an ABI outside the target; KILL_THREAD where absent. */
  readonly badArch?: Action
  readonly rules: readonly PolicyRule[]
  /** The precedence of the rules; `'refuse'` where absent. */
  readonly overlaps?: Overlaps
  /**
   * Policies that hold together with this one. Each call gets the strictest of their verdicts; of equal actions, the
   * first.
   */
  readonly and?: readonly Policy[]
  /** The ABIs that the policy is for, where the target names none; the first is the main one. */
  readonly abis?: readonly AbiToken[]
  /** The action for numbers that no table knows, where the target has none. */
  readonly unknown?: Action
  /**
   * The newest kernel whose calls the policy considers, where the target names none. Later calls get `unknown`, or
   * ENOSYS.
   */
  readonly knownUpTo?: KernelVersion
  /** The capabilities of the process, where the target names none. */
  readonly caps?: readonly Capability[]
  /** The kernel of the machine, where the target names none. */
  readonly kernel?: KernelVersion
  /** Further ABIs of the policy, by token, whatever the main one is. */
  readonly architectures?: readonly AbiToken[]
  /** Further ABIs of the policy for each main one. */
  readonly archMap?: readonly SubArchitectures[]
  /** ABIs whose calls all get `badArch`, also where the target names them. */
  readonly closed?: readonly AbiToken[]
  /**
   * ABIs for which the policy makes no sense: a target that has one is refused. `architectures` and `archMap` of this policy,
   * or of a policy in `and`, never add these ABIs.
   */
  readonly notFor?: readonly NotFor[]
}
