/*
 * The meaning of a policy for a target, as rules.
 *
 * A profile means what its rules say, as runc with libseccomp reads them. Some lists of rules may mean something else
 * to libseccomp; a warning says so. Requirements are compared with the first ABI, once. A rule that takes part then
 * applies to every ABI that has the call. Sections are keyed by AUDIT_ARCH, so x86_64 and x32 share one section, and
 * bit 30 of the number tells them apart.
 *
 * A target of x86_64 without x32 must not take x32 calls for unknown x86_64 calls: their numbers get the bad-arch
 * verdict. Only 0xffffffff gets the default: a tracer sets this number to skip a call, and the filter then runs on
 * it. See libseccomp's src/gen_bpf.c: _gen_bpf_arch(), and seccomp(2) on SECCOMP_RET_TRACE.
 */
import { verdictName } from '@seccompile/abi'
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
import { quote } from '@seccompile/shape'
import { abiNumbers, firstArgument } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { actionVerdict, KILL_THREAD } from '../data/action.ts'
import { FinalMark } from '../data/final-mark.ts'
import { PolicyError, readPolicy } from '../data/policy-error.ts'
import { policyOf } from '../data/policy-shape.ts'
import type { Policy } from '../data/policy.ts'
import { resolveOptions, targetReader } from '../data/target.ts'
import type { ReadTarget, ResolveOptions, Target, UnknownAction } from '../data/target.ts'
import type { Warning } from '../data/warning.ts'
import { lackingCalls } from './calls/lacking-calls.ts'
import { oldNumbers } from './calls/old-numbers.ts'
import { callsOn, readings } from './calls/policy-reading.ts'
import { unknownOn, unknownRule } from './calls/unknown-calls.ts'
import { absentSummary, emptyWarning, wideWarnings } from './resolve-messages.ts'
import type { AbsentNames } from './resolve-messages.ts'
import { otherDoors } from './warnings/other-doors.ts'
import { onAbi } from './warnings/warning-subject.ts'
import { stillOpen, warningsAbout } from './warnings/warnings.ts'

/** A policy resolved for a target. */
export interface Resolution {
  /** A section for each AUDIT_ARCH of the target, in its order. */
  readonly rules: RuleSet
  readonly warnings: readonly Warning[]
  /** The names that each ABI lacks, if it lacks some. This is normal: policies name the calls of many ABIs. */
  readonly absent: readonly AbsentNames[]
  /** One line that counts the names in `absent`; absent where there are none. */
  readonly absentSummary?: string
}

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

/** @throws PolicyError E_TARGET where `policy` is not for one of `abis`, with its reason */
function checkNotFor({ name, notFor = [] }: Policy, abis: readonly AbiTable[]): void {
  for (const { token } of abis) {
    const found = notFor.find((each) => each.abis.includes(token))
    if (found === undefined) continue
    const subject = name === undefined ? 'the policy' : `policy ${quote(name)}`
    throw new PolicyError('E_TARGET', `${subject} is not for ${token}: ${found.reason}; name other ABIs`)
  }
}

