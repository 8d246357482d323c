import type { AbiToken } from '@seccompile/syscalls'
import type { Action } from './action.ts'
import type { Capability } from './capability.ts'
import type { ArgCondition } from './condition.ts'
import type { KernelVersion } from './kernel-version.ts'
import type { Source } from './source.ts'

/** A system call by name, as written: it may be unknown, and it may be absent from an ABI. */
export interface PolicyName {
  readonly name: string
  readonly source?: Source
}

/**
 * What a rule asks of the target. A field that is absent or empty asks nothing.
 * @see the type Filter of moby/profiles, seccomp/seccomp.go
 */
export interface Requirement {
  readonly caps?: readonly Capability[]
  /** Architectures by the names containers use: `amd64`, `x86`, `arm64`, `s390x`, … */
  readonly arches?: readonly string[]
  readonly minKernel?: KernelVersion
}

/**
 * Calls by name that get an action when all `args` hold.
 *
 * The rule takes part when the target has all capabilities of `includes`, is of one of its `arches` and has at least
 * its `minKernel`; and when it has none of the capabilities of `excludes`, is of none of its `arches` and is older
 * than its `minKernel`.
 */
export interface PolicyRule {
  readonly names: readonly PolicyName[]
  readonly action: Action
  /** All must hold, also where two test the same argument. Of no conditions: unconditional. */
  readonly args: readonly ArgCondition[]
  readonly includes?: Requirement
  readonly excludes?: Requirement
  readonly source?: Source
}

/** The ABIs that programs may use beside `main`, by token: what runs on x86_64 may be x86 or x32. */
export interface SubArchitectures {
  readonly main: AbiToken
  readonly sub: readonly AbiToken[]
}

/**
 * Which rule of a call decides where several hold that differ in action.
 *
 * - `'refuse'`: an unconditional rule wins over conditional ones, the first of several unconditional ones wins, a rule
 *   with the default's action decides nothing, and where two conditional ones overlap the policy is refused.
 * - `'libseccomp'`: the same, but of two conditional ones that wins which libseccomp obeys. The policy is refused only
 *   where libseccomp has no answer that is the same for every order of the rules. An imported profile has this.
 * - `'first'`: the first rule that holds, with or without conditions, whatever its action.
 */
export type Overlaps = 'refuse' | 'libseccomp' | 'first'

/**
 * What a person writes: names, conditions, actions; plain immutable data. Rules of one call are ORed; `overlaps` says which
 * of them decides.
 */
export interface Policy {
  /** How messages call the policy where it has no source. */
  readonly name?: string
  /** What happens to calls that no rule covers. */
  readonly defaultAction: Action
  /** What happens to calls of an ABI that is not a target; KILL_THREAD where absent. */
  readonly badArch?: Action
  readonly rules: readonly PolicyRule[]
  /** `'refuse'` where absent. */
  readonly overlaps?: Overlaps
  /** ABIs, by token, that the policy is for beside the main one, whatever the main one is. */
  readonly architectures?: readonly AbiToken[]
  /** ABIs that the policy is for beside the main one, according to the main one. */
  readonly archMap?: readonly SubArchitectures[]
}
