/*
 * The meaning of a policy for a target, as rules.
 *
 * A profile means the same as in runc with libseccomp. Requirements are compared with the first ABI, once. A
 * rule that takes part then applies to every ABI that has the call. Sections are keyed by AUDIT_ARCH. So x86_64
 * and x32 share one section, and bit 30 of the number tells them apart.
 *
 * A target of x86_64 without x32 must not take x32 calls for unknown x86_64 calls: their numbers get the
 * bad-arch verdict. Only 0xffffffff gets the default: a tracer sets this number to skip a call, and the filter
 * then runs on it. See libseccomp's src/gen_bpf.c: _gen_bpf_arch(), and seccomp(2) on SECCOMP_RET_TRACE.
 */
import { quote, verdictName } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import {
  ALWAYS,
  canonical,
  complement,
  MAX_STRICTEST_PAIRS,
  ruleSet,
  strictest,
  U32,
} from '@seccompile/rules'
import type { Rule, RuleSet, Section } from '@seccompile/rules'
import { fail, flag, listOf, oneOf, optional, record, unread } from '@seccompile/abi/shape'
import type { Reader } from '@seccompile/abi/shape'
import type { FamilyFacts } from '@seccompile/constants/all'
import { numberOf, tableReader } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { abiNumbers } from './abi-numbers.ts'
import { actionVerdict, KILL_THREAD } from './action.ts'
import { callsOf } from './call-rules.ts'
import type { Call } from './call-rules.ts'
import { CONTAINER_CAPS } from './capability.ts'
import type { Capability } from './capability.ts'
import { conditionalRules, dependsOn } from './conditional.ts'
import type { ConditionalRules } from './conditional.ts'
import type { Widths } from './argument-width.ts'
import { firstArgument } from './first-argument.ts'
import { kernelOrTextReader, kernelReader, NEWEST_KERNEL } from './kernel-version.ts'
import type { KernelText, KernelVersion } from './kernel-version.ts'
import { lackingCalls, lackingRule, lackingWarnings, verdictOfLacking } from './lacking-calls.ts'
import type { LackingCalls } from './lacking-calls.ts'
import { policyOn } from './on-abi.ts'
import { otherDoors } from './other-doors.ts'
import { PolicyError, readPolicy } from './policy-error.ts'
import { actionReader, capabilities, policyOf } from './policy-shape.ts'
import type { Policy } from './policy.ts'
import type { Circumstances } from './requirement.ts'
import { absentSummary, emptyWarning, wideWarnings } from './resolve-messages.ts'
import type { AbsentNames, WideOnAbi } from './resolve-messages.ts'
import { unknownOn, unknownRule } from './unknown-calls.ts'
import type { UnknownAction } from './unknown-calls.ts'
import type { Warning } from './warning.ts'
import { onAbi } from './warnings/looked-at.ts'
import { stillOpen, warningsAbout } from './warnings/warnings.ts'

/** The target of {@link resolve}. */
export interface Target {
  /** At least one; the first is the main one. All of one byte order; repeats are ignored. */
  readonly abis: readonly AbiTable[]
  /** Those of the policy where absent, and {@link CONTAINER_CAPS} where it names none. */
  readonly caps?: readonly Capability[] | undefined
  /** That of the policy where absent, and {@link NEWEST_KERNEL} where it names none. */
  readonly kernel?: KernelVersion | undefined
  /**
   * The action for numbers above the newest call of their ABI. Where absent, `unknown` of the policy, and its default
   * where it has none.
   */
  readonly unknown?: UnknownAction | undefined
  /**
   * The kernel whose calls count as known: calls of a later one get `unknown` too, or ENOSYS where neither the target nor
   * the policy has an `unknown`. That of the policy where absent. `kernel` does not imply it.
   */
  readonly knownUpTo?: KernelVersion | KernelText | undefined
  /** Whether rules for a call also apply to a multiplexer that does the same; `'policy'` where absent. */
  readonly multiplexers?: Multiplexing | undefined
  /** The bits that conditions by index compare; `'profile'` where absent. */
  readonly widths?: Widths | undefined
}

