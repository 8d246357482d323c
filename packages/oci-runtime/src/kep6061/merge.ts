/*
 * Merges profiles as KEP-6061 proposes for runtimes: the baseline of the node, the base profile of a pod, and a
 * profile that was pulled as an artifact. The result lets a call do what every input lets it do, as far as a profile
 * can express that.
 *
 * - The default, and the result of a rule, is the strictest one. Where one action has several errnos, the errno of
 *   the earliest input wins.
 * - The result has the architectures that all inputs have. An input with an empty list has the architectures of the
 *   other inputs. Runtimes read an empty list as the native architecture only.
 * - SPEC_ALLOW stays if all inputs have it. LOG stays if one input has it. TSYNC has no effect in a runtime, and stays
 *   if all inputs have it.
 * - The listener is that of the first input with a listener. The last input is the artifact, and may have no listener.
 * @see kubernetes/enhancements keps/sig-node/6061-oci-artifact-security-profiles; opencontainers/runtime-spec issue 1317
 */
import type { Profile } from '@seccompile/oci'
import { PolicyError } from '@seccompile/policy'
import type { Multiplexing, Source } from '@seccompile/policy'
import { expectList, expectObject, quote } from '@seccompile/shape'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { NO_RULES, stricter, strictestOf, unconditional } from './call-rules.ts'
import type { CallRules } from './call-rules.ts'
import { loaded } from './loaded.ts'
import type { LoadedProfile } from './loaded.ts'
import { mergeCall } from './merge-call.ts'
import { settledPaths } from './multiplexed.ts'
import { profileOfMerge, profileText } from './profile-text.ts'
import type { MergedProfile } from './profile-text.ts'

/** The options of a merge. */
export interface MergeOptions {
  /** The ABI of the node, which every filter covers; x86_64 where left out. */
  readonly native?: AbiToken
  /**
   * The architectures of an input that names none. `'defer'` is the default, and the rule of the proposal: such an
   * input has the architectures of the other inputs. `'native'` is the rule of runtimes: only the native architecture.
   */
  readonly emptyArchitectures?: 'defer' | 'native'
  /**
   * Whether a rule for `socket` is also a rule for `socketcall`. `'runc'` is the default: it is, as in the runtimes that
   * will load the result. `'policy'`: a rule is only for the calls that it names.
   */
  readonly multiplexers?: Multiplexing
}

/** The result of a merge. */
export interface Merge {
  readonly profile: MergedProfile
  /** The profile as JSON, with a final newline. */
  readonly text: string
  /** 32-bit ABIs that all inputs have and the result does not, because an input compares bits that these ABIs lack. */
  readonly dropped: readonly AbiToken[]
  /** ABIs with multiplexers that all inputs have and the result does not, because no rules there express the merge. */
  readonly droppedMultiplexed: readonly AbiToken[]
}

const FLAG = {
  SPEC_ALLOW: 'SECCOMP_FILTER_FLAG_SPEC_ALLOW',
  LOG: 'SECCOMP_FILTER_FLAG_LOG',
  KILLABLE: 'SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV',
} as const

/** The most inputs: a baseline, the base profile of a pod, and an artifact. */
const MAX_INPUTS = 3

const startOf = ({ policy }: Profile): Source | undefined =>
  policy.name === undefined ? undefined : { file: policy.name, line: 1, column: 1 }

/**
 * Checks the input that is an artifact.
 * @throws PolicyError E_CONFLICT where it has a listener, or a rule for one
 */
function checkArtifactInput(profile: Profile): void {
  const { policy, flags, listenerPath, listenerMetadata } = profile
  const notifies = policy.rules.find(({ action }) => action.action === 'USER_NOTIF')
  const refuse = (what: string, place: Source | undefined): never => {
    throw new PolicyError(
      'E_CONFLICT',
      `${what}, which only the node can provide; remove it from the artifact`,
      place,
    )
  }
  if (notifies !== undefined) refuse('rule notifies a listener', notifies.source)
  if (listenerPath !== undefined || listenerMetadata !== undefined)
    refuse('profile has a listener', startOf(profile))
  if (flags.includes(FLAG.KILLABLE))
    refuse(`profile has the flag ${quote(FLAG.KILLABLE)} of a listener`, startOf(profile))
}

/** The architectures of the result. */
function architecturesOf(inputs: readonly LoadedProfile[], empty: 'defer' | 'native'): readonly AbiToken[] {
  const lists = inputs.map(({ architectures }) => architectures)
  const counting = empty === 'native' ? lists : lists.filter((list) => list.length > 0)
  const [first = [], ...others] = counting
  return first.filter((token) => others.every((list) => list.includes(token)))
}

