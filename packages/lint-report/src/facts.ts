/* Findings for machines. */
import { formatKernelVersion } from '@seccompile/policy'
import type { Severity, ShownCall } from '@seccompile/policy'
import { callFacts, verdictFacts } from '@seccompile/describe'
import { verdictOn } from './linted.ts'
import type { LintCounts, LintResult, LintedFinding, LintFailure } from './linted.ts'
import type { StaleEntry } from './unmatched.ts'

/** A call of a finding, with the verdict of the filter. */
export function shownFacts({ filter, args }: LintResult, call: ShownCall): Readonly<Record<string, unknown>> {
  return {
    ...callFacts(filter, call.data, args),
    ...verdictFacts({ verdict: verdictOn(filter, call) }, call.data.arch),
  }
}

function findingFacts(linted: LintResult, finding: LintedFinding): unknown {
  const { name, severity, what, source, abis, call, other, instead, accepted } = finding
  return {
    name,
    severity,
    message: what,
    source,
    abis,
    call: call && shownFacts(linted, call),
    other: other && shownFacts(linted, other),
    instead,
    accepted,
  }
}

/** The answer of `lint`, for all files. */
export interface LintAnswer {
  readonly files: readonly (LintResult | LintFailure)[]
  readonly counts: LintCounts
  /** The lowest severity of a finding that makes the answer a no. */
  readonly failOn: Severity | 'never'
  readonly unmatched: readonly StaleEntry[]
}

function fileFacts(file: LintResult | LintFailure): unknown {
  if (file.kind === 'not-linted') return { file: file.name, error: file.error }
  const { notes } = file.filter
  return {
    file: file.name,
    abis: file.filter.abis.map(({ token }) => token),
    kernel: formatKernelVersion(file.kernel),
    caps: file.caps,
    findings: file.findings.map((finding) => findingFacts(file, finding)),
    undecided: file.undecided,
    ...(notes.length === 0 ? {} : { notes }),
  }
}

/** The answer of `lint` as JSON. */
export function lintFacts({ files, counts, failOn, unmatched }: LintAnswer): unknown {
  return {
    files: files.map(fileFacts),
    counts,
    failOn,
    unmatched: unmatched.map(({ entry: { source, ...entry }, text }) => ({
      ...entry,
      source,
      message: text,
    })),
  }
}