/**
 * The effect of a rule for a call such as `socket` on `socketcall`, which does the same. `'policy'`: none, a
 * rule is only for the calls that it names. `'runc'`: the rule is also one for `socketcall` with SYS_SOCKET, as
 * in libseccomp.
 */
export type Multiplexing = 'policy' | 'runc'

/** How strict {@link resolve} is. */
export interface ResolveOptions {
  /** Refuses a name that no ABI knows, instead of a warning. */
  readonly strict?: boolean | undefined
  /**
   * `constantFamilies` of `@seccompile/constants/all`, for the warning `constant-of-another-abi`; without them there is
   * none.
   */
  readonly families?: readonly FamilyFacts[] | undefined
  /**
   * Whether a launcher attaches the filter before it calls execve, so that a policy without execve starts no program; for
   * the warning `cannot-live`.
   */
  readonly launched?: boolean | undefined
}

/** A policy resolved for a target. */
export interface Resolution {
  /** A section for each AUDIT_ARCH of the target, in its order. */
  readonly rules: RuleSet
  readonly warnings: readonly Warning[]
  /** For each ABI that lacks some name. Normal: policies name the calls of many ABIs. */
  readonly absent: readonly AbsentNames[]
  /** One line that counts the names in `absent`; absent where there are none. */
  readonly absentSummary?: string
}

/** ENOSYS, by its name, or an action. */
const unknownAction: Reader<UnknownAction> = (at) => {
  if (at.value === 'ENOSYS') return 'ENOSYS'
  return typeof at.value === 'object'
    ? actionReader(at)
    : fail(at, '"ENOSYS", or an action such as errno(38)')
}

/** A target that has been read. */
type ReadTarget = Omit<Target, 'knownUpTo'> & { readonly knownUpTo?: KernelVersion | undefined }

const targetReader = record<ReadTarget>({
  abis: listOf(tableReader),
  caps: optional(capabilities),
  kernel: optional(kernelReader),
  unknown: optional(unknownAction),
  knownUpTo: optional(kernelOrTextReader),
  multiplexers: optional(oneOf(['policy', 'runc'])),
  widths: optional(oneOf(['profile', 'kernel'])),
})

const resolveOptions = record<ResolveOptions>({
  strict: optional(flag),
  families: optional(listOf(unread<FamilyFacts>())),
  launched: optional(flag),
})

function checkedAbis(abis: readonly AbiTable[]): readonly [AbiTable, ...AbiTable[]] {
  const distinct = abis.filter(({ token }, i) => abis.findIndex((other) => other.token === token) === i)
  const [first, ...others] = distinct
  if (first === undefined) throw new PolicyError('E_TARGET', 'target has no ABI; name at least one')
  const other = others.find(({ endianness }) => endianness !== first.endianness)
  if (other !== undefined)
    throw new PolicyError(
      'E_TARGET',
      `${first.token} is ${first.endianness} endian and ${other.token} is ${other.endianness} endian; ` +
        'one filter serves one byte order',
    )
  return [first, ...others]
}

/** @throws PolicyError E_TARGET where rules for multiplexers cannot be made as libseccomp makes them */
function checkMultiplexers({ multiplexers }: ReadTarget, abis: readonly AbiTable[]): void {
  const shifted = multiplexers === 'runc' ? abis.find((abi) => firstArgument(abi) !== 0) : undefined
  if (shifted === undefined) return
  throw new PolicyError(
    'E_TARGET',
    `multiplexers are as in runc, whose rules test args[0], and on ${shifted.token} args[0] is the number of the call; ` +
      'leave multiplexers out, and write rules for "socketcall" and "ipc"',
  )
}

/** The numbers of the section that belong to an ABI outside the target. */
function foreignNumbers(arch: number, abis: readonly AbiTable[]): Rule['numbers'] {
  const ours = abis.filter(({ auditArch }) => auditArch === arch).flatMap(abiNumbers)
  return complement(U32, canonical(U32, ours))
}

