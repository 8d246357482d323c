/*
 * A profile with the rules of some calls written again, in forms that libseccomp compiles as they are written.
 *
 * Only calls whose list of rules has another form are touched; all other entries, keys and their order stay. The new rules
 * are those that `profileOf` writes. Both profiles are resolved for every machine that the profile names, and have to mean
 * the same, without and with the rules that libseccomp adds for multiplexers.
 */
import { lossText } from '@seccompile/notation'
import { resolve } from '@seccompile/policy'
import type { Policy, Warning } from '@seccompile/policy'
import { parseProfile, profileAbis, profileOf } from '@seccompile/oci'
import type { OciSyscall, Profile } from '@seccompile/oci'
import { withEntries } from '@seccompile/oci/reading'
import { equal } from '@seccompile/prover'
import { expectObject, expectText } from '@seccompile/shape'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'

/** The options of writing a profile in safe forms. */
export interface SafeOptions {
  /** The name of the profile in messages. */
  readonly file: string
  /** The machine of a profile that names no architectures. */
  readonly main: AbiToken
}

/** A call whose rules were written again: the number of rules before and after. */
export interface RewrittenCall {
  readonly name: string
  readonly before: number
  readonly after: number
}

/** A call whose rules stay as they are, and why. */
export interface UnsafeCall {
  readonly name: string
  /** A clause without a full stop. */
  readonly reason: string
}

/** A profile in safe forms, as far as there are some. */
export interface SafeProfile {
  /** The profile as JSON; equal to the given text, character by character, where nothing was written again. */
  readonly text: string
  readonly rewritten: readonly RewrittenCall[]
  /** The calls of which nothing is claimed under libseccomp. */
  readonly left: readonly UnsafeCall[]
}

/** The machines that a profile is for: each main architecture, with the others of its filter. */
function machines(profile: Profile, main: AbiToken): readonly (readonly AbiTable[])[] {
  const { policy } = profile
  const mains = policy.archMap?.map((each) => each.main) ?? [policy.architectures?.[0] ?? main]
  return [...new Set(mains)].map((token) => profileAbis(profile, token).map((each) => abiTable(each)))
}

/** The names of calls with rules in another form, on some machine. */
function unsafeNames(policy: Policy, all: readonly (readonly AbiTable[])[]): readonly string[] {
  const isUnsafe = ({ name }: Warning): boolean => name === 'unsafe-shape'
  const found = all.flatMap((abis) => resolve(policy, { abis }).warnings.filter(isUnsafe))
  return [...new Set(found.flatMap(({ calls = [] }) => calls))].sort()
}

/** The call `name` with safe rules, or why it stays. */
type SafeCall = { readonly name: string; readonly entries: readonly OciSyscall[] } | UnsafeCall

/** The rules of `policy` for the call `name` alone. */
const rulesOf = (policy: Policy, name: string): Policy['rules'] =>
  policy.rules
    .filter((rule) => rule.names.some((each) => each.name === name))
    .map((rule) => ({ ...rule, names: [{ name }] }))

/** The most rules that are written for a call: a runtime makes a filter of them at each start. */
const MOST_RULES = 32

/** The call `name` of `policy` with safe rules, or why there are none. */
function safeCall(policy: Policy, name: string, all: readonly (readonly AbiTable[])[]): SafeCall {
  const rules = rulesOf(policy, name)
  if (rules.some(({ includes, excludes }) => includes !== undefined || excludes !== undefined))
    return { name, reason: 'its rules have requirements, and each target has rules of its own' }
  // All ABIs of the profile compare what the first one compares, or the proof below fails.
  const abis = all[0]!.filter(({ numbers }) => numbers.has(name)) // a profile is for one machine at least
  const { profile, losses } = profileOf(resolve({ ...policy, rules }, { abis }).rules, { abis })
  const loss = losses.find((each) => 'name' in each && each.name === name)
  if (loss !== undefined) return { name, reason: lossText(loss, 'an OCI profile') }
  const entries = profile.syscalls.filter((entry) => entry.names.includes(name))
  if (entries.length > MOST_RULES)
    return { name, reason: `it takes ${entries.length} rules, and no more than ${MOST_RULES} are written` }
  return { name, entries }
}

/** Whether both mean the same on all machines, without and with rules for multiplexers. */
function meanTheSame(one: Policy, other: Policy, all: readonly (readonly AbiTable[])[]): boolean {
  return all.every((abis) =>
    (['policy', 'runc'] as const).every((multiplexers) => {
      const [a, b] = [one, other].map((policy) => resolve(policy, { abis, multiplexers }).rules)
      const { kind } = equal({ level: 'rules', ir: a! }, { level: 'rules', ir: b! })
      return kind === 'equal' || kind === 'same' || kind === 'no-difference'
    }),
  )
}

/**
 * The profile in `text` with safe rules for the calls whose rules have another form. A profile that cannot be proved to mean
 * the same stays as it is.
 * @throws PolicyError as `parseProfile` and `resolve` do
 */
export function safeProfile(text: string, options: SafeOptions): SafeProfile {
  expectText(text, 'text')
  expectObject(options, 'options', 'file', 'main')
  const { file, main } = options
  const profile = parseProfile(text, { file })
  const { policy } = profile
  const all = machines(profile, main)
  const calls = unsafeNames(policy, all).map((name): SafeCall => safeCall(policy, name, all))
  const left = calls.filter((each): each is UnsafeCall => 'reason' in each)
  const safe = calls.filter((each) => 'entries' in each)
  if (safe.length === 0) return { text, rewritten: [], left }
  const written = withEntries(
    text,
    safe.map(({ name }) => name),
    safe.flatMap(({ entries }) => entries),
  )
  const made = parseProfile(written, { file }).policy
  const open = unsafeNames(made, all).filter((name) => safe.some((each) => each.name === name))
  if (open.length > 0 || !meanTheSame(policy, made, all)) {
    const reason = 'no profile is known that is safe and means the same'
    return { text, rewritten: [], left: [...left, ...safe.map(({ name }) => ({ name, reason }))] }
  }
  const rewritten = safe.map(({ name, entries }) => ({
    name,
    before: rulesOf(policy, name).length,
    after: entries.length,
  }))
  return { text: written, rewritten, left }
}