/** @throws PolicyError E_TARGET where `policy` is closed to all of `abis` */
function openAbis({ closed = [] }: Policy, abis: readonly AbiTable[]): readonly [AbiTable, ...AbiTable[]] {
  const [first, ...others] = abis.filter(({ token }) => !closed.includes(token))
  if (first !== undefined) return [first, ...others]
  throw new PolicyError(
    'E_TARGET',
    `the policy is closed to ${closed.join(', ')}, and the target has no other ABI; name one`,
  )
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

/**
 * The verdict for calls of other ABIs.
 * @throws PolicyError E_CONFLICT where the verdict is an errno with several numbers on the ABIs of the target: the
 * number on another ABI is then not known
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

/** `warnings`, equal ones once. */
function once(warnings: readonly Warning[]): readonly Warning[] {
  return [...new Map(warnings.map((each) => [`${each.name} ${each.message}`, each])).values()]
}

/**
 * The rules of the policy `given` for the target `wanted`, with warnings for a person.
 *
 * A section has up to three parts, in this order. First comes a rule for the numbers of ABIs outside the
 * target. Then come the calls, ABI by ABI, in the policy's order; a call has one rule for each of its verdicts,
 * or several where clashing rules alternate, and the calls that `wanted.knownUpTo` lacks have one more. Last comes a
 * rule for the numbers that no ABI knows yet, if `wanted.unknown` gives them another verdict than the default. With them
 * are the numbers by which kernels before 5.4 make refused calls of x32. The output depends only on the arguments.
 *
 * @throws PolicyError E_TYPE, E_NAME, E_NUMBER where the policy, the target or an option has an unknown key or a wrong
 * value; E_NAME for a name that no ABI knows where `options.strict`; E_CONFLICT for conditions of one call that overlap
 * with different actions, where `policy.overlaps` does not say which wins; E_TARGET for a target without ABIs, with two
 * byte orders or with an ABI that the policy is not for; E_LIMIT for too many conditional rules of one call, of one policy or of several that hold together
 */
export function resolve(given: Policy, wanted: Target, options: ResolveOptions = {}): Resolution {
  const policy = FinalMark.isOn(given) ? given : policyOf(given)
  const found = resolveAll(policy, readPolicy(targetReader, wanted, 'target'), options, 'ENOSYS')
  return withWarnings(found)
}

/** A resolution of one part of a policy. Its warnings depend on the rules of the whole policy too. */
interface PartResolution extends Omit<Resolution, 'warnings'> {
  readonly warnings: (whole: RuleSet) => readonly Warning[]
}

/** A resolution that computes its warnings when they are first read: not every compilation shows them. */
function withWarnings({ warnings, ...found }: PartResolution): Resolution {
  let known: readonly Warning[] | undefined
  return {
    ...found,
    get warnings() {
      return (known ??= warnings(found.rules))
    },
  }
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

/** The absent names of both, by ABI. */
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
      `${part.name === undefined ? 'a policy' : quote(part.name)} and other parts of the policy have conditions on the ` +
        `same calls, and more than ${MAX_STRICTEST_PAIRS} pairs of conditions; test fewer values in one part, or ` +
        'install each part as a filter of its own',
    )
  return {
    rules,
    warnings: (whole) => once(stillOpen([...first.warnings(whole), ...second.warnings(whole)], whole)),
    absent,
    ...(summary === undefined ? {} : { absentSummary: summary }),
  }
}

/** The rules of `policy` alone, without those of `and`. */
function resolveOne(
  policy: Policy,
  target: ReadTarget,
  options: ResolveOptions,
  lackingAction: UnknownAction,
): PartResolution {
  const { strict = false, families = [], launched = false } = readPolicy(resolveOptions, options, 'options')
  const abis = openAbis(policy, checkedAbis(target.abis))
  checkNotFor(policy, abis)
  checkMultiplexers(target, abis)
  const reading = readings(policy, target, strict)
  const version = target.knownUpTo ?? policy.knownUpTo
  const action = target.unknown ?? policy.unknown ?? (version && lackingAction)
  const onAbis = abis.map((abi) => {
    const read = reading(abi)
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
    const old = oldNumbers(own, otherwise)
    const unknown = action && unknownRule([first!, ...others], action, old) // each section has an ABI
    const rules: Rule[] = foreign.length === 0 ? [] : [{ numbers: foreign, when: ALWAYS, verdict: badArch }]
    for (const each of own) for (const rule of each.rules) rules.push(rule)
    if (unknown !== undefined && unknown.verdict !== otherwise) rules.push(unknown)
    return { arch, rules, otherwise }
  })

  const absent = onAbis
    .filter(({ missing }) => missing.length > 0)
    .map(({ abi, missing }): AbsentNames => ({ abi: abi.token, names: missing }))
  const summary = absentSummary(absent)
  const rules = ruleSet({ sections, badArch })
  const widths = target.widths ?? 'profile'
  const warnings = (whole: RuleSet): readonly Warning[] => {
    const distinct = [...new Set(onAbis.map(({ read }) => read))]
    const wide = onAbis.flatMap((each) => each.wide)
    const isEmpty = onAbis.every(({ count }) => count === 0)
    const on = onAbis.map(({ abi, read }) => onAbi(abi, read.policy, read.calls, read.taking))
    return once([
      ...distinct.flatMap((read) => [...read.warnings, ...read.conditionals.warnings()]),
      ...wideWarnings(policy, wide),
      ...onAbis.flatMap((each) => each.warnings),
      ...on.flatMap((each) => otherDoors(each, widths)),
      ...(isEmpty
        ? [emptyWarning(policy, action !== undefined)]
        : warningsAbout({ policy, on, rules, whole, widths, families, launched })),
    ])
  }
  return {
    rules,
    warnings,
    absent,
    ...(summary === undefined ? {} : { absentSummary: summary }),
  }
}