/** The conditional rules of calls, and the warnings about the calls that were asked for so far. */
interface Conditionals {
  readonly of: (call: Call, abi: AbiTable) => ConditionalRules
  readonly warnings: () => readonly Warning[]
}

function conditionals(policy: Policy, widths: Widths): Conditionals {
  const cached = new Map<string, Map<Call, ConditionalRules>>()
  const settled = new Set<string>()
  const warnings = new Map<string, Warning>() // by message, so each is given once
  return {
    of: (call, abi) => {
      const key = dependsOn([...call.sometimes, ...call.dropped], { policy, call, abi, widths })
      const made = cached.get(key) ?? new Map<Call, ConditionalRules>()
      cached.set(key, made)
      const known = made.get(call)
      if (known !== undefined) return known
      const found = conditionalRules({ policy, call, abi, widths }, settled)
      made.set(call, found)
      for (const each of found.warnings) if (!warnings.has(each.message)) warnings.set(each.message, each)
      return found
    },
    warnings: () => [...warnings.values()],
  }
}

/** A policy as one ABI, or several alike, reads it. */
interface PolicyReading {
  /** With numbers for errnos, and without the rules for other ABIs. */
  readonly policy: Policy
  readonly calls: readonly Call[]
  readonly taking: readonly number[]
  readonly warnings: readonly Warning[]
  readonly conditionals: Conditionals
  readonly circumstances: Circumstances
}

/** Reads `policy` for each ABI; ABIs that make no difference to it share a reading. */
function readings(policy: Policy, target: ReadTarget, strict: boolean): (abi: AbiToken) => PolicyReading {
  const circumstances = {
    caps: new Set(target.caps ?? policy.caps ?? CONTAINER_CAPS),
    goArch: target.abis[0]!.goArch, // checked before
    kernel: target.kernel ?? policy.kernel ?? NEWEST_KERNEL,
  }
  const options = { strict, multiplexers: target.multiplexers === 'runc' }
  const made = new Map<Policy, PolicyReading>()
  return (abi) => {
    const local = policyOn(policy, abi)
    const known = made.get(local)
    if (known !== undefined) return known
    const found = callsOf(local, circumstances, options)
    const own = conditionals(local, target.widths ?? 'profile')
    const reading = { policy: local, ...found, conditionals: own, circumstances }
    made.set(local, reading)
    return reading
  }
}

/**
 * The verdict for calls of other ABIs.
 * @throws PolicyError E_CONFLICT where it is an errno that has several numbers on the ABIs of the target: which of
 * them another ABI has is not known
 */
function badArchVerdict(each: readonly { readonly abi: AbiTable; readonly policy: Policy }[]): Verdict {
  const verdicts = each.map(({ policy }) => actionVerdict(policy.badArch ?? KILL_THREAD))
  const [first] = verdicts
  const other = verdicts.findIndex((verdict) => verdict !== first)
  if (other !== -1)
    throw new PolicyError(
      'E_CONFLICT',
      `badArch is ${verdictName(first!)} on ${each[0]!.abi.token} and ${verdictName(verdicts[other]!)} on ` +
        `${each[other]!.abi.token}; give the errno as a number`,
    )
  return first! // the target has an ABI
}

/** `warnings` without those that say the same. */
function once(warnings: readonly Warning[]): readonly Warning[] {
  return [...new Map(warnings.map((each) => [`${each.name} ${each.message}`, each])).values()]
}

/** The calls of a policy on one ABI. */
interface CallsOnAbi {
  readonly read: PolicyReading
  readonly rules: readonly Rule[]
  readonly wide: readonly WideOnAbi[]
  /** Names of calls that the ABI does not have. */
  readonly missing: readonly string[]
  /** The number of calls that the ABI has. */
  readonly count: number
  readonly warnings: readonly Warning[]
}

