/*
 * A profile with the rules of some calls written again, in forms that libseccomp compiles as they are written.
 *
 * Only calls whose list of rules has another form are touched; all other entries, keys and their order stay. The new rules
 * are those that `profileOf` writes. Both profiles are resolved for every machine that the profile names, and have to mean
 * the same, without and with the rules that libseccomp adds for multiplexers.
 */
import { lossText } from '@seccompile/notation'
import { resolve } from '@seccompile/policy'
import type { Capability, KernelVersion, Policy, Target, Warning } from '@seccompile/policy'
import { parseProfile, profileAbis, profileOf } from '@seccompile/oci'
import type { OciSyscall, Profile } from '@seccompile/oci'
import { withEntries } from '@seccompile/oci/reading'
import { equal } from '@seccompile/prover'
import { expectObject, expectText } from '@seccompile/shape'
import { abiTable, firstArgument } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'

/** The options of writing a profile in safe forms. */
export interface SafeOptions {
  /** The name of the profile in messages. */
  readonly file: string
  /** The machine of a profile that names no architectures. */
  readonly main: AbiToken
  /** The capabilities of the container, as for `resolve`. */
  readonly caps?: readonly Capability[]
  /** The kernel of the machine, as for `resolve`. */
  readonly kernel?: KernelVersion
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
  /** The calls whose rules libseccomp may still compile to another meaning. */
  readonly left: readonly UnsafeCall[]
}

/**
 * The targets of a profile: each main architecture with the others of its filter, without and with the rules that libseccomp adds
 * for multiplexers. On ABIs where a multiplexer has its number in another register there are no such rules.
 */
function targetsOf(profile: Profile, { main, caps, kernel }: SafeOptions): readonly Target[] {
  const { archMap, architectures } = profile.policy
  const mains = archMap?.map((each) => each.main) ?? [architectures?.[0] ?? main]
  return [...new Set(mains)].flatMap((token) => {
    const abis = profileAbis(profile, token).map((each) => abiTable(each))
    const target = { abis, ...(caps && { caps }), ...(kernel && { kernel }) }
    const hasRules = abis.every((abi) => firstArgument(abi) === 0)
    return [target, ...(hasRules ? [{ ...target, multiplexers: 'runc' } as const] : [])]
  })
}

/** The names of calls with rules in another form, on some target. */
function unsafeNames(policy: Policy, targets: readonly Target[]): readonly string[] {
  const isUnsafe = ({ name }: Warning): boolean => name === 'unsafe-shape'
  const found = targets.flatMap((target) => resolve(policy, target).warnings.filter(isUnsafe))
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
function safeCall(policy: Policy, name: string, targets: readonly Target[]): SafeCall {
  const rules = rulesOf(policy, name)
  if (rules.length === 0) return { name, reason: 'libseccomp adds them to the rules of the calls behind it' }
  if (rules.some(({ includes, excludes }) => includes !== undefined || excludes !== undefined))
    return { name, reason: 'its rules have requirements, and each target has rules of its own' }
  // All ABIs of the profile compare what the first one compares, or the proof below fails.
  const target = targets[0]! // a profile is for one machine at least
  const abis = target.abis.filter(({ numbers }) => numbers.has(name))
  const { profile, losses } = profileOf(resolve({ ...policy, rules }, { ...target, abis }).rules, { abis })
  const loss = losses.find((each) => 'name' in each && each.name === name)
  if (loss !== undefined) return { name, reason: lossText(loss, 'an OCI profile') }
  const entries = profile.syscalls.filter((entry) => entry.names.includes(name))
  if (entries.length > MOST_RULES)
    return { name, reason: `it takes ${entries.length} rules, and no more than ${MOST_RULES} are written` }
  return { name, entries }
}

/** Whether both mean the same for all targets. */
function meanTheSame(one: Policy, other: Policy, targets: readonly Target[]): boolean {
  return targets.every((target) => {
    const [a, b] = [one, other].map((policy) => resolve(policy, target).rules)
    const { kind } = equal({ level: 'rules', ir: a! }, { level: 'rules', ir: b! })
    return kind === 'equal' || kind === 'same' || kind === 'no-difference'
  })
}

/**
 * The profile in `text` with safe rules for the calls whose rules have another form. A profile that cannot be proved to mean
 * the same stays as it is.
 * @throws PolicyError as `parseProfile` and `resolve` do
 */
export function safeProfile(text: string, options: SafeOptions): SafeProfile {
  expectText(text, 'text')
  expectObject(options, 'options', 'file', 'main')
  const { file } = options
  const profile = parseProfile(text, { file })
  const { policy } = profile
  const targets = targetsOf(profile, options)
  const calls = unsafeNames(policy, targets).map((name): SafeCall => safeCall(policy, name, targets))
  const left = calls.filter((each): each is UnsafeCall => 'reason' in each)
  const safe = calls.filter((each) => 'entries' in each)
  if (safe.length === 0) return { text, rewritten: [], left }
  const written = withEntries(
    text,
    safe.map(({ name }) => name),
    safe.flatMap(({ entries }) => entries),
  )
  const made = parseProfile(written, { file }).policy
  const open = unsafeNames(made, targets).filter((name) => safe.some((each) => each.name === name))
  if (open.length > 0 || !meanTheSame(policy, made, targets)) {
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
