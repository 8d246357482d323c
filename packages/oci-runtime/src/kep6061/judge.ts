/*
 * The verdict on a merge: whether its result is a subset of each input, and which calls it denies that no input
 * denies.
 *
 * The exact merge gives each call the strictest verdict of all inputs. A profile may not be able to express it. The
 * calls that the result denies beyond it are found by comparing both for all calls.
 */
import type { SeccompData } from '@seccompile/abi'
import { parseProfile } from '@seccompile/oci'
import type { Profile } from '@seccompile/oci'
import { KILL_PROCESS, resolve } from '@seccompile/policy'
import type { Policy, Warning } from '@seccompile/policy'
import { changes, intersect, solve, subset } from '@seccompile/prover'
import type { Change, Inclusion, ProveOptions, UndecidedAnswer } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import { abiByName, abiTable } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { checkInputs } from './merge.ts'
import type { Merge, MergeOptions } from './merge.ts'

/** The options of judging a merge: those of the merge itself, and the bounds of the proofs. */
export interface JudgeOptions extends MergeOptions {
  /** Yields the table of an ABI. The default yields tables without signatures. */
  readonly tableOf?: (token: AbiToken) => AbiTable
  readonly prove?: ProveOptions
}

/** Calls that the result denies, or lets do less, beyond the exact merge. */
export interface OverDenial extends Change {
  /** One of these calls: the easiest to read. */
  readonly call: SeccompData
}

/** The verdict on a merge. */
export interface Judgement {
  /**
   * For each input, in order, whether the result is a subset of it. For a call of an architecture that a profile does
   * not have, libseccomp kills the thread, while an input that has it may kill the process. Here both count as
   * killed.
   */
  readonly inclusions: readonly Inclusion[]
  /**
   * The exact merge of the inputs: each call gets the strictest verdict. Among verdicts of one action, that of the
   * earliest input wins.
   */
  readonly exact: { readonly kind: 'rules'; readonly rules: RuleSet } | UndecidedAnswer
  /**
   * For each input, the warnings `unsafe-shape`: calls whose rules libseccomp may compile to another meaning than the
   * written one, by which the input is judged.
   */
  readonly unsafe: readonly (readonly Warning[])[]
  /** The changes from the exact merge to the result; none where the two differ only in errnos. */
  readonly overDenied: { readonly kind: 'changes'; readonly changes: readonly OverDenial[] } | UndecidedAnswer
}

type Rules = { readonly level: 'rules'; readonly ir: RuleSet }

const withCall = (exact: Rules, change: Change, prove: ProveOptions): OverDenial | UndecidedAnswer => {
  const [arches, numbers] = [change.arches[0]!, change.numbers] // every change has an arch
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

/**
 * The exact merge of all inputs. Of two inputs, the later one counts as the older filter, so that errnos of the
 * earlier one win.
 */
function exactOf(inputs: readonly Rules[], prove: ProveOptions): Judgement['exact'] {
  const [first, ...others] = inputs
  let rules = first!.ir // a merge has at least one input
  for (const other of others) {
    const both = intersect(other, { level: 'rules', ir: rules }, prove)
    if (both.kind !== 'rules') return { kind: 'undecided', reason: both.reason }
    rules = both.rules
  }
  return { kind: 'rules', rules }
}

/**
 * The verdict on the merge of `profiles`, for the native ABI and the architectures of the result.
 * @param merge - the result of `mergeProfiles` on `profiles` with the same options
 * @throws PolicyError where rules of an input overlap and libseccomp has no answer
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
  const resolved = (policy: Policy, architectures: readonly AbiToken[]): ReturnType<typeof resolve> => {
    const tokens = [...new Set([native, ...architectures])]
    return resolve(policy, { abis: tokens.map(tableOf), multiplexers })
  }
  const rulesFor = (policy: Policy, architectures: readonly AbiToken[]): Rules => ({
    level: 'rules',
    ir: resolved(policy, architectures).rules,
  })
  const covered = ({ policy: { architectures = [] } }: Profile): readonly AbiToken[] =>
    architectures.length === 0 && emptyArchitectures === 'defer' ? listed : architectures
  const merged = parseProfile(merge.text, { file: 'merge' })
  const read = profiles.map((profile) => resolved(profile.policy, covered(profile)))
  const inputs = read.map(({ rules }): Rules => ({ level: 'rules', ir: rules }))
  const result = rulesFor(merged.policy, listed)
  const killed = (profile: Profile, architectures: readonly AbiToken[]): Rules =>
    rulesFor({ ...profile.policy, badArch: KILL_PROCESS }, architectures)
  const exact = exactOf(inputs, prove)
  return {
    inclusions: profiles.map((profile) =>
      subset(killed(merged, listed), killed(profile, covered(profile)), prove),
    ),
    exact,
    unsafe: read.map(({ warnings }) => warnings.filter(({ name }) => name === 'unsafe-shape')),
    overDenied:
      exact.kind === 'rules' ? overDenials({ level: 'rules', ir: exact.rules }, result, prove) : exact,
  }
}