function callsOn(abi: AbiTable, read: PolicyReading, lacking: LackingCalls | undefined): CallsOnAbi {
  const rules: Rule[] = []
  const wide: WideOnAbi[] = []
  const missing: string[] = []
  let count = 0
  for (const call of read.calls) {
    const nr = numberOf(abi, call.name)
    if (nr === undefined) {
      if (call.isNamed) missing.push(call.name)
      continue
    }
    count += 1
    const numbers = [{ lo: nr, hi: nr }]
    const isLacking = lacking?.names.has(call.name) === true
    const given = (verdict: Verdict): Verdict => (isLacking ? verdictOfLacking(verdict, lacking) : verdict)
    if (call.sometimes.length > 0) {
      const made = read.conditionals.of(call, abi)
      wide.push(...made.wide.map((each) => ({ ...each, abi: abi.token })))
      for (const { when, verdict } of made.rules) rules.push({ numbers, when, verdict: given(verdict) })
    }
    if (call.always !== undefined) rules.push({ numbers, when: ALWAYS, verdict: given(call.always.verdict) })
  }
  if (lacking === undefined || lacking.names.size === 0)
    return { read, rules, wide, missing, count, warnings: [] }
  const named = read.calls.map(({ name }) => name)
  const warnings = lackingWarnings(read.policy, abi, named, lacking)
  return { read, rules: [...rules, lackingRule(abi, lacking)], wide, missing, count, warnings }
}

/**
 * The rules of the policy `given` for the target `wanted`, with warnings for a person.
 *
 * A section has up to three parts, in this order. First comes a rule for the numbers of ABIs outside the
 * target. Then come the calls, ABI by ABI, in the policy's order; a call has one rule for each of its verdicts,
 * or several where clashing rules alternate, and the calls that `wanted.knownUpTo` lacks have one more. Last comes a
 * rule for the numbers that no ABI knows yet, if
 * `wanted.unknown` gives them another verdict than the default. The output depends only on the arguments.
 *
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER where the policy, the target or an option has an unknown key or a wrong
 * value; E_NAME for a name that no ABI knows where `options.strict`; E_CONFLICT for conditions of one call that overlap
 * with different actions, where `policy.overlaps` does not say which wins; E_TARGET for a target without ABIs or with two
 * byte orders; E_LIMIT for too many conditional rules of one call, of one policy or of several that hold together
 */
export function resolve(given: Policy, wanted: Target, options: ResolveOptions = {}): Resolution {
  const found = resolveAll(policyOf(given), readPolicy(targetReader, wanted, 'target'), options, 'ENOSYS')
  return { ...found, warnings: found.warnings(found.rules) }
}

/** A resolution of a part of a policy. Its warnings look at the rules of the whole policy too. */
interface PartResolution extends Omit<Resolution, 'warnings'> {
  readonly warnings: (whole: RuleSet) => readonly Warning[]
}

/** @param lacking - the action for the calls that `knownUpTo` lacks, where neither target nor policy has one */
function resolveAll(
  policy: Policy,
  wanted: ReadTarget,
  options: ResolveOptions,
  lacking: UnknownAction,
): PartResolution {
  const own = resolveOne(policy, wanted, options, lacking)
  const { and = [], caps, kernel, unknown = lacking } = policy
  if (and.length === 0) return own
  // All parts are for one process on one machine.
  const target = { ...wanted, caps: wanted.caps ?? caps, kernel: wanted.kernel ?? kernel }
  return and.reduce((whole, part) => bothOf(whole, resolveAll(part, target, options, unknown), part), own)
}

/** Absent names of both, by ABI. */
function absentIn(one: readonly AbsentNames[], other: readonly AbsentNames[]): readonly AbsentNames[] {
  const byAbi = new Map<AbiToken, readonly string[]>()
  for (const { abi, names } of [...one, ...other])
    byAbi.set(abi, [...new Set([...(byAbi.get(abi) ?? []), ...names])])
  return [...byAbi].map(([abi, names]) => ({ abi, names }))
}

/**
 * The stricter of two resolutions for every call.
 * @throws PolicyError E_LIMIT where they have too many conditions on the same calls
 */
