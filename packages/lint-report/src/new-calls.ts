/*
 * The calls that came after one kernel, up to another, and what a policy does with them.
 *
 * The policy is resolved for the new kernel. The verdict of a call is that of the resolved rules; the policy says which of its
 * parts gave it. A finding of lint counts where it shows or names one of these calls.
 */
import { letsRun } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { undecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import { aboutOne, callNames, conditionText, loadArgumentNames } from '@seccompile/describe'
import type { CallNames } from '@seccompile/describe'
import { policyFilter } from '@seccompile/filter'
import type { PolicyFilter } from '@seccompile/filter'
import { ALLOW, formatKernelVersion, PolicyBuilder } from '@seccompile/policy'
import type { KernelRange, KernelVersion, Policy, PolicyRule } from '@seccompile/policy'
import { possibleReasons } from '@seccompile/policy/toolkit'
import type { VerdictReason } from '@seccompile/policy/toolkit'
import { regions } from '@seccompile/prover'
import type { ArchRegion, Case } from '@seccompile/prover'
import { ALWAYS, contains } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import { nameOf, numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { jsonText } from '@seccompile/text-layout'
import { lintFilter } from './linted.ts'
import type { LintedFinding, LintQuestion, LintResult } from './linted.ts'
import { newCallsFacts, newCallsRemarks, newCallsText } from './new-calls-forms.ts'
import type { NewCall, NewCallCase } from './new-calls-forms.ts'
import { callsBetween, removedBy } from './calls-between.ts'

/** The cases of a call in an answer of the prover. */
function casesOf(sections: readonly ArchRegion[], arch: number, nr: number): readonly Case[] {
  const section =
    sections.find(({ arches, rest }) => !rest && contains(arches, arch)) ?? sections.find(({ rest }) => rest)
  const region = section?.regions.find(({ numbers }) => contains(numbers, nr))
  if (region !== undefined) return region.cases
  return section === undefined ? [] : [{ when: ALWAYS, verdict: section.otherwise }]
}

/** What a judgement of new calls is asked with. */
export interface NewCallsQuestion {
  /** The kernel whose calls are known, and the new kernel, for which the policy was opened. */
  readonly range: KernelRange
  /** What lint looks for. */
  readonly lint: LintQuestion
  /** The place of a rule of the policy in words, for its call `name`. */
  readonly placeOf: (reason: VerdictReason, name: string) => string
}

/** The parts of the policy that gave a call its verdict, as words; several where they cannot be told apart. */
function givenBy(
  { policy, target: { families: _families, ...target } }: PolicyFilter,
  placeOf: NewCallsQuestion['placeOf'],
  { abi, name }: { readonly abi: AbiTable; readonly name: string },
  verdict: Verdict,
): NewCallCase['by'] {
  const reasons = possibleReasons(policy, target, { abi: abi.token, name, verdict })
  const parts = reasons.map((reason): NewCallCase['by'][number] => {
    if (reason.kind !== 'rule') return { kind: reason.kind }
    return { kind: 'rule', place: placeOf(reason, name) }
  })
  // Policies that hold together may have a default each.
  return [...new Map(parts.map((part) => [jsonText(part), part])).values()]
}

/** The new calls of an ABI with their verdicts. */
function callsOn(
  filter: PolicyFilter,
  { range, placeOf }: NewCallsQuestion,
  abi: AbiTable,
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
      by: givenBy(filter, placeOf, { abi, name }, verdict),
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
  filter: PolicyFilter,
  lint: LintQuestion,
  calls: ReadonlySet<string>,
): Promise<LintResult> {
  const result = await lintFilter(filter, lint)
  return { ...result, findings: result.findings.filter((each) => isAbout(each, filter.abis, calls)) }
}

/** The notes on ABIs that the new kernel no longer has. */
const removedNotes = ({ abis }: PolicyFilter, range: KernelRange): readonly string[] =>
  abis.flatMap((abi) => {
    const version = removedBy(abi, range)
    return version === undefined ? [] : [`Linux ${formatKernelVersion(version)} removed ${abi.token}`]
  })

/**
 * What a policy does with the calls that a kernel brought. The policy is linted as it is, and once more with those new calls
 * allowed that it refuses.
 */
export async function newCalls(filter: PolicyFilter, question: NewCallsQuestion): Promise<Answer> {
  expectObject(filter, 'filter', 'policy', 'target', 'abis')
  expectObject(question, 'question', 'range', 'lint')
  const { range, lint } = question
  const { abis, prove } = aboutOne(filter)
  const notes = removedNotes(filter, range)
  const found = regions(filter.subject, prove)
  if (found.kind === 'undecided') return undecided(found.reason, { notes })
  const names = callNames(abis, await loadArgumentNames(abis, {}, true), {})
  // The policy of a builder is not read again for each call.
  const built = { ...filter, policy: new PolicyBuilder(filter.policy) }
  const calls = filter.abis.flatMap((abi) => callsOn(built, question, abi, found.sections, names))
  const refused = new Set(calls.filter(({ runs }) => !runs).map((each) => each.name))
  const { policy, target } = filter
  const open = refused.size === 0 ? policy : allowing(policy, [...refused], range.newest)
  const known = { ...target, knownUpTo: target.knownUpTo && range.newest }
  const now = await lintedCalls(filter, lint, new Set(calls.map((each) => each.name)))
  const then = await lintedCalls(policyFilter(filter.name, { policy: open }, known), lint, refused)
  const shown = { name: filter.name, range, calls, now, then, abis: filter.abis.map(({ token }) => token) }
  const remarks = newCallsRemarks(shown)
  return {
    status: remarks.length > 0 ? 'undecided' : calls.length === 0 ? 'yes' : 'no',
    notes,
    text: (_paint, columns) => newCallsText(shown, columns),
    facts: () => newCallsFacts(shown),
    remarks,
  }
}