function flagsOf(inputs: readonly LoadedProfile[], listener: LoadedProfile | undefined): readonly string[] {
  const named = [...new Set(inputs.flatMap(({ flags }) => flags))]
  return named.filter((flag) => {
    if (flag === FLAG.LOG) return true
    if (flag === FLAG.KILLABLE) return listener?.flags.includes(flag) === true
    return inputs.every(({ flags }) => flags.includes(flag)) // SPEC_ALLOW and TSYNC: SPEC_ALLOW removes a mitigation
  })
}

/** The merge of two profiles, call by call. */
function mergeTwo(first: LoadedProfile, second: LoadedProfile): LoadedProfile {
  const otherwise = stricter(first.otherwise, second.otherwise)
  const names = [...new Set([...first.calls.keys(), ...second.calls.keys()])]
  const sideOf = ({ calls, otherwise: own }: LoadedProfile, name: string) => ({
    rules: calls.get(name) ?? NO_RULES,
    otherwise: own,
  })
  const calls = new Map<string, CallRules>()
  for (const name of names) calls.set(name, mergeCall(sideOf(first, name), sideOf(second, name), otherwise))
  return { ...first, otherwise, calls, wide: new Set([...first.wide, ...second.wide]), collapsed: new Set() }
}

/** `given` for a native ABI with 32-bit arguments. A call with a condition on more bits gets one rule. */
function narrowed(given: LoadedProfile): LoadedProfile {
  const calls = new Map(given.calls)
  for (const name of given.wide) {
    const { always, clauses } = calls.get(name) ?? NO_RULES
    const strictest = strictestOf(always ?? given.otherwise, clauses)
    calls.set(name, unconditional(strictest, given.otherwise))
  }
  return { ...given, calls, collapsed: new Set([...given.collapsed, ...given.wide]) }
}

const isNarrow = (token: AbiToken): boolean => abiTable(token).wordSize === 32

/**
 * Checks that `profiles` are what a merge takes.
 * @throws TypeError for what is no list of profiles; PolicyError E_EMPTY, E_LIMIT where there are not one to three
 */
export function checkInputs(profiles: readonly Profile[]): void {
  expectList(profiles, 'profiles', 'policy')
  if (profiles.length === 0) throw new PolicyError('E_EMPTY', 'no profile to merge; give two or three')
  if (profiles.length > MAX_INPUTS)
    throw new PolicyError(
      'E_LIMIT',
      `${profiles.length} profiles to merge; expected at most ${MAX_INPUTS}: a baseline, a base profile and an artifact`,
    )
}

/**
 * The profile that lets no call do more than each of `profiles` does, from the most to the least trusted one. The last of
 * several is taken for an artifact.
 *
 * A profile has the meaning that runc gives it, with the rules that libseccomp adds for `socketcall` and `ipc`;
 * `multiplexers: 'policy'` leaves these out.
 * @throws PolicyError E_EMPTY, E_LIMIT where there are not one to three profiles; E_TYPE for keys of Docker and Podman;
 * E_CONFLICT for a listener of an artifact, and for notifications that runc refuses
 */
export function mergeProfiles(profiles: readonly Profile[], options: MergeOptions = {}): Merge {
  checkInputs(profiles)
  expectObject(options, 'options')
  const { native = 'x86_64', emptyArchitectures = 'defer', multiplexers = 'runc' } = options
  if (profiles.length > 1) checkArtifactInput(profiles.at(-1)!)
  const inputs = profiles.map(loaded)
  const listener = inputs.find(({ listenerPath }) => listenerPath !== undefined)
  const whole = inputs.reduce(mergeTwo)
  const common = architecturesOf(inputs, emptyArchitectures)
  const dropped = whole.wide.size === 0 || isNarrow(native) ? [] : common.filter(isNarrow)
  const seen = (given: LoadedProfile): LoadedProfile => (isNarrow(native) ? narrowed(given) : given)
  const kept = common.filter((token) => !dropped.includes(token))
  const abis = { native, architectures: kept }
  const { merged, architectures } =
    multiplexers === 'runc'
      ? settledPaths(inputs.map(seen), { ...seen(whole), collapsed: new Set() }, abis)
      : { merged: seen(whole), architectures: kept }
  const { calls, otherwise, wide } = merged
  const profile = profileOfMerge({
    otherwise,
    calls,
    wide,
    architectures,
    flags: flagsOf(inputs, listener),
    ...(listener?.listenerPath === undefined ? {} : { listenerPath: listener.listenerPath }),
    ...(listener?.listenerMetadata === undefined ? {} : { listenerMetadata: listener.listenerMetadata }),
  })
  const droppedMultiplexed = kept.filter((token) => !architectures.includes(token))
  return { profile, text: profileText(profile), dropped, droppedMultiplexed }
}
