/*
 * One file under the lint rules: its findings, which of them a baseline accepts, and what is undecided.
 */
import { verdictName } from '@seccompile/abi'
import { lint } from '@seccompile/lint'
import type { LintRule, UndecidedRule } from '@seccompile/lint'
import { CONTAINER_CAPS, NEWEST_KERNEL } from '@seccompile/policy'
import { formatSource } from '@seccompile/policy/parts'
import type { Capability, Finding, KernelVersion, Severity, ShownCall } from '@seccompile/policy'
import { meaningOf } from '@seccompile/prover'
import { artifactFindings } from './artifact.ts'
import { judge } from '../load/baseline.ts'
import type { BaselineEntry, Judged } from '../load/baseline.ts'
import type { Side } from '../load/side.ts'
import { parseRequirements, targetOf } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { loadArgumentNames } from '../show/load-names.ts'
import type { ArgumentNames } from '../show/argument-names.ts'

/** A finding of one file. */
export interface LintedFinding extends Finding {
  /** What is so, without the place. */
  readonly what: string
  /** The reason of the entry of the baseline that accepts it. */
  readonly accepted?: string
}

/** A file that was read and linted. */
export interface Linted {
  readonly kind: 'linted'
  /** The file, by a relative path. */
  readonly name: string
  readonly side: Side
  readonly kernel: KernelVersion
  readonly caps: readonly Capability[]
  /** The worst first. */
  readonly findings: readonly LintedFinding[]
  readonly undecided: readonly UndecidedRule[]
  /** The names of arguments, if a finding has a call. */
  readonly args: ArgumentNames | undefined
}

/** A file that is no filter and no policy. */
export interface NotLinted {
  readonly kind: 'not-linted'
  readonly name: string
  /** What is wrong, with the name of the file. */
  readonly error: string
}

/** The severities, the worst first. */
export const WORST_FIRST: readonly Severity[] = ['high', 'medium', 'low']

/** The message of `finding` without the place in front. */
function whatOf({ message, source }: Finding): string {
  const place = source === undefined ? '' : `${formatSource(source)}: `
  return message.startsWith(place) ? message.slice(place.length) : message
}

/** The verdict that the filter of `side` gives to a call, by name. */
export function verdictOn({ leveled, endianness }: Side, { data }: ShownCall): string {
  return verdictName(meaningOf(leveled, data, endianness))
}

/** What a command line asks about every file. */
export interface LintQuestion {
  readonly options: TargetOptions
  readonly rules: readonly LintRule[]
  /** The names of lint rules and warnings that count. */
  readonly wanted: ReadonlySet<string>
  readonly baseline: readonly BaselineEntry[]
}

function named({ finding, entry }: Judged): LintedFinding {
  return {
    ...finding,
    what: whatOf(finding),
    ...(entry === undefined ? {} : { accepted: entry.reason }),
  }
}

/** What the lint rules find in the filter of `side`. @throws CliError where a module of a lint rule fails */
export async function lintSide(
  side: Side,
  { options, rules, wanted, baseline }: LintQuestion,
): Promise<Linted> {
  const { leveled, abis, endianness, policy } = side
  const requirements = parseRequirements(options)
  const { kernel = NEWEST_KERNEL, caps = CONTAINER_CAPS } =
    policy === undefined ? requirements : targetOf(requirements, policy)
  const { findings, undecided } = lint(
    {
      filter: leveled,
      abis,
      endianness,
      ...(policy === undefined ? {} : { policy }),
      warnings: [
        ...side.findings.filter(({ name }) => wanted.has(name)),
        ...(await artifactFindings(side, wanted)),
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
    name: side.name,
    side,
    kernel,
    caps,
    findings: findings.flatMap((finding) => judge(finding, baseline).map(named)),
    undecided,
    args,
  }
}

/** How many findings there are of each severity, and how many a baseline accepts. */
export interface LintCounts extends Readonly<Record<Severity, number>> {
  readonly accepted: number
}

/** The counts of all `findings`; one that a baseline accepts counts only as accepted. */
export function countFindings(findings: readonly LintedFinding[]): LintCounts {
  const open = findings.filter(({ accepted }) => accepted === undefined)
  const of = (severity: Severity): number => open.filter((each) => each.severity === severity).length
  return { high: of('high'), medium: of('medium'), low: of('low'), accepted: findings.length - open.length }
}
