/* Tools of others, as functions from a policy to a program. */
import type { Program } from '@seccompile/abi'
import type { RuleSet } from '@seccompile/rules'
import type { PeerSubject } from './peer-subject.ts'

/** A program, or why the tool makes none of a policy. */
export type PeerOutcome =
  { readonly kind: 'program'; readonly program: Program } | { readonly kind: 'none'; readonly reason: string }

/** A tool that makes programs of policies. */
export interface Peer {
  readonly name: string
  /** The version that was measured. */
  readonly version: string
  /**
   * The verdict of numbers of x32 in a filter for x86_64 alone: that of another architecture, or the default of the
   * policy, because the tool does not test for them.
   */
  readonly x32: 'bad-arch' | 'default'
  /** `rules` are those of the policy of `subject` for its ABIs, with that verdict for numbers of x32. */
  readonly make: (subject: PeerSubject, rules: RuleSet) => PeerOutcome
}

/** A tool that does not take part, and why. */
export interface AbsentPeer {
  readonly name: string
  readonly reason: string
}