function bothOf(first: PartResolution, second: PartResolution, part: Policy): PartResolution {
  const absent = absentIn(first.absent, second.absent)
  const summary = absentSummary(absent)
  const rules = strictest(first.rules, second.rules)
  if (rules === 'many')
    throw new PolicyError(
      'E_LIMIT',
      `${part.name === undefined ? 'a policy' : quote(part.name)} that holds as well has conditions on calls that other ` +
        `parts of the policy have conditions on, and more than ${MAX_STRICTEST_PAIRS} pairs of them; test fewer values ` +
        'in one of them, or install each as a filter of its own',
    )
  return {
    rules,
    warnings: (whole) => once(stillOpen([...first.warnings(whole), ...second.warnings(whole)], whole)),
    absent,
    ...(summary === undefined ? {} : { absentSummary: summary }),
  }
}

/** The rules of `policy` alone, without the policies that hold as well. */
function resolveOne(
  policy: Policy,
  target: ReadTarget,
  options: ResolveOptions,
  lackingAction: UnknownAction,
): PartResolution {
  const { strict = false, families = [], launched = false } = readPolicy(resolveOptions, options, 'options')
  const abis = checkedAbis(target.abis)
  checkMultiplexers(target, abis)
  const reading = readings(policy, target, strict)
  const version = target.knownUpTo ?? policy.knownUpTo
  const action = target.unknown ?? policy.unknown ?? (version && lackingAction)
  const onAbis = abis.map((abi) => {
    const read = reading(abi.token)
    const lacking =
      version && lackingCalls(read.policy, read.circumstances, abi, version, unknownOn(action!, abi.token))
    return { abi, ...callsOn(abi, read, lacking) }
  })

  const badArch = badArchVerdict(onAbis.map(({ abi, read }) => ({ abi, policy: read.policy })))
  const arches = [...new Set(abis.map(({ auditArch }) => auditArch))]
  const sections = arches.map((arch): Section => {
    const own = onAbis.filter(({ abi }) => abi.auditArch === arch)
    const [first, ...others] = own.map(({ abi }) => abi)
    const otherwise = actionVerdict(own[0]!.read.policy.defaultAction) // ABIs of one arch have one errno.h
    const foreign = foreignNumbers(arch, abis)
    const unknown = action && unknownRule([first!, ...others], action) // each section has an ABI
    const rules = [
      ...(foreign.length === 0 ? [] : [{ numbers: foreign, when: ALWAYS, verdict: badArch }]),
      ...own.flatMap((each) => each.rules),
      ...(unknown === undefined || unknown.verdict === otherwise ? [] : [unknown]),
    ]
    return { arch, rules, otherwise }
  })

  const wide = onAbis.flatMap((each) => each.wide)
  const isEmpty = onAbis.every(({ count }) => count === 0)
  const absent = onAbis
    .filter(({ missing }) => missing.length > 0)
    .map(({ abi, missing }): AbsentNames => ({ abi: abi.token, names: missing }))
  const summary = absentSummary(absent)
  const distinct = [...new Set(onAbis.map(({ read }) => read))]
  const rules = ruleSet({ sections, badArch })
  const widths = target.widths ?? 'profile'
  const on = onAbis.map(({ abi, read }) => onAbi(abi, read.policy, read.calls, read.taking))
  return {
    rules,
    warnings: (whole) =>
      once([
        ...distinct.flatMap((read) => [...read.warnings, ...read.conditionals.warnings()]),
        ...wideWarnings(policy, wide),
        ...onAbis.flatMap(({ warnings }) => warnings),
        ...onAbis.flatMap(({ abi, read }) => otherDoors(read.policy, read.calls, [abi], widths)),
        ...(isEmpty
          ? [emptyWarning(policy, action !== undefined)]
          : warningsAbout({ policy, on, rules, whole, widths, families, launched })),
      ]),
    absent,
    ...(summary === undefined ? {} : { absentSummary: summary }),
  }
}
