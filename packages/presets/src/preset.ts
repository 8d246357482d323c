/* What a preset is: a policy, and a note of the threat that it is against. */
import type { Constant } from '@seccompile/constants'
import type { PolicyBuilder } from '@seccompile/policy'
import type { SyscallName } from '@seccompile/syscalls'

/** The name of a preset. */
export type PresetName =
  | 'container-default'
  | 'mode-strict'
  | 'nested-sandbox'
  | 'no-io-uring'
  | 'no-network'
  | 'no-new-namespaces'
  | 'no-tracing'
  | 'no-tty-injection'
  | 'node-server'
  | 'pure-compute'
  | 'unix-sockets-only'

/** The names that `+` joins in `Names` and that are no presets; `never` where there are none. */
type NoPreset<Names extends string> = Names extends `${infer First}+${infer Rest}`
  ? Exclude<First, PresetName> | NoPreset<Rest>
  : Exclude<Names, PresetName>

/**
 * `Names` where `+` joins presets in it, or where the compiler does not know the text. Else the sentence of the error.
 */
export type PresetNames<Names extends string> = string extends Names
  ? Names
  : [NoPreset<Names>] extends [never]
    ? Names
    : `no preset is named "${NoPreset<Names>}"`

/** What a preset is against and what it is not. Each text is one sentence or more, with a capital and a full stop. */
export interface ThreatNote {
  /** The attack that the preset is against. */
  readonly against: string
  /** Ways that stay open, the most important one first. */
  readonly leavesOpen: readonly string[]
  /** What stops working in honest programs. */
  readonly breaks: readonly string[]
  /** The kernel that the preset needs, and why. */
  readonly needs: string
  /** Where the facts are from: a manual page, a file of the kernel, a CVE, the address of a page. */
  readonly sources: readonly string[]
}

/** A call that must run under a preset, or the preset is of no use. */
export interface KeptCall {
  readonly call: SyscallName
  /** Values of its arguments, numbers or constants, by the kernel's names; the others are 0. */
  readonly args?: Readonly<Record<string, number | Constant>>
}

/** A preset: a policy with what people need to know to choose it. */
export interface Preset {
  readonly name: PresetName
  /** What the policy does, in one line without a full stop. */
  readonly summary: string
  readonly policy: PolicyBuilder
  readonly note: ThreatNote
  /** Calls that another policy must not refuse, or nothing is left of this one. */
  readonly keeps: readonly KeptCall[]
}
