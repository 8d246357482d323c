/*
 * What a merge comes to: whether its result is a subset of each input, and what it denies that no input denies.
 *
 * The exact merge is the stricter verdict of all inputs for each call, which a profile may not be able to say. What the
 * result denies beyond it is found by comparing both for all calls.
 */
import type { SeccompData } from '@seccompile/abi'
import { parseProfile } from '@seccompile/oci'
import type { Profile } from '@seccompile/oci'
import { KILL_PROCESS, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { changes, intersect, solve, subset } from '@seccompile/prover'
import type { Change, Inclusion, ProveOptions, Undecided } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import { abiByName, abiTable } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { checkInputs } from './merge.ts'
import type { Merge, MergeOptions } from './merge.ts'

/** How to judge a merge: by the options that it was made with, and the bounds of the proofs. */
export interface JudgeOptions extends MergeOptions {
  /** The table of an ABI; without it one without signatures. */
  readonly tableOf?: (token: AbiToken) => AbiTable
  readonly prove?: ProveOptions
}

/** Calls that the result denies, or lets do less, beyond what the inputs do together. */
export interface OverDenial extends Change {
  /** One of the calls: the easiest to read. */
  readonly call: SeccompData
}

/** What a merge comes to. */
export interface Judgement {
  /**
   * Whether the result is a subset of each input, in their order. libseccomp kills the thread for a call of an architecture
   * that a profile does not have, and an input that has it may kill the process. Here both count as killed.
   */
  readonly inclusions: readonly Inclusion[]
  /** The exact merge of the inputs: the strictest verdict for each call, of one action that of the earliest input. */
  readonly exact: { readonly kind: 'rules'; readonly rules: RuleSet } | Undecided
  /** What the result denies beyond the exact merge; none where the two mean the same but for errnos. */
  readonly overDenied: { readonly kind: 'changes'; readonly changes: readonly OverDenial[] } | Undecided
}

type Rules = { readonly level: 'rules'; readonly ir: RuleSet }

const withCall = (exact: Rules, change: Change, prove: ProveOptions): OverDenial | Undecided => {
  const [arches, numbers] = [change.arches[0]!, change.numbers] // a change has an arch
  const found = solve(exact, change.from, { arch: arches.lo, numbers, args: change.when }, prove)
  if (found.kind === 'none') throw new Error('a change was found that no call has')
  return found.kind === 'undecided' ? found : { ...change, call: found.data }
}

function overDenials(exact: Rules, result: Rules, prove: ProveOptions): Judgement['overDenied'] {
  const found = changes(exact, result, prove)
  if (found.kind === 'undecided') return found
  const list: OverDenial[] = []
  for (const change of found.changes.filter(({ direction }) => direction === 'stricter')) {
    const denial = withCall(exact, change, prove)
    if ('kind' in denial) return denial
    list.push(denial)
  }
  return { kind: 'changes', changes: list }
}

/** The exact merge of all inputs. Of two the later one is the older filter, so that errnos of the earlier one stay. */
function exactOf(inputs: readonly Rules[], prove: ProveOptions): Judgement['exact'] {
  const [first, ...others] = inputs
  let rules = first!.ir // a merge has an input
  for (const other of others) {
    const both = intersect(other, { level: 'rules', ir: rules }, prove)
    if (both.kind !== 'rules') return { kind: 'undecided', reason: both.reason }
    rules = both.rules
  }
  return { kind: 'rules', rules }
}

/**
 * What the merge of `profiles` comes to on the native ABI and the architectures of the result.
 * @param merge - what `mergeProfiles` made of them, with the same options
 * @throws PolicyError E_EMPTY, E_LIMIT where there are not one to three profiles; where an input has rules that overlap and on which libseccomp has no answer
 */
export function judgeMerge(
  profiles: readonly Profile[],
  merge: Merge,
  options: JudgeOptions = {},
): Judgement {
  checkInputs(profiles)
  expectObject(merge, 'merge', 'profile')
  expectObject(options, 'options')
  const { native = 'x86_64', emptyArchitectures = 'defer', multiplexers = 'runc' } = options
  const { tableOf = abiTable, prove = {} } = options
  const listed = merge.profile.architectures.map((name) => abiByName(name)!.token) // the names of a result are known
  const rulesFor = (policy: Policy, architectures: readonly AbiToken[]): Rules => {
    const tokens = [...new Set([native, ...architectures])]
    return { level: 'rules', ir: resolve(policy, { abis: tokens.map(tableOf), multiplexers }).rules }
  }
  const covered = ({ policy: { architectures = [] } }: Profile): readonly AbiToken[] =>
    architectures.length === 0 && emptyArchitectures === 'defer' ? listed : architectures
  const merged = parseProfile(merge.text, { file: 'merge' })
  const inputs = profiles.map((profile) => rulesFor(profile.policy, covered(profile)))
  const result = rulesFor(merged.policy, listed)
  const killed = (profile: Profile, architectures: readonly AbiToken[]): Rules =>
    rulesFor({ ...profile.policy, badArch: KILL_PROCESS }, architectures)
  const exact = exactOf(inputs, prove)
  return {
    inclusions: profiles.map((profile) =>
      subset(killed(merged, listed), killed(profile, covered(profile)), prove),
    ),
    exact,
    overDenied:
      exact.kind === 'rules' ? overDenials({ level: 'rules', ir: exact.rules }, result, prove) : exact,
  }
}
