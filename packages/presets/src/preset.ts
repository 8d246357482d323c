/* The type of a preset: a policy, and a note of the threat that it is against. */
import type { Constant } from '@seccompile/constants'
import type { PolicyBuilder } from '@seccompile/policy'
import type { SyscallName } from '@seccompile/syscalls'

/** The name of a preset. */
export type PresetName =
  | 'agent-command'
  | 'container-default'
  | 'mode-strict'
  | 'nested-sandbox'
  | 'no-exotic-sockets'
  | 'no-io-uring'
  | 'no-network'
  | 'no-new-namespaces'
  | 'no-tracing'
  | 'no-tty-injection'
  | 'no-unix-sockets'
  | 'node-server'
  | 'pure-compute'
  | 'unix-sockets-only'

/** The first name in `Names` that is no preset, where `+` joins names; `never` where all are presets. */
type NoPreset<Names extends string> = Names extends `${infer First}+${infer Rest}`
  ? Exclude<First, PresetName> | NoPreset<Rest>
  : Exclude<Names, PresetName>

/**
 * `Names` where all of its names are presets, or where the compiler does not know the text. Otherwise, the sentence
 * of the error.
 */
export type PresetNames<Names extends string> = string extends Names
  ? Names
  : [NoPreset<Names>] extends [never]
    ? Names
    : `no preset is named "${NoPreset<Names>}"`

/**
 * The threat that a preset is against, and its limits. Each text is one sentence or more, with a capital and a full
 * stop.
 */
export interface ThreatNote {
  /** The attack that the preset is against. */
  readonly against: string
  /** Ways that stay open, the most important one first. */
  readonly leavesOpen: readonly string[]
  /** Functions of honest programs that stop working. */
  readonly breaks: readonly string[]
  /** The kernel that the preset needs, and why. */
  readonly needs: string
  /** The sources of the facts: a manual page, a file of the kernel, a CVE, or the address of a page. */
  readonly sources: readonly string[]
}

/** A call that must run under a preset. Otherwise the preset is of no use. */
export interface KeptCall {
  readonly call: SyscallName
  /** The values of its arguments, numbers or constants, by the kernel's names; other arguments are 0. */
  readonly args?: Readonly<Record<string, number | Constant>>
}

/** A preset: a policy, with the facts that people need to choose it. */
export interface Preset {
  readonly name: PresetName
  /** What the policy does, in one line without a full stop. */
  readonly summary: string
  readonly policy: PolicyBuilder
  readonly note: ThreatNote
  /** Calls that another policy must not refuse: without them, this preset is of no use. */
  readonly keeps: readonly KeptCall[]
}
