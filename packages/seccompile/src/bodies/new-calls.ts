/*
 * `seccompile new-calls`: the calls that came after one kernel, up to another, and what a policy does with them.
 *
 * The policy is resolved for the new kernel. The verdict of a call is that of the resolved rules; the policy says which of its
 * parts gave it. Lint examines the policy as it is, and once more with those new calls allowed that it refuses. A finding counts
 * where it shows or names one of these calls.
 */
import { letsRun } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { undecided } from '@seccompile/answer'
import type { Answer, AnswerContext } from '@seccompile/answer'
import { aboutOne, callNames, conditionText, loadArgumentNames } from '@seccompile/describe'
import type { CallNames } from '@seccompile/describe'
import { lintSide } from '@seccompile/lint-report'
import type { LintedFinding, LintResult } from '@seccompile/lint-report'
import { ALLOW, formatKernelVersion, PolicyBuilder } from '@seccompile/policy'
import type { KernelVersion, Policy, PolicyRule } from '@seccompile/policy'
import { possibleReasons } from '@seccompile/policy/parts'
import { regions } from '@seccompile/prover'
import type { ArchRegion, Case } from '@seccompile/prover'
import { ALWAYS, contains } from '@seccompile/rules'
import { isAtLeast, nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { jsonText } from '@seccompile/text-layout'
import { inputName } from '../io/input.ts'
import { askedRules } from '../load/lint-question.ts'
import { overridden } from '../load/overrides.ts'
import { loadPolicy } from '../load/policy.ts'
import { policySide } from '../load/side.ts'
import type { Side } from '../load/side.ts'
import type { KernelRange } from '../options/kernels.ts'
import { requirementsOf } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import type { Asked } from '../ask/asking.ts'
import { newCallsFacts, newCallsRemarks, newCallsText } from '../show/new-calls.ts'
import type { NewCall, NewCallCase } from '../show/new-calls.ts'
import { reasonPlace } from '../show/reason-place.ts'

/** A policy, the known kernel and the new one. */
export interface NewCallsOptions extends Omit<TargetOptions, 'kernel'> {
  readonly policy: string
  readonly kernel: KernelRange
  readonly json?: boolean
}

/** ABIs that Linux no longer has, with the first kernel without them. @see Linux 6.19, commit 8e0b986c59c6 */
const REMOVED: Partial<Record<AbiToken, KernelVersion>> = { s390: { major: 6, minor: 19 } }

/** The kernel that removed `abi`, where the newest kernel of the range has it no longer. */
function removedBy({ token }: AbiTable, { newest }: KernelRange): KernelVersion | undefined {
  const version = REMOVED[token]
  return version && isAtLeast(newest, version) ? version : undefined
}

const sortKey = ({ major, minor }: KernelVersion): number => major * 1000 + minor

/**
 * The calls of `abi` that came after `oldest`, up to `newest`: by version, and those of one version by number; none of an ABI
 * that `newest` no longer has.
 */
function callsBetween(abi: AbiTable, { oldest, newest }: KernelRange): ReadonlyMap<string, KernelVersion> {
  if (removedBy(abi, { oldest, newest }) !== undefined) return new Map()
  const found = [...(abi.signatures ?? [])].flatMap(([name, { since }]): [string, KernelVersion][] => {
    if (since === undefined) return []
    const version = { major: since[0], minor: since[1] }
    return isAtLeast(newest, version) && !isAtLeast(oldest, version) ? [[name, version]] : []
  })
  return new Map(
    found.sort(
      ([a, from], [b, then]) =>
        // The table has a number for each of its calls.
        sortKey(from) - sortKey(then) || numberOf(abi, a)! - numberOf(abi, b)!,
    ),
  )
}

/** The cases of a call in an answer of the prover. */
function casesOf(sections: readonly ArchRegion[], arch: number, nr: number): readonly Case[] {
  const section =
    sections.find(({ arches, rest }) => !rest && contains(arches, arch)) ?? sections.find(({ rest }) => rest)
  const region = section?.regions.find(({ numbers }) => contains(numbers, nr))
  if (region !== undefined) return region.cases
  return section === undefined ? [] : [{ when: ALWAYS, verdict: section.otherwise }]
}

/** The policy that `new-calls` is about, and the target that it is compiled for. */
interface NewCallsQuestion {
  /** That of a builder, which is not read again for each call. */
  readonly policy: PolicyBuilder
  readonly side: Side
  readonly target: TargetOptions
}

/** The parts of the policy that gave a call its verdict, as words; several where they cannot be told apart. */
function givenBy(
  { policy, side, target }: NewCallsQuestion,
  { abi, name }: { readonly abi: AbiTable; readonly name: string },
  verdict: Verdict,
): NewCallCase['by'] {
  const reasons = possibleReasons(
    policy,
    { ...requirementsOf(target), abis: side.abis },
    { abi: abi.token, name, verdict },
  )
  const parts = reasons.map((reason): NewCallCase['by'][number] => {
    if (reason.kind !== 'rule') return { kind: reason.kind }
    return { kind: 'rule', place: reasonPlace(reason, name) }
  })
  // Policies that hold together may have a default each.
  return [...new Map(parts.map((part) => [jsonText(part), part])).values()]
}

/** The new calls of an ABI with their verdicts. */
function callsOn(
  question: NewCallsQuestion,
  abi: AbiTable,
  range: KernelRange,
  sections: readonly ArchRegion[],
  names: CallNames,
): readonly NewCall[] {
  return Array.from(callsBetween(abi, range), ([name, since]) => {
    const nr = numberOf(abi, name)! // the table has its calls
    const numbers = [{ lo: nr, hi: nr }]
    const arch = abi.auditArch
    const found = casesOf(sections, arch, nr)
    const cases = found.map(({ when, pointer, verdict }): NewCallCase => ({
      verdict: names.verdict(verdict, arch),
      when: conditionText({ arch, numbers, when, pointer }, names),
      by: givenBy(question, { abi, name }, verdict),
    }))
    const runs = found.every(({ verdict }) => letsRun(verdict))
    return { abi: abi.token, name, nr, since, runs, cases }
  })
}

/** `policy` and the policies that hold with it, with `calls` allowed and known. */
function allowing(policy: Policy, calls: readonly string[], newest: KernelVersion): Policy {
  const { and, knownUpTo, ...rest } = policy
  const others = policy.rules
    .map((rule): PolicyRule => ({ ...rule, names: rule.names.filter(({ name }) => !calls.includes(name)) }))
    .filter(({ names }) => names.length > 0)
  return {
    ...rest,
    ...(knownUpTo === undefined ? {} : { knownUpTo: newest }),
    rules: [...others, { names: calls.map((name) => ({ name })), action: ALLOW, args: [] }],
    ...(and === undefined ? {} : { and: and.map((part) => allowing(part, calls, newest)) }),
  }
}

/** Whether `finding` shows one of `calls`, or names one: it may be about many, and shows one of them. */
function isAbout(
  { call, other, elsewhere = [], what }: LintedFinding,
  abis: readonly AbiTable[],
  calls: ReadonlySet<string>,
): boolean {
  const shown = [call, other, ...elsewhere.flatMap((each) => [each.call, each.other])]
  const names = shown.map((one) => {
    const table = abis.find(({ token }) => token === one?.abi)
    return one && table && nameOf(table, one.data.nr)
  })
  return [...names, ...what.split(/\W+/)].some((name) => name !== undefined && calls.has(name))
}

/** What lint says of new calls. */
async function lintedCalls(
  side: Side,
  target: TargetOptions,
  calls: ReadonlySet<string>,
): Promise<LintResult> {
  const { question } = await askedRules(target)
  const result = await lintSide(side, question)
  return { ...result, findings: result.findings.filter((each) => isAbout(each, side.abis, calls)) }
}

/** The notes on a policy, and on ABIs that the new kernel no longer has. */
const notesOf = ({ leftOut, abis }: Side, range: KernelRange): readonly string[] => [
  ...(leftOut === undefined ? [] : [leftOut]),
  ...abis.flatMap((abi) => {
    const version = removedBy(abi, range)
    return version === undefined ? [] : [`Linux ${formatKernelVersion(version)} removed ${abi.token}`]
  }),
]

/** What a policy does with the calls that a kernel brought. */
export async function newCalls(asked: Asked<NewCallsOptions>): Promise<Answer> {
  const { policy: argument, kernel: range } = asked
  const name = inputName(argument)
  const target: TargetOptions = { ...asked, kernel: range.newest }
  const loaded = overridden(await loadPolicy(argument, target), target)
  const side = await policySide(name, loaded, target, requirementsOf(target))
  const context: AnswerContext = { warnings: [side.warnings], notes: notesOf(side, range) }
  const { abis, prove } = aboutOne(side, undefined)
  const found = regions(side.leveled, prove)
  if (found.kind === 'undecided') return undecided(found.reason, context)
  const names = callNames(abis, await loadArgumentNames(abis, {}, true), {})
  const question = { policy: new PolicyBuilder(loaded.policy), side, target }
  const calls = side.abis.flatMap((abi) => callsOn(question, abi, range, found.sections, names))
  const refused = new Set(calls.filter(({ runs }) => !runs).map((each) => each.name))
  const known = { ...target, knownUpTo: target.knownUpTo && range.newest }
  const policy = refused.size === 0 ? loaded.policy : allowing(loaded.policy, [...refused], range.newest)
  const allowed = await policySide(name, { ...loaded, policy }, known, requirementsOf(known))
  const now = await lintedCalls(side, target, new Set(calls.map((each) => each.name)))
  const then = await lintedCalls(allowed, known, refused)
  const shown = { name, range, calls, now, then, abis: side.abis.map(({ token }) => token) }
  const remarks = newCallsRemarks(shown)
  return {
    ...context,
    status: remarks.length > 0 ? 'undecided' : calls.length === 0 ? 'yes' : 'no',
    text: (_paint, columns) => newCallsText(shown, columns),
    facts: () => newCallsFacts(shown),
    remarks,
  }
}
