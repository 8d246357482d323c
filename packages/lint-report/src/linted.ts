/*
 * One file under the lint rules: its findings, the findings that a baseline accepts, and the rules without a
 * decision.
 */
import type { Verdict } from '@seccompile/abi'
import type { Filter } from '@seccompile/filter'
import { lint } from '@seccompile/lint'
import type { LintRule, UndecidedRule } from '@seccompile/lint'
import { CONTAINER_CAPS, NEWEST_KERNEL } from '@seccompile/policy'
import { formatSource } from '@seccompile/policy/toolkit'
import type { Capability, Finding, KernelVersion, Severity, ShownCall } from '@seccompile/policy'
import { meaningOf } from '@seccompile/prover'
import { artifactFindings } from './artifact.ts'
import { judge } from './baseline.ts'
import type { BaselineEntry, BaselineMatch } from './baseline.ts'
import { loadArgumentNames } from '@seccompile/describe'
import type { ArgumentNames } from '@seccompile/describe'
import { expectObject } from '@seccompile/shape'

/** A finding of one file. */
export interface LintedFinding extends Finding {
  /** The message of the finding without the place. */
  readonly what: string
  /** The reason in the entry of the baseline that accepts the finding. */
  readonly accepted?: string
}

/** A file that was read and linted. */
export interface LintResult {
  readonly kind: 'linted'
  /** The file, by a relative path. */
  readonly name: string
  readonly filter: Filter
  readonly kernel: KernelVersion
  readonly caps: readonly Capability[]
  /** The findings, the worst first. */
  readonly findings: readonly LintedFinding[]
  readonly undecided: readonly UndecidedRule[]
  /** The names of arguments, if a finding shows a call. */
  readonly args: ArgumentNames | undefined
}

/** A file that holds no filter and no policy. */
export interface LintFailure {
  readonly kind: 'not-linted'
  readonly name: string
  /** The fault, with the name of the file. */
  readonly error: string
}

/** The severities, the worst first. */
export const WORST_FIRST: readonly Severity[] = ['high', 'medium', 'low']

/** The message of `finding` without the place in front. */
function whatOf({ message, source }: Finding): string {
  const place = source === undefined ? '' : `${formatSource(source)}: `
  return message.startsWith(place) ? message.slice(place.length) : message
}

/** The verdict that `filter` gives to a call. */
export function verdictOn({ subject, endianness }: Filter, { data }: ShownCall): Verdict {
  return meaningOf(subject, data, endianness)
}

/** The question that `lint` asks about every file. */
export interface LintQuestion {
  /** The kernel and the capabilities for conditional rules; if absent, those of the policy, then the defaults. */
  readonly requirements: {
    readonly kernel?: KernelVersion | undefined
    readonly caps?: readonly Capability[] | undefined
  }
  readonly rules: readonly LintRule[]
  /** The names of lint rules and warnings that count. */
  readonly wanted: ReadonlySet<string>
  readonly baseline: readonly BaselineEntry[]
}

function named({ finding, entry }: BaselineMatch): LintedFinding {
  return {
    ...finding,
    what: whatOf(finding),
    ...(entry === undefined ? {} : { accepted: entry.reason }),
  }
}

/**
 * The findings of the lint rules in `filter`. A question that passes a bound is undecided. @throws every
 * other error that `check` of a lint rule throws
 */
export async function lintFilter(filter: Filter, question: LintQuestion): Promise<LintResult> {
  expectObject(filter, 'filter', 'subject', 'abis', 'findings')
  expectObject(question, 'question', 'requirements', 'rules', 'wanted', 'baseline')
  const { requirements, rules, wanted, baseline } = question
  const { subject, abis, endianness, policy } = filter
  const kernel = requirements.kernel ?? policy?.kernel ?? NEWEST_KERNEL
  const caps = requirements.caps ?? policy?.caps ?? CONTAINER_CAPS
  const { findings, undecided } = lint(
    {
      filter: subject,
      abis,
      endianness,
      ...(policy === undefined ? {} : { policy }),
      warnings: [
        ...filter.findings.filter(({ name }) => wanted.has(name)),
        ...(await artifactFindings(filter, wanted)),
      ],
      kernel,
      caps,
    },
    rules.filter(({ name }) => wanted.has(name)),
  )
  const args = await loadArgumentNames(
    abis,
    {},
    findings.some(({ call }) => call !== undefined),
  )
  return {
    kind: 'linted',
    name: filter.name,
    filter,
    kernel,
    caps,
    findings: findings.flatMap((finding) => judge(finding, baseline).map(named)),
    undecided,
    args,
  }
}

/** The number of findings of each severity, and of findings that a baseline accepts. */
export interface LintCounts extends Readonly<Record<Severity, number>> {
  readonly accepted: number
}

/** The counts of all `findings`. A finding that a baseline accepts counts only as accepted. */
export function countFindings(findings: readonly LintedFinding[]): LintCounts {
  const open = findings.filter(({ accepted }) => accepted === undefined)
  const of = (severity: Severity): number => open.filter((each) => each.severity === severity).length
  return { high: of('high'), medium: of('medium'), low: of('low'), accepted: findings.length - open.length }
}
